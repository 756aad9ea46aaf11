using System.Diagnostics;

namespace Service.Batching;

/// <summary>An image that waits for its answer.</summary>
/// <param name="inputs">The image, prepared.</param>
/// <param name="cancellation">Tells that nobody waits any more.</param>
internal sealed class PendingPrediction(float[] inputs, CancellationToken cancellation)
{
    private readonly TaskCompletionSource<float[]> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _since = Stopwatch.GetTimestamp();

    /// <summary>The image.</summary>
    public float[] Inputs { get; } = inputs;

    /// <summary>How long it waits already.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(_since);

    /// <summary>Whether nobody waits for the answer any more.</summary>
    public bool IsAbandoned => cancellation.IsCancellationRequested;

    /// <summary>The probabilities, when they are there.</summary>
    public Task<float[]> Answer => _answer.Task;

    /// <summary>Answers.</summary>
    public void Complete(float[] probabilities) => _answer.TrySetResult(probabilities);

    /// <summary>Says why there is no answer.</summary>
    public void Fail(Exception reason) => _answer.TrySetException(reason);
}
