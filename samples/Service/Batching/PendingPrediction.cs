namespace Service.Batching;

/// <summary>An image that waits for its answer.</summary>
/// <param name="inputs">The image, prepared.</param>
internal sealed class PendingPrediction(float[] inputs)
{
    private readonly TaskCompletionSource<float[]> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The image.</summary>
    public float[] Inputs { get; } = inputs;

    /// <summary>The probabilities, when they are there.</summary>
    public Task<float[]> Answer => _answer.Task;

    /// <summary>Answers.</summary>
    public void Complete(float[] probabilities) => _answer.TrySetResult(probabilities);

    /// <summary>Says why there is no answer.</summary>
    public void Fail(Exception reason) => _answer.TrySetException(reason);
}
