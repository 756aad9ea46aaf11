namespace NetGen.Compiler.Emission.Simd;

/// <summary>
/// How rows lie in vectors: one row over one or more vectors, or, when rows are short, several rows side by side in one. Side by
/// side, a reduction serves all of them at once.
/// </summary>
/// <param name="context">The target.</param>
/// <param name="perVector">Rows in a vector: 1, 2 or 4.</param>
internal sealed class RowLanes(SimdContext context, int perVector)
{
    public int PerVector => perVector;

    private string V => context.V;

    private string T => context.T;

    private string Vector => context.Target.Vector;

    /// <summary>Lanes of one row.</summary>
    private int Lanes => context.Lanes / perVector;

    /// <summary>The vector of that many lanes.</summary>
    private string Part => Inv($"Vector{Lanes * (T == "float" ? 32 : 64)}");

    /// <summary>As many rows as fit: four or two when a row is at most a quarter or half of a vector, in whole 128 bits.</summary>
    public static RowLanes For(SimdContext context, int features)
    {
        var perVector = 4;
        while (perVector > 1 && (features > context.Lanes / perVector || context.Lanes / perVector * (context.T == "float" ? 32 : 64) < 128))
        {
            perVector /= 2;
        }

        return new RowLanes(context, perVector);
    }

    /// <summary>The index along the row, in every lane.</summary>
    public string Iota => perVector == 1
        ? $"{V}<{T}>.Indices"
        : $"{V}.Create({string.Join(", ", Enumerable.Range(0, context.Lanes).Select(lane => context.Literal(lane % Lanes)))})";

    /// <summary>Values of panels at <c>at</c>, from this row on.</summary>
    public string Load(string name) => perVector == 1
        ? context.Load(name, "at")
        : $"{Method("LoadRows", PrintLoadRows)}(ref Unsafe.Add(ref {name}, at))";

    /// <summary>Writes a vector to panels at <c>at</c>; lanes that are not of the row have to be zero.</summary>
    public string Store(string value, string name) => perVector == 1
        ? $"{V}.StoreUnsafe({value}, ref {name}, (nuint)at);"
        : $"{Method("StoreRows", PrintStoreRows)}({value}, ref Unsafe.Add(ref {name}, at));";

    /// <summary>A vector that is the same for all rows.</summary>
    public string LoadShared(string name, string at) => perVector == 1
        ? context.Load(name, at)
        : $"{Method("RepeatRow", PrintRepeatRow)}(ref {name})";

    /// <summary>A number of each row, in all of the row's lanes.</summary>
    public string LoadPerRow(string name) => perVector == 1
        ? $"{V}.Create(Unsafe.Add(ref {name}, row))"
        : $"{Method("LoadPerRow", PrintLoadPerRow)}(ref Unsafe.Add(ref {name}, row))";

    /// <summary>A label of each row, as a number in all of the row's lanes.</summary>
    public string LoadLabels(string name) => perVector == 1
        ? $"{V}.Create(({T})Unsafe.Add(ref {name}, row))"
        : $"{Method("LoadLabels", PrintLoadLabels)}(ref Unsafe.Add(ref {name}, row))";

    /// <summary>Writes a number of each row.</summary>
    public string StorePerRow(string value, string name) => perVector == 1
        ? $"Unsafe.Add(ref {name}, row) = {value}.ToScalar();"
        : string.Join(" ", Enumerable.Range(0, perVector).Select(row => Inv($"Unsafe.Add(ref {name}, row + {row}) = {value}.GetElement({row * Lanes});")));

    private string Method(string name, Func<string, string> print) => context.Method(Inv($"{name}{perVector}"), print);

    private string Pick(string vector, int row) => (perVector, row) switch
    {
        (2, 0) => $"{vector}.GetLower()",
        (2, 1) => $"{vector}.GetUpper()",
        (_, 0) => $"{vector}.GetLower().GetLower()",
        (_, 1) => $"{vector}.GetLower().GetUpper()",
        (_, 2) => $"{vector}.GetUpper().GetLower()",
        _ => $"{vector}.GetUpper().GetUpper()",
    };

    private string Join(Func<int, string> part)
    {
        var wide = V == "Vector512" ? "Vector256" : "Vector128";
        return perVector == 2
            ? $"{V}.Create({part(0)}, {part(1)})"
            : $"{V}.Create({wide}.Create({part(0)}, {part(1)}), {wide}.Create({part(2)}, {part(3)}))";
    }

    private string PrintLoadRows(string name) => Print(
        Inv($"{perVector} rows of a panel, side by side."),
        $"private static {Vector} {name}(ref {T} x)",
        $"return {Join(row => row == 0 ? $"{Part}.LoadUnsafe(ref x)" : Inv($"{Part}.LoadUnsafe(ref x, {row * context.Width})"))};");

    private string PrintRepeatRow(string name) => Print(
        "The same values for every row.",
        $"private static {Vector} {name}(ref {T} x)",
        $"var row = {Part}.LoadUnsafe(ref x);",
        $"return {Join(_ => "row")};");

    private string PrintLoadPerRow(string name) => Print(
        "A number of each row, in all of its lanes.",
        $"private static {Vector} {name}(ref {T} x)",
        $"return {Join(row => row == 0 ? $"{Part}.Create(x)" : Inv($"{Part}.Create(Unsafe.Add(ref x, {row}))"))};");

    private string PrintLoadLabels(string name) => Print(
        "The label of each row, as a number in all of its lanes.",
        $"private static {Vector} {name}(ref int x)",
        $"return {Join(row => row == 0 ? $"{Part}.Create(({T})x)" : Inv($"{Part}.Create(({T})Unsafe.Add(ref x, {row}))"))};");

    // A row is padded to 64 bytes with zeros: products read that much.
    private string PrintStoreRows(string name) => Print(
        Inv($"{perVector} rows into a panel, each padded with zeros to 64 bytes."),
        $"private static void {name}({Vector} rows, ref {T} x)",
        [.. Enumerable.Range(0, perVector).SelectMany(row =>
        {
            var at = row == 0 ? "" : Inv($", {row * context.Width}");
            return V == "Vector512"
                ? [$"{Widen(Pick("rows", row))}.StoreUnsafe(ref x{at});"]
                : Enumerable.Range(0, context.Target.Half / Lanes).Select(part => Inv($"{(part == 0 ? Pick("rows", row) : $"{Part}<{T}>.Zero")}.StoreUnsafe(ref x, {(row * context.Width) + (part * Lanes)});"));
        })]);

    private string Widen(string part) => perVector == 4 ? $"{part}.ToVector256().ToVector512()" : $"{part}.ToVector512()";

    private static string Print(string summary, string header, params string[] lines)
    {
        var writer = new SourceWriter();
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block(header))
        {
            foreach (var line in lines)
            {
                writer.Line(line);
            }
        }

        return writer.ToString();
    }
}
