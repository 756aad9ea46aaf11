namespace NetGen.Graphs.Tests;

/// <summary>The loss in training mode, and its gradients by parameters and each input.</summary>
internal delegate Number GradientCall(Number[][] inputs, Number[][] targets, Number[] gradients, Number[][] inputGradients);

/// <summary>A product of gradients from elsewhere with the derivative of Predict.</summary>
internal delegate void BackwardCall(Number[][] inputs, Number[][] outputGradients, Number[] gradients, Number[][] inputGradients);

/// <summary>A network behind arrays, one per input, target and output, so that every test is written once.</summary>
internal sealed record Subject(NetworkInfo Info, ParameterSet<Number> Parameters)
{
    /// <summary>Values per sample.</summary>
    public required int[] InputSizes { get; init; }

    /// <inheritdoc cref="InputSizes"/>
    public required int[] OutputSizes { get; init; }

    /// <summary>Values per sample, or minus the number of classes for a label.</summary>
    public required int[] TargetSizes { get; init; }

    public required Func<Number[][], Number[][]> Predict { get; init; }

    /// <summary>Forward itself, operation by operation.</summary>
    public required Func<Number[][], Number[][]> Unfused { get; init; }

    public required Func<Number[][], PredictionTrace> Trace { get; init; }

    public required Func<Number[][], Number[][], Number> Loss { get; init; }

    public required GradientCall Gradient { get; init; }

    public required BackwardCall Backward { get; init; }

    public required Func<Number[][], Number[][], Optimizer, Number> Step { get; init; }

    public required Action<string> Save { get; init; }

    public required Action<string> Load { get; init; }

    public Number[] Weights
    {
        get
        {
            var values = new Number[Parameters.Length];
            Parameters.CopyTo(values);
            return values;
        }
    }
}
