using NetGen.Runtime;
using NetGen.Tests.Parameters;

namespace NetGen.Tests.Execution;

/// <summary>A network as emitted code would make it, whose loss in each row is the row's first input, times the label's weight.</summary>
internal sealed class FakeCore(string loss, int classes = 0, int rows = 1, double[]? labelWeights = null, int width = 1, long flops = 0) : NetworkCore<float>(
    new NetworkLayout(
        new NetworkInfo("FakeNet", Precision.Single, [rows], [rows, width], classes > 0 ? rows : rows * width, loss, [], 0, 0, labelWeights),
        Storages.Layouts<float>(64, 128),
        [Program(rows, 0, flops), Program(rows, 0, flops), Program(rows, 3, flops), null],
        classes,
        rows,
        []),
    seed: 1)
{
    public List<int> Blocks { get; } = [];

    public bool Fails { get; set; }

    /// <summary>Whether the optimizer took part in the last gradient.</summary>
    public bool Updated { get; private set; }

    public override void Execute(ProgramKind program, int phase, Pass<float> pass, int chunk, int from, int to)
    {
        if (Fails)
        {
            throw new InsufficientMemoryException("fake");
        }

        if (phase == 1)
        {
            Updated = pass.Update(0, 16, ref pass.Gradient(0, chunk));
            return;
        }

        lock (Blocks)
        {
            Blocks.Add(pass.Batch);
        }

        for (int row = from * rows; row < to * rows; row++)
        {
            float weight = labelWeights is null ? 1 : (float)labelWeights[pass.Label(row)];
            pass.Scalars(0, row) = pass.RowWeight(row) * weight * System.Runtime.CompilerServices.Unsafe.Add(ref pass.Input, row);
        }
    }

    private static ProgramLayout Program(int rows, int tasks, long flops) => new(1, rows, 0, tasks, flops);
}
