using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>
/// Tokens as kernels read them, in the network's number type: checked, and copied into memory that is used again for the next batch. Emitted code makes it, and gives
/// the memory back at the end of the call.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>; both hold every token exactly.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct TokenBatch<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] _values;
    private readonly int _length;

    /// <summary>Checks tokens and copies them.</summary>
    /// <param name="info">The network.</param>
    /// <param name="input">Which of its inputs.</param>
    /// <param name="tokens">Whole samples.</param>
    /// <exception cref="ArgumentException">A token is outside of the vocabulary.</exception>
    public TokenBatch(NetworkInfo info, int input, ReadOnlySpan<int> tokens)
    {
        ArgumentNullException.ThrowIfNull(info);
        TokenCheck.Require(info, info.Inputs[input], tokens);
        _length = tokens.Length;
        _values = ArrayPool<T>.Shared.Rent(tokens.Length);
        Convert(tokens, _values);
    }

    /// <summary>The tokens.</summary>
    public ReadOnlySpan<T> Values => _values.AsSpan(0, _length);

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => ArrayPool<T>.Shared.Return(_values);

    private static void Convert(ReadOnlySpan<int> tokens, Span<T> values)
    {
        var i = 0;
        if (typeof(T) == typeof(float))
        {
            var singles = MemoryMarshal.Cast<T, float>(values);
            for (; i <= tokens.Length - Vector<int>.Count; i += Vector<int>.Count)
            {
                Vector.ConvertToSingle(new Vector<int>(tokens[i..])).CopyTo(singles[i..]);
            }
        }

        for (; i < tokens.Length; i++)
        {
            values[i] = T.CreateTruncating(tokens[i]);
        }
    }
}

/// <summary>Checks of tokens, before anything is computed or changed.</summary>
internal static class TokenCheck
{
    /// <exception cref="ArgumentException">A token is outside of the vocabulary.</exception>
    public static void Require(NetworkInfo info, ValueInfo input, ReadOnlySpan<int> tokens)
    {
        if (BatchCheck.IndexOutside(tokens, input.Vocabulary, allowed: 0) is >= 0 and var i)
        {
            throw new ArgumentException(Outside(info, input, i % input.Size, i / input.Size, tokens[i]), input.Name);
        }
    }

    /// <summary>Tokens among the values of a row.</summary>
    /// <exception cref="ArgumentException">A value is no token of the vocabulary.</exception>
    public static void Require<TFrom>(NetworkInfo info, ValueInfo input, int sample, ReadOnlySpan<TFrom> tokens)
        where TFrom : unmanaged, INumberBase<TFrom>
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = int.CreateSaturating(tokens[i]);
            if ((uint)token >= (uint)input.Vocabulary || TFrom.CreateTruncating(token) != tokens[i])
            {
                throw new ArgumentException(Outside(info, input, i, sample, tokens[i]), input.Name);
            }
        }
    }

    private static string Outside<TFrom>(NetworkInfo info, ValueInfo input, int position, int sample, TFrom token) => string.Create(CultureInfo.InvariantCulture,
        $"The tokens of {info.Name} are whole numbers from 0 to {input.Vocabulary - 1}, but position {position} of sample {sample} of '{input.Name}' is {token}.");
}
