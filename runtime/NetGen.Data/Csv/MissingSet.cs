using System.Text;

namespace NetGen;

/// <summary>The texts that stand for no value, as UTF-8.</summary>
internal sealed class MissingSet
{
    private readonly byte[][] _texts;
    private readonly bool[] _starts = new bool[256];
    private readonly bool _empty;
    private readonly int _longest;

    public MissingSet(IEnumerable<string> texts)
    {
        Texts = [.. texts.Select(text => text.Trim(' ', '\t')).Distinct()];
        _texts = [.. Texts.Where(text => text.Length > 0).Select(Encoding.UTF8.GetBytes)];
        _empty = _texts.Length < Texts.Count;
        foreach (byte[] text in _texts)
        {
            _starts[text[0]] = true;
            _longest = Math.Max(_longest, text.Length);
        }
    }

    /// <summary>The texts, trimmed.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Whether a trimmed field has no value.</summary>
    public bool Contains(ReadOnlySpan<byte> field) =>
        field.IsEmpty ? _empty : field.Length <= _longest && _starts[field[0]] && ContainsText(field);

    private bool ContainsText(ReadOnlySpan<byte> field)
    {
        foreach (byte[] text in _texts)
        {
            if (field.SequenceEqual(text))
            {
                return true;
            }
        }

        return false;
    }
}
