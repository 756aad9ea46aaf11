using System.Numerics.Tensors;

namespace NetGen;

/// <summary>Images with the channels that are wanted.</summary>
internal static class ImageChannels
{
    /// <summary>Makes the wanted channels of the given ones.</summary>
    /// <param name="image">1 grey, 2 grey and opacity, 3 colours, 4 colours and opacity.</param>
    /// <param name="channels">The same, of the result.</param>
    /// <param name="result">Room for so many channels.</param>
    public static void Convert(ImagePixels image, int channels, Span<float> result)
    {
        int plane = image.Height * image.Width;
        bool isColour = image.Channels >= 3, wantsColour = channels >= 3;
        for (int channel = 0; channel < (wantsColour ? 3 : 1); channel++)
        {
            var target = result.Slice(channel * plane, plane);
            if (isColour && !wantsColour)
            {
                TensorPrimitives.Multiply(image.Channel(0), 0.299f, target);
                TensorPrimitives.MultiplyAdd(image.Channel(1), 0.587f, target, target);
                TensorPrimitives.MultiplyAdd(image.Channel(2), 0.114f, target, target);
            }
            else
            {
                image.Channel(isColour ? channel : 0).CopyTo(target);
            }
        }

        if (channels is 2 or 4)
        {
            var opacity = result.Slice((channels - 1) * plane, plane);
            if (image.Channels is 2 or 4)
            {
                image.Channel(image.Channels - 1).CopyTo(opacity);
            }
            else
            {
                opacity.Fill(1);
            }
        }
    }
}
