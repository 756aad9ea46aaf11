using NetGen.Compiler.Emission.Simd.MatMul;
using NetGen.Compiler.Emission.Simd.Tiling;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>
/// Prints the product of rows by a weight with bias and epilogue: panels outside, rows inside. Cheap epilogues are applied in the
/// tile's registers; others in a pass over the panel, which is still in the first-level cache.
/// </summary>
internal sealed class DenseKernel(SimdContext context, ProgramPlan program)
{
    /// <summary>Beyond about this many instructions per vector a tile's epilogue would dominate its code.</summary>
    private const int InRegisterLimit = 6;

    public string Print(MatMulKernel kernel)
    {
        var values = kernel.Stores.Select(store => store.Node).Concat(kernel.Operands.Where(Argument.IsPassed)).ToList();
        var names = SimdContext.Locals(values.Prepend(kernel.Left).Concat(Constants(kernel)));
        var inRegisters = kernel.Stores.Count == 1 && Cost.Of(kernel.Stores[0].Value) <= InRegisterLimit
            && kernel.Operands.All(operand => Placement.Of(operand) == Place.Panels)
            && (!Masks(kernel) || ZeroPadding.Holds(kernel.Stores[0].Value, [null, .. kernel.Operands]));
        var epilogue = inRegisters ? InRegisters(kernel, names) : TileEpilogue.None;
        var pass = inRegisters ? null : PassOf(kernel, names);

        var arguments = Arguments(kernel, names).ToList();
        var method = context.Method(kernel.Name, name => PrintMethod(name, kernel, names, epilogue, pass, arguments));
        return $"{method}({Argument.Scaled("rows", kernel.Left)}, {Argument.Scaled("stride", kernel.Left)}, {string.Join(", ", arguments.Select(argument => argument.Source))});";
    }

    private IEnumerable<Argument> Arguments(MatMulKernel kernel, IReadOnlyDictionary<Node, string> names)
    {
        var parameter = context.Plan.Parameters[kernel.Parameter];
        yield return Argument.Of(context, program, kernel.Left, names[kernel.Left], "from");
        yield return new Argument($"ref {context.T} weight", Inv($"ref pass.{(kernel.Transposed ? "Parameter" : "Transposed")}({(kernel.Transposed ? parameter.KernelOffset : parameter.TransposedOffset)})"));
        if (kernel.Bias is not null)
        {
            yield return Argument.Of(context, program, kernel.Bias, "bias", "from");
        }

        foreach (var value in names.Keys.Where(value => value != kernel.Left && Argument.IsPassed(value)))
        {
            yield return Argument.Of(context, program, value, names[value], "from");
        }
    }

    private string PrintMethod(string name, MatMulKernel kernel, IReadOnlyDictionary<Node, string> names, TileEpilogue epilogue, string? pass, IReadOnlyList<Argument> arguments)
    {
        var (writer, width) = (new SourceWriter(), context.Width);
        var (full, rest) = (kernel.N / width, kernel.N % width);
        var narrow = rest is > 0 && rest <= width / 2;
        var wide = full + (rest > width / 2 ? 1 : 0);
        writer.Line($"/// <summary>{XmlText.Of(Formula(kernel, names))}: [rows, {kernel.K}] → [rows, {kernel.N}], one panel of the weight after the other.</summary>");
        using (writer.Block($"private static void {name}(nint rows, nint stride, {string.Join(", ", arguments.Select(argument => argument.Declaration))})"))
        {
            foreach (var constant in Constants(kernel))
            {
                writer.Line(context.Constant(constant, names[constant]));
            }

            if (kernel.Bias is not null)
            {
                using (writer.Block(Inv($"if (stride == {width})")))
                {
                    WriteSingleRow(writer, kernel, names, epilogue, pass, wide, narrow);
                }

                writer.Line();
            }

            if (wide == 1)
            {
                WritePanel(writer, kernel, names, epilogue, pass, false, "0");
            }
            else if (wide > 1)
            {
                using (writer.Block(Inv($"for (nint panel = 0; panel < {wide}; panel++)")))
                {
                    WritePanel(writer, kernel, names, epilogue, pass, false, "panel");
                }
            }

            if (narrow)
            {
                if (wide > 0)
                {
                    writer.Line();
                }

                WritePanel(writer, kernel, names, epilogue, pass, true, Inv($"{wide}"));
            }
        }

        return writer.ToString();
    }

