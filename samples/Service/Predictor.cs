using System.Diagnostics;
using System.IO.Pipelines;
using Digits;
using NetGen;
using Service.Batching;
using Service.Observation;

namespace Service;

/// <summary>From a request to an answer.</summary>
internal sealed class Predictor(DigitNet net, Batcher batcher, InputDrift drift, ServiceMetrics metrics, ServiceOptions options) : IDisposable
{
    /// <summary>Explanations at a time: the one that is computed, and those that wait for it.</summary>
    private const int MostExplanations = 32;

    private readonly Normalization _normalization = net.Metadata.Normalization ?? throw new InvalidDataException("The weights do not say how the training images were normalised: write them with samples/Digits.");
    private readonly SemaphoreSlim _explaining = new(1);
    private int _explanations;

    private static RefusedException Busy => new(StatusCodes.Status503ServiceUnavailable, "Too many requests are waiting; try again later.");

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="explains">Whether the answer comes with its saliency.</param>
    /// <exception cref="RefusedException">There is no answer.</exception>
    public async Task<PredictResponse> AnswerAsync(HttpRequest request, bool explains)
    {
        var start = Stopwatch.GetTimestamp();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted);
        timeout.CancelAfter(options.RequestTimeout);
        var isRead = false;
        try
        {
            var (inputs, brightness) = await ReadAsync(request, timeout.Token);
            isRead = true;
            timeout.CancelAfter(options.RequestTimeout);
            var probabilities = await PredictAsync(inputs, timeout.Token);
            drift.Add(brightness);
            var digit = probabilities.AsSpan().IndexOf(probabilities.Max());
            var saliency = explains ? await SaliencyAsync(inputs, digit, timeout.Token) : null;
            metrics.CountAnswer(digit, Stopwatch.GetElapsedTime(start));
            return new PredictResponse(digit, probabilities[digit], probabilities, saliency);
        }
        catch (OperationCanceledException) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            // What happens behind the reading is not the client's fault.
            throw isRead ? Busy : new RefusedException(StatusCodes.Status408RequestTimeout, $"The request took longer than {options.RequestTimeout.TotalMilliseconds} ms.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _explaining.Dispose();

    private async ValueTask<(float[] Inputs, double Brightness)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        // A read that ends so can be given back; one that a token ends cannot.
        await using var reading = cancellation.UnsafeRegister(static body => ((PipeReader)body!).CancelPendingRead(), request.BodyReader);
        return await ImageReader.ReadAsync(request, _normalization, cancellation);
    }

    /// <summary>Others wait only for requests that are there as a whole: a slow client delays nobody.</summary>
    private async ValueTask<float[]> PredictAsync(float[] inputs, CancellationToken cancellation)
    {
        batcher.Expect();
        try
        {
            return await batcher.PredictAsync(inputs, cancellation) ?? throw Busy;
        }
        finally
        {
            batcher.Forget();
        }
    }

    /// <summary>How strongly the answer reacts to each pixel, the strongest being 1.</summary>
    private async ValueTask<float[]> SaliencyAsync(float[] inputs, int digit, CancellationToken cancellation)
    {
        try
        {
            if (Interlocked.Increment(ref _explanations) > MostExplanations)
            {
                throw Busy;
            }

            await _explaining.WaitAsync(cancellation);
            try
            {
                float[] values = [.. Explain.Saliency(net, inputs, digit, new SaliencyOptions { Of = Explained.Logarithm }).Values];
                var most = values.Max();
                return most > 0 ? Array.ConvertAll(values, value => value / most) : values;
            }
            finally
            {
                _explaining.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _explanations);
        }
    }
}
