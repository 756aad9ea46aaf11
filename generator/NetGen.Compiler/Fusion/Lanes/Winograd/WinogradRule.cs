using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion.Lanes.Winograd;

/// <summary>
/// When minimal filtering pays: 16 multiplications per channel, output and tile of 2x2 results replace 36, and the transforms have their price per channel and per output.
/// All counted as operations on vectors; this tells the ratio of measured times within a tenth, for 2 to 128 channels and images of 3x3 to 32x32.
/// </summary>
internal static class WinogradRule
{
    private const int Multiplications = 16;

    // Per tile: 32 additions, 16 loads and 16 stores for a channel; 24 additions, 4 stores, and 16 stores and loads of products for an output.
    private const int PerChannel = 48;
    private const int PerOutput = 64;

    // What it has to save, in hundredths: it takes memory, and the weights have to be brought along.
    private const int Gain = 110;

    public static bool Pays(Node node)
    {
        var window = node.Operation is ConvolveOperation convolve ? convolve.Window : (node.Operation as SpreadOperation)?.Window;
        if (window != new Window(3, 3))
        {
            return false;
        }

        var (image, result) = (node.Inputs[0].Type.Shape, node.Type.Shape);
        var (products, tiles) = ((long)image[2] * result[2], (long)((result[0] + 1) / 2) * ((result[1] + 1) / 2));
        var direct = node.Operation is SpreadOperation spread
            ? Taps(result[0], spread.Top, image[0]) * Taps(result[1], spread.Left, image[1]) * products
            : 9L * result[0] * result[1] * products;
        return Gain * tiles * ((Multiplications * products) + (PerChannel * image[2]) + (PerOutput * result[2])) <= 100 * direct;
    }

    /// <summary>How many taps meet the image along an axis; a direct transpose leaves out the others.</summary>
    private static long Taps(int results, int start, int extent)
    {
        var taps = 0L;
        for (var place = start; place < start + results; place++)
        {
            taps += Math.Max(0, Math.Min(place, extent - 1) - Math.Max(place - 2, 0) + 1);
        }

        return taps;
    }
}
