using NetGen.Compiler.Emission.Simd.MatMul;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>
/// Prints the prediction of one sample as straight-line code, for networks whose every layer is one vector: a call per layer would
/// cost more than the layer.
/// </summary>
internal sealed class SingleSample(SimdContext context, NetworkPlan plan)
{
    /// <summary>Longer sums are loops, not lines.</summary>
    private const int MaxInputs = 32;

    /// <summary>Sums side by side: an addition takes four cycles.</summary>
    private const int Chains = 4;

    private readonly Dictionary<Node, string> _vectors = [];

    private readonly IReadOnlyDictionary<Node, string> _names =
        SimdContext.Locals(plan.Programs[0].Schedule.Kernels.Where(kernel => kernel is not PackKernel).SelectMany(kernel => kernel.Writes));

    private int _parameters;

    private ProgramPlan Program => plan.Programs[0];

    /// <summary>The instruction sets that have such a method.</summary>
    public static IReadOnlyList<InstructionSet> Targets(NetworkPlan plan) =>
        [.. new[] { InstructionSet.Avx512, InstructionSet.Avx2, InstructionSet.Vector128 }.Where(set => IsPossible(new SimdContext(plan, set), plan))];

    public static bool IsPossible(SimdContext context, NetworkPlan plan) =>
        plan.IsSimple && !plan.Spec.Inputs[0].IsTokens && plan.Programs[0].Schedule.Kernels.Any(kernel => kernel is MatMulKernel) && plan.Programs[0].Schedule.Kernels.All(kernel => kernel switch
        {
            PackKernel pack => pack.Target.Type.Rows == 1,
            UnpackKernel => true,
            MatMulKernel product => product.Transposed && product.Left.Type.Rows == 1 && product.K <= (Aliases.IsGiven(product.Left) ? MaxInputs : context.Lanes) && product.N <= context.Lanes && product.Operands.Count == 0 && product.Stores.Count == 1,
            RowKernel row => row.RowsPerSample == 1 && row.Features <= context.Lanes
                && row.Writes.All(write => Placement.Of(write) == Place.Panels) && row.Reads.All(read => !Aliases.IsGiven(read)),
            _ => false,
        });

    public string Print()
    {
        var writer = new SourceWriter();
        writer.Line("/// <summary>Predicts one sample: each layer is a few vector instructions, so that nothing but them is worth its time.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"internal static void PredictOne(ref {context.T} inputs, ref {context.T} parameters, ref {context.T} outputs)"))
        {
            foreach (var kernel in Program.Schedule.Kernels)
            {
                switch (kernel)
                {
                    case MatMulKernel product:
                        writer.Line();
                        WriteProduct(writer, product);
                        break;
                    case RowKernel rows:
                        writer.Line();
                        WriteRow(writer, rows);
                        break;
                    case UnpackKernel unpack:
                        writer.Line();
                        WriteOutputs(writer, unpack.Source);
                        break;
                    default:
                        break;
                }
            }
        }

        return writer.ToString();
    }

    private void WriteProduct(SourceWriter writer, MatMulKernel product)
    {
        var (v, target) = (context.V, context.Target);
        var parameter = plan.Parameters[product.Parameter];
        var stride = product.N <= target.Half ? target.Half : target.Width;
        var given = Aliases.IsGiven(product.Left);
        var left = given ? "inputs" : _names[product.Left];
        var name = _names[product.Stores[0].Node];
        var bias = product.Bias is { Operation: ParameterOperation { Index: var index } }
            ? context.Load("parameters", Inv($"{plan.Parameters[index].KernelOffset}"))
            : $"{target.Vector}.Zero";
        writer.Line($"// {name} = {ExprPrinter.Print(product.Stores[0].Value, [$"({left} Wᵀ{(product.Bias is null ? "" : " + bias")})"])}");
        var chains = Math.Min(Chains, product.K);
        for (var k = 0; k < product.K; k++)
        {
            var chain = Inv($"{name}Sum{k % chains}");
            var x = given
                ? $"{v}.Create({(k == 0 ? left : Inv($"Unsafe.Add(ref {left}, {k})"))})"
                : $"{v}.Shuffle({_vectors[product.Left]}, {v}.Create({k}{(context.T == "float" ? "" : "L")}))";
            var weight = context.Load("parameters", Inv($"{parameter.KernelOffset + (k * stride)}"));
            writer.Line(k >= chains ? $"{chain} = {target.MultiplyAdd(x, weight, chain)};"
                : k == 0 ? $"var {chain} = {target.MultiplyAdd(x, weight, bias)};"
                : $"var {chain} = {x} * {weight};");
        }

        var sum = string.Join(" + ", Enumerable.Range(0, (chains + 1) / 2).Select(pair => 2 * pair + 1 < chains
            ? Inv($"({name}Sum{2 * pair} + {name}Sum{(2 * pair) + 1})")
            : Inv($"{name}Sum{2 * pair}")));
        writer.Line($"var {name}Product = {sum};");
        var code = context.Functions.Write([product.Stores[0].Value], [name + "Product"], name + "T");
        foreach (var statement in code.Statements)
        {
            writer.Line(statement);
        }

        writer.Line($"var {name}Vector = {code.Results[0]};");
        _vectors[product.Stores[0].Node] = name + "Vector";
    }

    private void WriteRow(SourceWriter writer, RowKernel kernel)
    {
        var names = _names.ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var operand in kernel.Operands.Where(operand => operand.Operation is ParameterOperation))
        {
            names[operand] = Inv($"{SimdContext.Local(operand)}_{_parameters++}");
            var offset = plan.Parameters[((ParameterOperation)operand.Operation).Index].KernelOffset;
            writer.Line(Inv($"ref {context.T} {names[operand]} = ref Unsafe.Add(ref parameters, {offset});"));
        }

        foreach (var node in kernel.Writes)
        {
            writer.Line($"{context.Target.Vector} {names[node]}Vector;");
        }

        using (writer.Block(""))
        {
            var body = new RowBody(context, kernel, new RowLanes(context, 1), writesMemory: false);
            foreach (var pair in _vectors)
            {
                body.Hold(pair.Key, pair.Value);
            }

            body.WriteSetup(writer);
            body.Write(writer, names);
            foreach (var node in kernel.Writes)
            {
                writer.Line($"{names[node]}Vector = {body.Held(node)};");
                _vectors[node] = names[node] + "Vector";
            }
        }
    }

    private void WriteOutputs(SourceWriter writer, Node source)
    {
        var (vector, count) = (_vectors[source], source.Type.Last);
        for (var i = 0; i < count; i++)
        {
            var place = i == 0 ? "outputs" : Inv($"Unsafe.Add(ref outputs, {i})");
            writer.Line(Inv($"{place} = {vector}.GetElement({i});"));
        }
    }
}
