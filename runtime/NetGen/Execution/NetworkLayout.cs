using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>The compiled network in numbers: what emitted code tells the runtime once.</summary>
/// <param name="Info">The network as users see it.</param>
/// <param name="Parameters">Its parameters in file order.</param>
/// <param name="Programs">By <see cref="ProgramKind"/>; null for programs that the network has not got.</param>
/// <param name="Classes">The number of classes when targets are labels; 0 when they are values.</param>
/// <param name="RowsPerSample">Rows of the output per sample: the positions that are labelled and weighted.</param>
/// <param name="StaleTransposes">Parameters whose transposed copy training does not keep up to date.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record NetworkLayout(
    NetworkInfo Info,
    ParameterLayout[] Parameters,
    ProgramLayout?[] Programs,
    int Classes,
    int RowsPerSample,
    int[] StaleTransposes)
{
    /// <summary>What training gathers, in file order: of a batch norm its running mean, its running variance and the counter of its batches.</summary>
    public ParameterLayout[] Buffers { get; init; } = [];

    /// <summary>For each vector among the buffers how often a step replaces it: more than once where a layer is used several times. Empty: once each. Told to devices.</summary>
    public int[] BufferUpdates { get; init; } = [];

    /// <summary>How the network takes its sequence one position at a time; null where it cannot.</summary>
    public StreamLayout? Stream { get; init; }

    /// <summary>Numbers per sample that stateful recurrences leave to the next window; 0 without any.</summary>
    public int WindowStates { get; init; }

    /// <summary>The weights that are part of the program; null where they are drawn.</summary>
    public EmbeddedWeights? Weights { get; init; }

    /// <summary>Values per sample of each input.</summary>
    public int[] Inputs { get; init; } = [Info.InputSize];

    /// <summary>Values per sample of each output.</summary>
    public int[] Outputs { get; init; } = [Info.OutputSize];

    /// <summary>What each loss compares with.</summary>
    public TargetLayout[] Targets { get; init; } =
        [new(Classes > 0, Classes > 0 ? RowsPerSample : Info.OutputSize, Classes, RowsPerSample, Info.LabelWeights is null ? [] : [.. Info.LabelWeights]) { Ignored = Info.IgnoredLabel }];

    /// <summary>Rows of a sample that can be weighted one by one: those that all losses label alike, otherwise 1.</summary>
    internal int WeightedRows
    {
        get
        {
            foreach (var target in Targets)
            {
                if (!target.Labels || target.Rows != Targets[0].Rows)
                {
                    return 1;
                }
            }

            return Targets.Length == 0 ? 1 : Targets[0].Rows;
        }
    }

    /// <summary>Weights whose transposed copy training needs and keeps up to date.</summary>
    internal int[] FreshTransposes { get; } =
        [.. Enumerable.Range(0, Parameters.Length).Where(index => Parameters[index].TransposedOffset >= 0 && !StaleTransposes.Contains(index))];
}

/// <summary>What one loss compares with.</summary>
/// <param name="Labels">True for a label per row; false for values.</param>
/// <param name="Size">Labels or values per sample.</param>
/// <param name="Classes">The number of classes, for labels.</param>
/// <param name="Rows">Rows per sample whose losses are averaged.</param>
/// <param name="LabelWeights">The weight of each class; empty where all weigh the same.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TargetLayout(bool Labels, int Size, int Classes, int Rows, double[] LabelWeights)
{
    /// <summary>The label of rows that count for nothing.</summary>
    public int Ignored { get; init; } = TargetInfo.Unlabelled;

    /// <summary>The kind of the loss, without its arguments; empty where any target will do.</summary>
    public string Loss { get; init; } = "";
}
