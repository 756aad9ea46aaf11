using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace NetGen;

/// <summary>Numbers distinct UTF-8 texts 0, 1, 2, … in the order in which they come, without making strings of those seen before.</summary>
internal sealed class TextIndex
{
    private int[] _slots = new int[16];
    private ulong[] _hashes = new ulong[8];
    private int[] _ends = new int[8];
    private byte[] _text = new byte[64];

    /// <summary>How many distinct texts there are.</summary>
    public int Count { get; private set; }

    /// <summary>How long they are together, in bytes.</summary>
    public int Length => Count == 0 ? 0 : _ends[Count - 1];

    /// <summary>The number of a text; -1: it never came.</summary>
    public int Find(ReadOnlySpan<byte> text)
    {
        ulong hash = Hash(text);
        for (int slot = (int)(hash & (uint)(_slots.Length - 1)); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            int number = _slots[slot] - 1;
            if (_hashes[number] == hash && Bytes(number).SequenceEqual(text))
            {
                return number;
            }
        }

        return -1;
    }

    /// <summary>Gives the next number to a text that never came.</summary>
    /// <exception cref="InvalidOperationException">The texts together are longer than an array.</exception>
    public int Add(ReadOnlySpan<byte> text)
    {
        int start = Length;
        if (Count == _hashes.Length)
        {
            Array.Resize(ref _hashes, 2 * Count);
            Array.Resize(ref _ends, 2 * Count);
        }

        if (start + text.Length > _text.Length)
        {
            Array.Resize(ref _text, (int)Math.Min(Array.MaxLength, Math.Max(2L * _text.Length, (long)start + text.Length)));
        }

        text.CopyTo(_text.AsSpan(start));
        _hashes[Count] = Hash(text);
        _ends[Count] = start + text.Length;
        Count++;
        if (2 * Count > _slots.Length)
        {
            _slots = new int[2 * _slots.Length];
            for (int number = 0; number < Count; number++)
            {
                Place(number);
            }
        }
        else
        {
            Place(Count - 1);
        }

        return Count - 1;
    }

    /// <summary>All texts in the order of their numbers.</summary>
    public string[] ToStrings()
    {
        var strings = new string[Count];
        for (int i = 0; i < strings.Length; i++)
        {
            strings[i] = Encoding.UTF8.GetString(Bytes(i));
        }

        return strings;
    }

    private ReadOnlySpan<byte> Bytes(int number)
    {
        int start = number == 0 ? 0 : _ends[number - 1];
        return _text.AsSpan(start, _ends[number] - start);
    }

    private void Place(int number)
    {
        int slot = (int)(_hashes[number] & (uint)(_slots.Length - 1));
        while (_slots[slot] != 0)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        _slots[slot] = number + 1;
    }

    // Eight bytes at a time, multiplied and folded.
    private static ulong Hash(ReadOnlySpan<byte> text)
    {
        const ulong factor = 0x9E3779B97F4A7C15;
        ulong hash = (ulong)text.Length * factor;
        while (text.Length >= 8)
        {
            hash = Fold(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text));
            text = text[8..];
        }

        ulong rest = 0;
        foreach (byte value in text)
        {
            rest = (rest << 8) | value;
        }

        return Fold(hash ^ rest);

        static ulong Fold(ulong value)
        {
            value *= factor;
            return value ^ BitOperations.RotateLeft(value, 32) ^ (value >> 29);
        }
    }
}
