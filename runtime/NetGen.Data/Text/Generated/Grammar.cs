using System.Text;
using NetGen.Digits;

namespace NetGen;

/// <summary>
/// Rules that write texts: a text in braces stands for one of its rule's alternatives, drawn at random, in which braces may stand again. <c>{^noun}</c> begins with a capital letter; <c>a</c>
/// before a vowel becomes <c>an</c>.
/// </summary>
internal sealed class Grammar
{
    private readonly Dictionary<string, string[]> _rules;
    private readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <param name="rules">Rules as <c>name: alternative | alternative</c>, one on each line.</param>
    public Grammar(string rules)
    {
        _rules = new(StringComparer.Ordinal);
        foreach (string line in rules.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            _rules.Add(line[..colon], line[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries));
        }

        _lookup = _rules.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Appends what a rule writes.</summary>
    public void Write(string rule, ref CounterRandom random, StringBuilder text) => Expand($"{{{rule}}}", ref random, text);

    private void Expand(ReadOnlySpan<char> template, ref CounterRandom random, StringBuilder text)
    {
        while (template.IndexOf('{') is var open and >= 0)
        {
            text.Append(template[..open]);
            int close = open + template[open..].IndexOf('}');
            var name = template[(open + 1)..close];
            bool capital = name[0] == '^';
            string[] alternatives = _lookup[capital ? name[1..] : name];
            int start = text.Length;
            Expand(alternatives[random.Below(alternatives.Length)], ref random, text);
            if (start >= 3 && start < text.Length && text[start] is 'a' or 'e' or 'i' or 'o' or 'u' && text[start - 1] == ' ' && text[start - 2] == 'a' && text[start - 3] == ' ')
            {
                text.Insert(start - 1, 'n');
            }

            if (capital)
            {
                text[start] = char.ToUpperInvariant(text[start]);
            }

            template = template[(close + 1)..];
        }

        text.Append(template);
    }
}
