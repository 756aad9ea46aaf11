using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using Digits;
using NetGen;

namespace Service;

/// <summary>Reads an image out of a request: JSON with <c>pixels</c>, or 784 raw bytes.</summary>
internal static class ImageReader
{
    private static int Size => DigitNet.Info.InputSize;

    /// <summary>Reads and prepares an image.</summary>
    /// <param name="request">The request.</param>
    /// <param name="normalization">How the training images were prepared.</param>
    /// <param name="cancellation">Told before a read is cancelled.</param>
    /// <returns>The inputs of the network, and the mean of the pixels from 0 to 1.</returns>
    /// <exception cref="RefusedException">The request is not an image.</exception>
    public static async Task<(float[] Inputs, double Brightness)> ReadAsync(HttpRequest request, Normalization normalization, CancellationToken cancellation)
    {
        var type = request.ContentType?.Split(';')[0].Trim();
        var pixels = string.Equals(type, "application/octet-stream", StringComparison.OrdinalIgnoreCase) ? await ReadBytesAsync(request.BodyReader, cancellation)
            : string.Equals(type, "application/json", StringComparison.OrdinalIgnoreCase) ? await ReadJsonAsync(request.BodyReader, cancellation)
            : throw new RefusedException(StatusCodes.Status415UnsupportedMediaType, $"The content type is '{type}'; application/json and application/octet-stream are understood.");
        var sum = 0.0;
        for (var i = 0; i < pixels.Length; i++)
        {
            // Written so that NaN fails, too.
            if (!(pixels[i] >= 0 && pixels[i] <= 255))
            {
                throw Bad($"Pixel {i} is {pixels[i].ToString(CultureInfo.InvariantCulture)}; pixels are from 0 to 255.");
            }

            sum += pixels[i];
            pixels[i] = normalization.Apply(pixels[i] / 255);
        }

        return (pixels, sum / (255 * pixels.Length));
    }

    private static async Task<float[]> ReadBytesAsync(PipeReader reader, CancellationToken cancellation)
    {
        var body = await BodyAsync(reader, Size, cancellation);
        if (body.Length != Size)
        {
            throw Bad(body.Length > Size ? $"The body has more than {Size} bytes; an image is {Size} bytes, one per pixel." : $"The body has {body.Length} bytes; an image is {Size} bytes, one per pixel.");
        }

        return Array.ConvertAll(body, pixel => (float)pixel);
    }

    private static async Task<float[]> ReadJsonAsync(PipeReader reader, CancellationToken cancellation)
    {
        var body = await BodyAsync(reader, long.MaxValue, cancellation);
        PredictRequest? request;
        try
        {
            request = JsonSerializer.Deserialize(body, Messages.Default.PredictRequest);
        }
        catch (JsonException problem)
        {
            throw Bad($"The body is not the expected JSON, {{\"pixels\": [{Size} numbers]}}: line {(problem.LineNumber ?? 0) + 1}, byte {problem.BytePositionInLine ?? 0}.");
        }

        var pixels = request?.Pixels ?? throw Bad($"The JSON has no 'pixels'; {{\"pixels\": [{Size} numbers]}} was expected.");
        return pixels.Length == Size ? pixels : throw Bad($"'pixels' has {pixels.Length} numbers; an image of 28 × 28 has {Size}.");
    }

    /// <summary>The whole body, or of a longer one some of what is more than <paramref name="most"/> bytes, so that it is noticed. The server limits how long a body may be.</summary>
    private static async Task<byte[]> BodyAsync(PipeReader reader, long most, CancellationToken cancellation)
    {
        while (true)
        {
            var result = await reader.ReadAsync(CancellationToken.None);
            if (result.IsCanceled)
            {
                // Given back first, as the stream of the body does not: Kestrel could not read on behind a read that never ends, and would log it as a fault.
                // It also cancels a read when the service is about to end; that one is taken up again.
                reader.AdvanceTo(result.Buffer.Start);
                cancellation.ThrowIfCancellationRequested();
            }
            else if (result.IsCompleted || result.Buffer.Length > most)
            {
                var body = result.Buffer.ToArray();
                reader.AdvanceTo(result.Buffer.End);
                return body;
            }
            else
            {
                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            }
        }
    }

    private static RefusedException Bad(string reason) => new(StatusCodes.Status400BadRequest, reason);
}
