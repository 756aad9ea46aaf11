namespace NetGen;

/// <summary>
/// The words of a sentence: runs of letters, digits and marks, with apostrophes between them; every other character that is no blank stands alone.
/// </summary>
internal ref struct WordSplit(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _next;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly WordSplit GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_next < _text.Length && char.IsWhiteSpace(_text[_next]))
        {
            _next++;
        }

        if (_next == _text.Length)
        {
            return false;
        }

        int start = _next;
        _next += char.IsHighSurrogate(_text[start]) && start + 1 < _text.Length ? 2 : 1;
        while (IsLetter(_text[start]) && _next < _text.Length && (IsLetter(_text[_next]) || IsInnerApostrophe(_next)))
        {
            _next++;
        }

        Current = _text[start.._next];
        return true;
    }

    private static bool IsLetter(char character) => char.IsLetterOrDigit(character)
        || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private readonly bool IsInnerApostrophe(int at) => _text[at] is '\'' or '\u2019' && at + 1 < _text.Length && IsLetter(_text[at + 1]);
}
