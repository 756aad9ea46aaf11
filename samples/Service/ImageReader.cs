using System.Globalization;
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
    /// <returns>The inputs of the network, and the mean of the pixels from 0 to 1.</returns>
    /// <exception cref="RefusedException">The request is not an image.</exception>
    public static async Task<(float[] Inputs, double Brightness)> ReadAsync(HttpRequest request, Normalization normalization)
    {
        var type = request.ContentType?.Split(';')[0].Trim();
        var pixels = string.Equals(type, "application/octet-stream", StringComparison.OrdinalIgnoreCase) ? await ReadBytesAsync(request.Body)
            : string.Equals(type, "application/json", StringComparison.OrdinalIgnoreCase) ? await ReadJsonAsync(request.Body)
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

    private static async Task<float[]> ReadBytesAsync(Stream body)
    {
        // One more than an image, so that more is noticed.
        var bytes = new byte[Size + 1];
        var read = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read != Size)
        {
            throw Bad(read > Size ? $"The body has more than {Size} bytes; an image is {Size} bytes, one per pixel." : $"The body has {read} bytes; an image is {Size} bytes, one per pixel.");
        }

        var pixels = new float[Size];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = bytes[i];
        }

        return pixels;
    }

    private static async Task<float[]> ReadJsonAsync(Stream body)
    {
        PredictRequest? request;
        try
        {
            request = await JsonSerializer.DeserializeAsync(body, Messages.Default.PredictRequest);
        }
        catch (JsonException problem)
        {
            throw Bad($"The body is not the expected JSON, {{\"pixels\": [{Size} numbers]}}: line {(problem.LineNumber ?? 0) + 1}, byte {problem.BytePositionInLine ?? 0}.");
        }

        var pixels = request?.Pixels ?? throw Bad($"The JSON has no 'pixels'; {{\"pixels\": [{Size} numbers]}} was expected.");
        return pixels.Length == Size ? pixels : throw Bad($"'pixels' has {pixels.Length} numbers; an image of 28 × 28 has {Size}.");
    }

    private static RefusedException Bad(string reason) => new(StatusCodes.Status400BadRequest, reason);
}
