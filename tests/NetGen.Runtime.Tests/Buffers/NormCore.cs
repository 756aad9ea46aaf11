using System.Runtime.CompilerServices;

namespace NetGen.Runtime.Tests.Buffers;

/// <summary>
/// A network as emitted code would make it: each feature is normalised, by the batch in training and by running statistics otherwise, weighted and added up, with squared
/// errors. Running statistics follow with the momentum 0.1, as PyTorch's.
/// </summary>
internal sealed class NormCore(int features) : NetworkCore<float>(
    new NetworkLayout(
        new NetworkInfo("NormNet", Precision.Single, [features], [1], 1, "MeanSquaredError", [], 0, 0),
        NormLayouts.Parameters<float>(features),
        [Program(), Program(), Training(features), Training(features)],
        0,
        1,
        [])
    {
        Buffers = NormLayouts.Buffers<float>(features),
    },
    seed: 1)
{
    /// <summary>Weights whose gradient a task computes.</summary>
    private const int Block = 512;

    private readonly int _units = ((features - 1) / 32) + 1;

    /// <summary>Whether the step fails before its statistics, or after.</summary>
    public bool FailsBefore { get; set; }

    public bool FailsAfter { get; set; }

    private int Bias => Panels.RoundUp<float>(features);

    private int RunningMean => Bias + 16;

    private int RunningVariance => RunningMean + Bias;

    public override void Execute(ProgramKind program, int phase, Pass<float> pass, int chunk, int from, int to)
    {
        if (program is ProgramKind.Predict or ProgramKind.Loss)
        {
            Rows(program, pass, ref pass.Parameter(RunningMean), ref pass.Parameter(RunningVariance), from, to);
            return;
        }

        switch (phase)
        {
            case 0:
                Statistics(pass);
                break;
            case 1:
                Rows(program, pass, ref pass.Fixed(0), ref pass.Fixed(_units), from, to);
                break;
            default:
                Gradients(pass, chunk, from, to);
                break;
        }
    }

    private static ProgramLayout Program() => new(1, 2, 0, 0, 0);

    private static ProgramLayout Training(int features) => new(1, 2, 0, Tasks(features), 0)
    {
        Fixed = 4 * (((features - 1) / 32) + 1),
        Phases = [PhaseLayout.Once, PhaseLayout.Rows, PhaseLayout.Sums(Tasks(features))],
    };

    private static int Tasks(int features) => ((features - 1) / Block) + 2;

    /// <summary>Mean and variance of the batch, and the running ones that follow from them.</summary>
    private void Statistics(Pass<float> pass)
    {
        if (FailsBefore)
        {
            throw new InsufficientMemoryException("before");
        }

        for (int feature = 0; feature < features; feature++)
        {
            double sum = 0, squares = 0;
            for (int row = 0; row < pass.Batch; row++)
            {
                double x = Unsafe.Add(ref pass.Input, (row * features) + feature);
                (sum, squares) = (sum + x, squares + (x * x));
            }

            double mean = sum / pass.Batch, variance = (squares / pass.Batch) - (mean * mean), unbiased = variance * pass.Batch / Math.Max(1, pass.Batch - 1);
            Unsafe.Add(ref pass.Fixed(0), feature) = (float)mean;
            Unsafe.Add(ref pass.Fixed(_units), feature) = (float)variance;
            Unsafe.Add(ref pass.Fixed(2 * _units), feature) = (0.9f * Unsafe.Add(ref pass.Parameter(RunningMean), feature)) + (0.1f * (float)mean);
            Unsafe.Add(ref pass.Fixed(3 * _units), feature) = (0.9f * Unsafe.Add(ref pass.Parameter(RunningVariance), feature)) + (0.1f * (float)unbiased);
        }

        pass.UpdateBuffer(0, 2 * _units);
        pass.UpdateBuffer(1, 3 * _units);
        if (FailsAfter)
        {
            throw new InsufficientMemoryException("after");
        }
    }

    private void Rows(ProgramKind program, Pass<float> pass, ref float mean, ref float variance, int from, int to)
    {
        for (int row = from; row < to; row++)
        {
            float y = pass.Parameter(Bias);
            for (int feature = 0; feature < features; feature++)
            {
                y += pass.Parameter(feature) * Normalized(pass, ref mean, ref variance, row, feature);
            }

            if (program == ProgramKind.Predict)
            {
                Unsafe.Add(ref pass.Output, row) = y;
            }
            else if (program == ProgramKind.Backward)
            {
                pass.Scalars(1, row) = Unsafe.Add(ref pass.OutputGradient, row);
            }
            else
            {
                float error = y - Unsafe.Add(ref pass.Target, row);
                pass.Scalars(0, row) = pass.RowWeight(row) * error * error;
                pass.Scalars(1, row) = pass.RowWeight(row) * 2 * error;
            }
        }
    }

    private void Gradients(Pass<float> pass, int chunk, int from, int to)
    {
        for (int task = from; task < to; task++)
        {
            bool isBias = task == Tasks(features) - 1;
            int first = isBias ? 0 : task * Block, count = isBias ? 1 : Math.Min(Block, features - first), offset = isBias ? Bias : first;
            if (pass.Storage.IsFrozen(isBias ? 1 : 0))
            {
                continue;
            }

            ref float gradient = ref pass.Gradient(offset, chunk);
            for (int i = 0; i < Panels.RoundUp<float>(count); i++)
            {
                float sum = 0;
                for (int row = 0; row < pass.Batch && i < count; row++)
                {
                    sum += pass.Scalars(1, row) * (isBias ? 1 : Normalized(pass, ref pass.Fixed(0), ref pass.Fixed(_units), row, first + i));
                }

                Unsafe.Add(ref gradient, i) = sum;
            }

            pass.Update(offset, Panels.RoundUp<float>(count), ref gradient);
        }
    }

    private float Normalized(Pass<float> pass, ref float mean, ref float variance, int row, int feature) =>
        (Unsafe.Add(ref pass.Input, (row * features) + feature) - Unsafe.Add(ref mean, feature)) / MathF.Sqrt(Unsafe.Add(ref variance, feature) + 1e-5f);
}
