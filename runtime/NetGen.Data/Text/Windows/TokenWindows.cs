using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Windows over a corpus for networks that say which token comes next: inputs are some tokens that follow each other, targets those one further, a label for each position. The corpus is not
/// copied; windows are brought together ahead of the training.
/// </summary>
/// <remarks>
/// An epoch goes once over the corpus: windows that lie side by side, in an order, and from a first place, that are drawn anew for each epoch. Or it has as many windows, at places drawn one by one, as
/// <c>windowsPerEpoch</c> says. Either depends on seed and epoch alone, so that a training that is resumed sees the same. Validation sees windows side by side from the start of the corpus or, with
/// <c>windowsPerEpoch</c>, evenly spread over it.
/// </remarks>
/// <example><code>
/// int[] tokens = tokenizer.Encode(corpus);
/// var (train, validation) = TokenWindows.Split(tokens, length: 128, fraction: 0.9);
/// net.Fit(train, new FitOptions { Validation = validation, BatchSize = 32 });
/// </code></example>
public sealed class TokenWindows : StreamedDataset<int, int>
{
    private readonly ReadOnlyMemory<int> _tokens;
    private readonly Lazy<string> _identity;

    /// <summary>Windows over tokens.</summary>
    /// <param name="tokens">The corpus, which must not be changed afterwards.</param>
    /// <param name="length">Tokens of an input, and of a target; at least 1.</param>
    /// <param name="windowsPerEpoch">How many windows an epoch has, at random places; null: as many as lie side by side in the corpus.</param>
    /// <param name="preprocessing">How text became tokens, such as <see cref="CharacterTokenizer.ToJson"/>: noted in the networks that are trained on it, and so in their files.</param>
    /// <exception cref="ArgumentException">The corpus is shorter than a window and the token after it, or has a negative id.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public TokenWindows(ReadOnlyMemory<int> tokens, int length, int? windowsPerEpoch = null, string? preprocessing = null)
        : base(CountOf(tokens.Length, length, windowsPerEpoch), [length], length)
    {
        _tokens = tokens;
        Length = length;
        AtRandom = windowsPerEpoch is not null;
        Preprocessing = preprocessing;
        SampleValues.RequireInputs(tokens.Span, tokens.Length);
        int largest = 0;
        foreach (int token in tokens.Span)
        {
            largest = Math.Max(largest, token);
        }

        ClassCount = largest == int.MaxValue ? int.MaxValue : largest + 1;
        _identity = new(Sum);
    }

    /// <summary>Tokens of an input.</summary>
    public int Length { get; }

    /// <summary>The last place where a window with the token after it fits.</summary>
    internal int LastStart => _tokens.Length - 1 - Length;

    /// <summary>Whether windows of a training lie anywhere.</summary>
    internal bool AtRandom { get; }

    /// <summary>The corpus.</summary>
    internal ReadOnlySpan<int> Tokens => _tokens.Span;

    /// <inheritdoc/>
    protected internal override string Identity => _identity.Value;

    /// <summary>Divides a corpus by position, its beginning for the training and its end for validation, so that no window has tokens of both.</summary>
    /// <param name="tokens">The corpus.</param>
    /// <param name="length">Tokens of an input.</param>
    /// <param name="fraction">The part of the training, between 0 and 1.</param>
    /// <param name="windowsPerEpoch">Windows of a training epoch; validation always goes over all of its part.</param>
    /// <param name="preprocessing">How text became tokens.</param>
    /// <exception cref="ArgumentException">A part is shorter than a window and the token after it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not between 0 and 1, or a number is below 1.</exception>
    public static (TokenWindows Train, TokenWindows Validation) Split(ReadOnlyMemory<int> tokens, int length, double fraction = 0.9, int? windowsPerEpoch = null, string? preprocessing = null)
    {
        if (!(fraction > 0 && fraction < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "The fraction is between 0 and 1.");
        }

        int first = (int)Math.Round(fraction * tokens.Length, MidpointRounding.AwayFromZero);
        return (new(tokens[..first], length, windowsPerEpoch, preprocessing), new(tokens[first..], length, null, preprocessing));
    }

    /// <inheritdoc/>
    protected internal override SampleReader<int, int> Open() => new TokenWindowReader(this, 0, AtRandom ? new SpreadStarts(LastStart, Count) : new AdjacentStarts(Length));

    /// <inheritdoc/>
    protected internal override SampleReader<int, int> OpenInRandomOrder(ulong seed, int epoch, int firstSample) => new TokenWindowReader(
        this, firstSample, AtRandom ? new RandomStarts(LastStart, seed, epoch) : new ShuffledStarts(Length, LastStart, Count, seed, epoch));

    private static int CountOf(int tokens, int length, int? windowsPerEpoch)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        if (tokens - 1 < length)
        {
            throw new ArgumentException($"A corpus of {tokens} tokens has no window of {length} and the token after it: at least {length + 1L} tokens are needed.", nameof(tokens));
        }

        return windowsPerEpoch is int count
            ? count >= 1 ? count : throw new ArgumentOutOfRangeException(nameof(windowsPerEpoch), count, "An epoch has at least one window.")
            : (tokens - 1) / length;
    }

    private string Sum()
    {
        TensorChecksum sum = default;
        sum.Add(MemoryMarshal.AsBytes(Tokens));
        return $"{Tokens.Length} tokens, checksum {sum.Text}, {(AtRandom ? "windows at random places" : "windows side by side")}";
    }
}