    /// <summary>A batch of one row: several panels at once, so that enough sums are under way; panels of one row lie side by side.</summary>
    private void WriteSingleRow(SourceWriter writer, MatMulKernel kernel, IReadOnlyDictionary<Node, string> names, TileEpilogue epilogue, string? pass, int wide, bool narrow)
    {
        var width = context.Width;
        var panel = 0;
        foreach (var tile in new TileSet(context.Target).Gemv())
        {
            var printed = tile with
            {
                Epilogue = epilogue.Statements,
                EpilogueParameters = epilogue.Operands.Select(operand => $"ref {context.T} {operand}").ToList(),
                EpilogueRemark = epilogue.Remark,
                Suffix = epilogue.Name,
            };
            var last = tile.IsNarrow ? wide + (narrow ? 1 : 0) : wide;
            for (; panel + tile.Panels <= last && (!tile.IsNarrow || panel == wide); panel += tile.Panels)
            {
                var method = context.Method(printed);
                string At(string name, int step) => panel == 0 ? $"ref {name}" : Inv($"ref Unsafe.Add(ref {name}, {panel * step})");
                var stride = tile.Panels > 1 ? Inv($"{kernel.K * width}, ") : "";
                var operands = string.Concat(epilogue.Operands.Zip(kernel.Operands, (_, operand) => ", " + At(names[operand], width)));
                writer.Line(Inv($"{method}(ref {names[kernel.Left]}, {At("weight", kernel.K * width)}, {stride}{At(names[kernel.Stores[0].Node], width)}, {At("bias", width)}, {kernel.K}{operands});"));
            }
        }

        if (pass is not null)
        {
            var padded = (wide * width) + (narrow ? context.Target.Half : 0);
            writer.Line(Inv($"{pass}(rows, {padded}, {(Masks(kernel) ? Inv($"{kernel.N}, ") : "")}{string.Join(", ", PassedToEpilogue(kernel).Select(value => "ref " + names[value]))});"));
        }

        writer.Line("return;");
    }

    private void WritePanel(SourceWriter writer, MatMulKernel kernel, IReadOnlyDictionary<Node, string> names, TileEpilogue epilogue, string? pass, bool narrow, string panel)
    {
        var panels = PanelMethods.Rows(context, narrow, kernel.Bias is not null, epilogue);
        string At(string name, string step) => panel == "0" ? $"ref {name}" : $"ref Unsafe.Add(ref {name}, {panel} * {step})";
        string Value(Node node) => At(names[node], Placement.Of(node) is Place.Parameter or Place.Constant or Place.Fixed ? Inv($"{context.Width}") : "stride");
        var bias = kernel.Bias is null ? "" : At("bias", Inv($"{context.Width}")) + ", ";
        var operands = string.Concat(kernel.Operands.Where(_ => pass is null).Select(operand => ", " + Value(operand)));
        writer.Line(Inv($"{panels}(rows, stride, ref {names[kernel.Left]}, {At("weight", Inv($"{kernel.K * context.Width}"))}, {bias}{Value(kernel.Stores[0].Node)}, {kernel.K}{operands});"));
        if (pass is not null)
        {
            var arguments = PassedToEpilogue(kernel).Select(value => Placement.Of(value) is Place.Panels or Place.Parameter or Place.Constant or Place.Fixed ? Value(value) : $"ref {names[value]}");
            var columns = panel == "0" ? Inv($"{kernel.N}") : Inv($"{kernel.N} - ({panel} * {context.Width})");
            writer.Line($"{pass}(rows, {(narrow ? context.Target.Half : context.Width)}, {(Masks(kernel) ? columns + ", " : "")}{string.Join(", ", arguments)});");
        }
    }

    private static List<Node> PassedToEpilogue(MatMulKernel kernel) =>
        kernel.Stores.Select(store => store.Node).Concat(kernel.Operands.Where(operand => Argument.IsPassed(operand) || Placement.Of(operand) == Place.Constant)).Distinct().ToList();

    private static IEnumerable<Node> Constants(MatMulKernel kernel) => kernel.Operands.Where(operand => Placement.Of(operand) == Place.Constant);

    private TileEpilogue InRegisters(MatMulKernel kernel, IReadOnlyDictionary<Node, string> names)
    {
        var value = kernel.Stores[0].Value;
        if (value is Variable { Index: 0 })
        {
            return TileEpilogue.None;
        }

        var operands = kernel.Operands.Select((operand, index) => Inv($"e{index}")).ToList();
        var loads = operands.Select(operand => $"var {{v}}{operand} = {context.V}.LoadUnsafe(ref {operand}, {{at}});");
        var code = context.Functions.Write([value], ["{v}", .. operands.Select(operand => "{v}" + operand)], "{v}t");
        var origin = kernel.Stores[0].Node;
        var name = KernelNames.Pascal(new string(origin.Origin.Where(char.IsLetter).ToArray())) + (origin.Backward ? "Gradient" : "");
        return new TileEpilogue(name, [.. loads, .. code.Statements, $"{{v}} = {code.Results[0]};"], operands, ", then " + ExprPrinter.Print(value, ["c", .. operands]));
    }

