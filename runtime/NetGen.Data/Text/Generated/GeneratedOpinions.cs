using System.Text;
using NetGen.Digits;

namespace NetGen;

/// <summary>
/// Opinions on films, meals and machines that nobody has: sentences of a grammar and whether they are positive. Negations turn words round, and in a third of the sentences the same words in another
/// order say the opposite ("not good but bad", "not bad but good"): counting words does not suffice. A stand-in for collections of reviews, with no download: the same on every machine for a seed.
/// </summary>
public static class GeneratedOpinions
{
    // Rules that end in + and - have the opinion that their names say.
    private static readonly Grammar Language = new(
        """
        noun: film|story|plot|music|cast|ending|book|meal|soup|service|room|phone|battery|screen|camera|sound|keyboard|trip|hotel|coffee
        owner: the|this|their|the new
        thing: {owner} {noun}|{owner} {noun}|the {noun} of {owner} {noun}
        good: good|great|wonderful|charming|excellent|delightful|superb|clever|pleasant|fresh|reliable|beautiful|funny|touching
        bad: bad|awful|terrible|boring|dreadful|poor|dull|clumsy|stale|broken|ugly|tiresome|weak|annoying
        more+: {good}|very {good}|really {good}|quite {good}|so {good}
        more-: {bad}|very {bad}|really {bad}|quite {bad}|so {bad}
        loved: loved|enjoyed|liked|admired|recommend
        hated: hated|disliked|regret|resented|despised
        we: I|we|my friends|the others|my parents
        plain: last week|as always|in the end|to be honest|this time|for once
        end: .|.|!|, {plain}.
        good+: {thing} was {more+}{end}|{we} {loved} {thing}{end}|what a {good} {noun}{end}|{thing} was never {bad}{end}|{thing} was not {bad} at all{end}|nobody could call {thing} {bad}{end}
        bad-: {thing} was {more-}{end}|{we} {hated} {thing}{end}|what a {bad} {noun}{end}|{thing} was never {good}{end}|{thing} was not {good} at all{end}|nobody could call {thing} {good}{end}
        turn+: {thing} was not {bad} but {good}{end}|{thing} was {good}, not {bad}{end}|{we} expected a {bad} {noun} and got a {good} one{end}|although {thing} was {bad}, {we} {loved} {thing}{end}|{thing} used to be {bad} and is now {good}{end}
        turn-: {thing} was not {good} but {bad}{end}|{thing} was {bad}, not {good}{end}|{we} expected a {good} {noun} and got a {bad} one{end}|although {thing} was {good}, {we} {hated} {thing}{end}|{thing} used to be {good} and is now {bad}{end}
        positive: {^good+}|{^good+}|{^turn+}
        negative: {^bad-}|{^bad-}|{^turn-}
        """);

    /// <summary>The names of the classes: negative is 0, positive 1.</summary>
    public static IReadOnlyList<string> ClassNames { get; } = ["negative", "positive"];

    /// <summary>Writes sentences, of both classes in turn.</summary>
    /// <param name="count">How many, 1 to 10,000,000.</param>
    /// <param name="seed">Other seeds write other sentences. A sentence depends on the seed and its number alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many.</exception>
    public static IReadOnlyList<LabelledText> Create(int count = 10_000, ulong seed = 1)
    {
        if (count is < 1 or > 10_000_000)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, "There are 1 to 10,000,000 generated sentences.");
        }

        var sentences = new LabelledText[count];
        var text = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            var random = new CounterRandom(seed, (ulong)i);
            Language.Write(ClassNames[i % 2], ref random, text.Clear());
            sentences[i] = new(text.ToString(), i % 2);
        }

        return sentences;
    }
}
