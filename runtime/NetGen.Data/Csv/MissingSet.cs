using System.Text;

namespace NetGen;

/// <summary>The texts that stand for no value, as UTF-8. The letters a to z and A to Z are the same.</summary>
internal sealed class MissingSet
{
    private readonly byte[][] _texts;
    private readonly bool[] _starts = new bool[256];
    private readonly bool _empty;
    private readonly int _longest;

    public MissingSet(IEnumerable<string> texts)
    {
        Texts = [.. texts.Select(text => text.Trim(' ', '\t')).Distinct(StringComparer.OrdinalIgnoreCase)];
        _texts = [.. Texts.Where(text => text.Length > 0).Select(Encoding.UTF8.GetBytes)];
        _empty = _texts.Length < Texts.Count;
        foreach (byte[] text in _texts)
        {
            _starts[text[0]] = true;
            _starts[char.IsAsciiLetter((char)text[0]) ? text[0] ^ 0x20 : text[0]] = true;
            _longest = Math.Max(_longest, text.Length);
        }
    }

    /// <summary>The texts, trimmed.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Whether a trimmed field has no value.</summary>
    public bool Contains(ReadOnlySpan<byte> field) =>
        field.IsEmpty ? _empty : field.Length <= _longest && _starts[field[0]] && ContainsText(field);

    /// <summary>Whether a text, trimmed or not, stands for no value.</summary>
    public bool Contains(string text) => Contains(Encoding.UTF8.GetBytes(text.Trim(' ', '\t', '\r', '\n')));

    /// <summary>Whether the same texts stand for no value.</summary>
    public bool IsSameAs(MissingSet other) => Texts.Count == other.Texts.Count && Texts.All(text => other.Texts.Contains(text, StringComparer.OrdinalIgnoreCase));

    /// <summary>The texts in quotes.</summary>
    public override string ToString() => Texts.Count == 0 ? "none" : string.Join(", ", Texts.Select(text => $"'{text}'"));

    private bool ContainsText(ReadOnlySpan<byte> field)
    {
        foreach (byte[] text in _texts)
        {
            if (field.SequenceEqual(text) || Ascii.EqualsIgnoreCase(field, text))
            {
                return true;
            }
        }

        return false;
    }
}
