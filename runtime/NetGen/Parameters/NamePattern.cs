namespace NetGen;

/// <summary>Patterns for names of parameters: <c>*</c> stands for any characters, <c>?</c> for exactly one; case matters.</summary>
internal static class NamePattern
{
    /// <summary>Whether the whole name matches. Linear but for the backtracking to the last star.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        int at = 0, position = 0, star = -1, resume = 0;
        while (position < name.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                star = at++;
                resume = position;
            }
            else if (at < pattern.Length && (pattern[at] == '?' || pattern[at] == name[position]))
            {
                at++;
                position++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                position = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern[at..].IndexOfAnyExcept('*') < 0;
    }
}
