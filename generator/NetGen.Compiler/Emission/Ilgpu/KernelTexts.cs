namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>Small pieces of device code.</summary>
internal static class KernelTexts
{
    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>A count times a constant.</summary>
    public static string Times(string count, int factor) => factor == 1 ? count : factor == 0 || count == "0" ? "0" : count == "1" ? Inv($"{factor}") : Inv($"{Wrap(count)} * {factor}");

    /// <summary>A quotient of numbers that are not negative; a shift where that is one.</summary>
    public static string Quotient(string number, int by) =>
        by == 1 ? number : IsPowerOfTwo(by) ? Inv($"{Wrap(number)} >> {Log2(by)}") : Inv($"{Wrap(number)} / {by}");

    /// <summary>A remainder of numbers that are not negative; a mask where that is one.</summary>
    public static string Remainder(string number, int by) =>
        by == 1 ? "0" : IsPowerOfTwo(by) ? Inv($"{Wrap(number)} & {by - 1}") : Inv($"{Wrap(number)} % {by}");

    /// <summary>A sum of the terms that are not zero.</summary>
    public static string Sum(params string[] terms)
    {
        var some = terms.Where(term => term != "0").ToList();
        return some.Count switch
        {
            0 => "0",
            1 => some[0],
            _ => string.Join(" + ", some.Select(Wrap)),
        };
    }

    /// <summary>The loop in which the threads of a block share <paramref name="count"/> elements.</summary>
    public static string Loop(string count, string index = "i") => $"for (int {index} = Group.IdxX; {index} < {count}; {index} += Group.DimX)";

    public static bool IsPowerOfTwo(int number) => number > 0 && (number & (number - 1)) == 0;

    public static int Log2(int number)
    {
        var bits = 0;
        while (number > 1)
        {
            number >>= 1;
            bits++;
        }

        return bits;
    }

    /// <summary>In parentheses, if it is more than a name or a number.</summary>
    public static string Wrap(string text) => text.IndexOf(' ') >= 0 ? $"({text})" : text;
}
