using NetGen;

namespace TinyGpt;

/// <summary>
/// What a network says about the token behind a text. It computes the whole context anew for every token: this is the one place that a network with a memory of the context would change.
/// </summary>
/// <typeparam name="TNet">The network: it says at each position what comes next, and sees no later position.</typeparam>
internal sealed class NextToken<TNet>
    where TNet : class, ITrainable<int, int>
{
    private readonly TNet _net;
    private readonly int[] _context = new int[TNet.Info.InputSize];
    private readonly float[] _outputs = new float[TNet.Info.OutputSize];

    /// <summary>Asks a network.</summary>
    public NextToken(TNet net) => _net = net;

    /// <summary>The probability of each token to come next.</summary>
    /// <param name="text">The text so far, at least one token; of more than fit the last ones are seen.</param>
    /// <returns>A probability for each token of the network's vocabulary, valid until the next call.</returns>
    public ReadOnlySpan<float> After(ReadOnlySpan<int> text)
    {
        var seen = text[Math.Max(0, text.Length - _context.Length)..];
        seen.CopyTo(_context);

        // What lies behind the text does not matter: no position sees a later one.
        _context.AsSpan(seen.Length).Clear();
        _net.Predict(_context, _outputs);
        var tokens = _outputs.Length / _context.Length;
        return _outputs.AsSpan((seen.Length - 1) * tokens, tokens);
    }
}
