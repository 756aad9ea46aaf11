namespace NetGen.Compiler.Emission.Simd;

/// <summary>
/// Names that emitted code uses for itself. Methods and parameters are named after the user's layers, and a layer called "event",
/// "rows" or "panels" must not end up as a keyword, as a second parameter of that name or in the way of a type.
/// </summary>
internal static class ReservedNames
{
    private static readonly HashSet<string> Locals = new(StringComparer.Ordinal)
    {
        // Parameters and locals of kernels; numbered ones count too.
        "rows", "stride", "weight", "bias", "pass", "from", "to", "task", "chunk", "panel", "width", "height", "lane", "at", "row", "f", "features",
        "product", "valid", "inputs", "outputGradients", "inputPanel", "outputPanel", "x", "dy", "gradient", "sum", "max", "value", "vector", "partialSum",
        "partialMax", "constant", "v", "t", "e", "a", "b", "c", "aPanel", "depth", "scratch", "parameters", "outputs", "samples", "sample", "matrix",
        "left", "right", "result", "column", "total", "i", "j", "k", "l", "m", "n", "o", "p",

        // Those of kernels over lanes.
        "q", "r", "y", "s", "w", "g", "seen", "first", "source", "columns", "feature", "present", "part", "target", "lanes", "batch", "wide", "taps", "tapRows", "tapColumns", "start", "count",
        "strip", "sums", "firstOutput", "firstInput", "xStrip", "dyStrip", "xRow", "dyRow", "next", "end", "step", "panelSeen", "rowsOfWeight", "numbers",
    };

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default", "delegate",
        "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in",
        "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private",
        "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this",
        "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while", "nameof", "nint",
        "nuint", "var", "await", "field", "scoped",
    };

    /// <summary>Ends of locals that are named after a layer: another layer of the whole name would be in the way.</summary>
    private static readonly string[] Suffixes = ["OfRow", "Row", "Vector", "Sum", "Product", "T"];

    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal)
    {
        "Memory", "Panels", "Lanes", "Winograd", "WindowTaps", "Unsafe", "MemoryMarshal", "Math", "MathF", "BitConverter", "Vector128", "Vector256", "Vector512", "Avx", "Avx2", "Avx512F",
        "Avx512DQ", "Fma", "Sse", "Sse2", "Sse41", "ProgramKind", "Pass", "Run", "PredictOne",
    };

    /// <summary>Whether a name has to be written with an at sign.</summary>
    public static bool IsKeyword(string name) => Keywords.Contains(name);

    /// <summary>The name for a parameter or local: itself, or with a word behind it.</summary>
    public static string Local(string name)
    {
        var stem = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '_');
        return Locals.Contains(stem) || Keywords.Contains(name) || Suffixes.Any(suffix => stem.EndsWith(suffix, StringComparison.Ordinal)) ? name + "Layer" : name;
    }

    /// <summary>The name for a method: itself, or with a word behind it.</summary>
    public static string Method(string name) => Methods.Contains(name) || name.StartsWith("Kernels", StringComparison.Ordinal) ? name + "Layer" : name;
}
