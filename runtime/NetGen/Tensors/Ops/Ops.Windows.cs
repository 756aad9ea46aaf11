using NetGen.Runtime;

namespace NetGen;

/// <content>What windows see of images; each is the other's derivative.</content>
public static partial class Ops
{
    /// <summary>Of an image [height, width, channels] what each position of a window sees: [rows, columns, taps, channels] or, joined, [rows, columns, taps * channels].</summary>
    internal static Tensor Patches(Tensor x, WindowShape shape)
    {
        int[] dims = shape.Joined ? [shape.Rows, shape.Columns, shape.Taps * shape.Channels] : [shape.Rows, shape.Columns, shape.Taps, shape.Channels];
        return new Tensor(Array.ConvertAll(Places(x.Extents.Samples, shape), place => x.Values[place]), x.Extents.With(dims), x.Kind, new Dependence(x, (g, _) => Fold(g, shape)));
    }

    /// <summary>The sum, at each position of an image, of what windows have there.</summary>
    internal static Tensor Fold(Tensor x, WindowShape shape)
    {
        var values = new double[x.Extents.Samples * shape.Height * shape.Width * shape.Channels];
        int[] places = Places(x.Extents.Samples, shape);
        for (int i = 0; i < places.Length; i++)
        {
            values[places[i]] += x.Values[i];
        }

        return new Tensor(values, x.Extents.With([shape.Height, shape.Width, shape.Channels]), x.Kind, new Dependence(x, (g, _) => Patches(g, shape)));
    }

    /// <summary>Where in the images the values of all patches come from.</summary>
    private static int[] Places(int samples, WindowShape shape)
    {
        var places = new int[samples * shape.Rows * shape.Columns * shape.Taps * shape.Channels];
        int at = 0;
        for (int sample = 0; sample < samples; sample++)
        {
            for (int row = 0; row < shape.Rows * shape.Columns; row++)
            {
                for (int tap = 0; tap < shape.Taps; tap++)
                {
                    int first = ((sample * shape.Height * shape.Width) + shape.PositionOf(row, tap)) * shape.Channels;
                    for (int channel = 0; channel < shape.Channels; channel++)
                    {
                        places[at++] = first + channel;
                    }
                }
            }
        }

        return places;
    }
}
