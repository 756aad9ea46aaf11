using NetGen.Compiler.Emission.Ilgpu.Scalars;
using NetGen.Compiler.Emission.Simd;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Launching;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>What the printers of device kernels share: the network, and the methods collected so far, each text once.</summary>
internal sealed class GpuContext(DevicePlan plan)
{
    private readonly MethodTable _methods = new();
    private readonly List<string> _types = [];

    public DevicePlan Plan { get; } = plan;

    public NetworkPlan Network => Plan.Network;

    public DeviceLayout Layout => Plan.Layout;

    public DeviceMath Math { get; } = new(plan.Network.Precision);

    public IReadOnlyList<string> Methods => _methods.Texts;

    /// <summary>Types that methods use.</summary>
    public IReadOnlyList<string> Types => _types;

    /// <summary>The C# type of a value.</summary>
    public string T => Network.Scalar;

    /// <summary>The type of a block of values.</summary>
    public string View => $"ArrayView<{T}>";

    /// <summary>
    /// Adds a method and returns its name. <paramref name="print"/> gets the name to use; the same text is kept once, and another
    /// text under the same name gets a number behind it.
    /// </summary>
    public string Method(string name, Func<string, string> print)
    {
        name = DeviceNames.Method(name);
        return _methods.Add(name, char.IsDigit(name[name.Length - 1]) ? "_" : "", print);
    }

    /// <summary>Adds a type, once.</summary>
    public void Type(string text)
    {
        if (!_types.Contains(text))
        {
            _types.Add(text);
        }
    }

    /// <summary>A number as a literal of the network's type.</summary>
    public string Literal(double value) => Network.Precision == Precision.Single ? NumberText.Single(value) : NumberText.Double(value);

    /// <summary>Element <paramref name="index"/> of numbers known at compile time; kernels know no arrays that are not memory of the device.</summary>
    public string Constant(Node constant, string index)
    {
        var values = ((ConstantOperation)constant.Operation).Values.ToList();
        if (values.TrueForAll(value => value.Equals(values[0])))
        {
            return Literal(values[0]);
        }

        var method = Method(KernelTexts.Pascal(SimdContext.Local(constant)), name =>
        {
            var writer = new SourceWriter();
            writer.Line($"/// <summary>{values.Count} numbers known at compile time.</summary>");
            writer.Line($"private static {T} {name}(int index) => index switch");
            writer.Open("");
            foreach (var group in values.Select((value, position) => (value, position)).GroupBy(pair => pair.value).OrderByDescending(group => group.Count()).Skip(1).OrderBy(group => group.First().position))
            {
                writer.Line(Inv($"{string.Join(" or ", group.Select(pair => Inv($"{pair.position}")))} => {Literal(group.Key)},"));
            }

            writer.Line($"_ => {Literal(values.GroupBy(value => value).OrderByDescending(group => group.Count()).First().Key)},");
            writer.Close();
            return writer.ToString().TrimEnd('\n') + ";\n";
        });
        return $"{method}({index})";
    }

    /// <summary>The statements of the roots into <paramref name="writer"/>, and the expressions of their results.</summary>
    public IReadOnlyList<string> Write(SourceWriter writer, IReadOnlyList<Expr> roots, IReadOnlyList<string> variables, string prefix)
    {
        var code = Math.Write(roots, variables, prefix);
        foreach (var statement in code.Statements)
        {
            writer.Line(statement);
        }

        return code.Results;
    }
}