    /// <summary>Whether a panel has lanes behind its last column. They stay zero, because gradients of weights are made from them too.</summary>
    private bool Masks(MatMulKernel kernel) => kernel.N % context.Target.Half != 0;

    /// <summary>The epilogue as a method of its own: reads the product where the first result will stand.</summary>
    private string? PassOf(MatMulKernel kernel, IReadOnlyDictionary<Node, string> names)
    {
        var passed = PassedToEpilogue(kernel);
        return context.Method(kernel.Name + "Epilogue", name =>
        {
            var writer = new SourceWriter();
            writer.Line($"/// <summary>{XmlText.Of(string.Join("; ", kernel.Stores.Select(store => $"{names[store.Node]} = {ExprPrinter.Print(store.Value, [.. kernel.Operands.Select(OperandName).Prepend("product")])}")))}.</summary>");
            var declarations = passed.Select(value => Placement.Of(value) == Place.Labels ? $"ref int {names[value]}" : $"ref {context.T} {names[value]}");
            using (writer.Block($"private static void {name}(nint rows, nint width, {(Masks(kernel) ? "nint columns, " : "")}{string.Join(", ", declarations)})"))
            using (writer.Block("for (nint row = 0; row < rows; row++)"))
            using (writer.Block(Inv($"for (nint lane = 0; lane < width; lane += {context.Lanes})")))
            {
                writer.Line(Inv($"nint at = (row * {context.Width}) + lane;"));
                if (Masks(kernel))
                {
                    writer.Line($"var valid = {context.V}.LessThan({context.Target.Vector}.Indices + {context.V}.Create(({context.T})lane), {context.V}.Create(({context.T})columns));");
                }

                var loads = new List<string> { "product" };
                writer.Line($"var product = {context.Load(names[kernel.Stores[0].Node], "at")};");
                foreach (var operand in kernel.Operands)
                {
                    loads.Add(OperandName(operand));
                    writer.Line($"var {OperandName(operand)} = {OperandLoad(operand)};");
                }

                var code = context.Functions.Write(kernel.Stores.Select(store => store.Value).ToList(), loads, "t");
                foreach (var statement in code.Statements)
                {
                    writer.Line(statement);
                }

                foreach (var (store, result) in kernel.Stores.Zip(code.Results, (store, result) => (store, result)))
                {
                    var stored = Masks(kernel) ? $"{context.V}.ConditionalSelect(valid, {result}, {context.Target.Vector}.Zero)" : result;
                    writer.Line($"{context.V}.StoreUnsafe({stored}, ref {names[store.Node]}, (nuint)at);");
                }
            }

            return writer.ToString();
        });

        string OperandName(Node operand) => names[operand] + "Vector";

        string OperandLoad(Node operand) => Placement.Of(operand) switch
        {
            Place.Panels => context.Load(names[operand], "at"),
            Place.Parameter or Place.Constant or Place.Fixed => context.Load(names[operand], "lane"),
            Place.Labels => $"{context.V}.Create(({context.T})Unsafe.Add(ref {names[operand]}, row))",
            Place.RowScalars or Place.RowWeights => $"{context.V}.Create(Unsafe.Add(ref {names[operand]}, row))",
            _ => throw new InvalidOperationException($"The epilogue of {kernel.Name} cannot read {operand.Operation.Name}."),
        };
    }

    private static string Formula(MatMulKernel kernel, IReadOnlyDictionary<Node, string> names)
    {
        var product = $"{names[kernel.Left]} {(kernel.Transposed ? "Wᵀ" : "W")}{(kernel.Bias is null ? "" : " + bias")}";
        return string.Join("; ", kernel.Stores.Select(store => store.Value is Variable { Index: 0 }
            ? $"{names[store.Node]} = {product}"
            : $"{names[store.Node]} = {ExprPrinter.Print(store.Value, [.. kernel.Operands.Select(operand => names.TryGetValue(operand, out var name) ? name : SimdContext.Local(operand)).Prepend("(" + product + ")")])}"));
    }
}
