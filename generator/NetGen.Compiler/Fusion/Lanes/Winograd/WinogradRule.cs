using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion.Lanes.Winograd;

/// <summary>
/// When minimal filtering pays: 16 multiplications per channel, output and tile of 2x2 results replace 36, and the transforms have their price per channel and per output.
/// Counted in operations on vectors; what they cost was measured.
/// </summary>
internal static class WinogradRule
{
    private const int Multiplications = 16;

    // Per tile: 32 additions, 16 loads and 16 stores for a channel; 24 additions and 16 stores and loads of what was multiplied for an output.
    private const int PerChannel = 48;
    private const int PerOutput = 64;

    // What it has to save, in hundredths: it takes memory, and the weights have to be brought along.
    private const int Gain = 110;

    /// <param name="window">The window of the convolution.</param>
    /// <param name="rows">Rows of the result.</param>
    /// <param name="columns">Columns of the result.</param>
    /// <param name="channels">Channels that are summed over.</param>
    /// <param name="outputs">Channels of the result.</param>
    public static bool Pays(Window window, int rows, int columns, int channels, int outputs)
    {
        if (window != new Window(3, 3))
        {
            return false;
        }

        var products = (long)channels * outputs;
        var direct = (long)window.Taps * rows * columns * products;
        var tiles = (long)((rows + 1) / 2) * ((columns + 1) / 2);
        return Gain * tiles * ((Multiplications * products) + (PerChannel * channels) + (PerOutput * outputs)) <= 100 * direct;
    }
}
