using System.Diagnostics;
using System.IO.Pipelines;
using Digits;
using NetGen;
using Service.Batching;
using Service.Observation;

namespace Service;

/// <summary>From a request to an answer.</summary>
internal sealed class Predictor(DigitNet net, Batcher batcher, InputDrift drift, ServiceMetrics metrics, ServiceOptions options)
{
    private readonly Normalization _normalization = net.Metadata.Normalization ?? throw new InvalidDataException("The weights do not say how the training images were normalised: write them with samples/Digits.");
    private readonly Lock _explaining = new();

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="explains">Whether the answer comes with its saliency.</param>
    /// <exception cref="RefusedException">There is no answer.</exception>
    public async Task<PredictResponse> AnswerAsync(HttpRequest request, bool explains)
    {
        var start = Stopwatch.GetTimestamp();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted);
        timeout.CancelAfter(options.RequestTimeout);

        // A read that ends so leaves the body as it should be; one that a token ends does not, and Kestrel complains of it.
        await using var reading = timeout.Token.UnsafeRegister(static body => ((PipeReader)body!).CancelPendingRead(), request.BodyReader);
        batcher.Expect();
        try
        {
            var (inputs, brightness) = await ImageReader.ReadAsync(request, _normalization);
            var probabilities = await batcher.PredictAsync(inputs, timeout.Token)
                ?? throw new RefusedException(StatusCodes.Status503ServiceUnavailable, "Too many requests are waiting; try again later.");
            drift.Add(brightness);
            var digit = probabilities.AsSpan().IndexOf(probabilities.Max());
            var saliency = explains ? Saliency(inputs, digit) : null;
            metrics.CountAnswer(digit, Stopwatch.GetElapsedTime(start));
            return new PredictResponse(digit, probabilities[digit], probabilities, saliency);
        }
        catch (OperationCanceledException) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            throw new RefusedException(StatusCodes.Status408RequestTimeout, $"The request took longer than {options.RequestTimeout.TotalMilliseconds} ms.");
        }
        finally
        {
            batcher.Forget();
        }
    }

    /// <summary>How strongly the answer reacts to each pixel, the strongest being 1.</summary>
    private float[] Saliency(float[] inputs, int digit)
    {
        float[] values;
        lock (_explaining)
        {
            values = [.. Explain.Saliency(net, inputs, digit, new SaliencyOptions { Of = Explained.Logarithm }).Values];
        }

        var most = values.Max();
        return most > 0 ? Array.ConvertAll(values, value => value / most) : values;
    }
}
