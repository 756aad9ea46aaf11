using System.Text;
using NetGen.Digits;

namespace NetGen;

/// <summary>
/// Given names that nobody bears: syllables put together by rules like those of four languages. A stand-in for lists of names, with no download: the same on every machine for a seed.
/// </summary>
public static class GeneratedNames
{
    private static readonly Grammar Languages = new(
        """
        n: b|br|d|f|g|gr|h|j|k|l|m|n|r|s|st|sv|t|th|v
        nv: a|e|i|o|u|y|ei|au
        nc: l|n|r|s|rn|ld|nd|rg|lf|st
        north: {n}{nv}{nc}|{n}{nv}{nc}{nend}|{n}{nv}{nc}{n}{nv}{nend}|{nv}{nc}{nend}
        nend: a|e|ar|ir|ur|hild|rid|vald|mund|rik
        s: b|c|d|f|g|l|m|n|p|r|s|t|v|gi|chi|gn|st|tr
        sv: a|e|i|o|a|o|ia|io
        sm: |n|l|r|ll|tt|ss
        south: {s}{sv}{sm}{s}{send}|{s}{sv}{s}{sv}{s}{send}|{sv}{sm}{s}{send}
        send: a|o|ina|etta|ella|ino|aldo|uccia|one
        e: b|d|k|l|m|n|p|r|s|t|v|z|vl|sv|br|dr|st|mil
        ev: a|e|i|o|u
        east: {e}{ev}{eend}|{e}{ev}{e}{ev}{eend}|{e}{ev}{e}{eend}
        eend: mir|slav|ka|na|sha|dan|dimir|islav|ya|ek|yna
        i: k|s|t|n|h|m|y|r|sh|ch|ts
        iv: a|i|u|e|o
        isles: {i}{iv}{i}{iv}|{i}{iv}{i}{iv}{iend}|{i}{iv}{iend}|{iv}{i}{iv}{iend}
        iend: ko|mi|ro|ki|n|ya|ta|e|shi
        """);

    /// <summary>The names of the classes, in the order of their labels.</summary>
    public static IReadOnlyList<string> ClassNames { get; } = ["north", "south", "east", "isles"];

    /// <summary>Makes names.</summary>
    /// <param name="count">How many, 1 to 10,000,000; some occur more than once, as names do.</param>
    /// <param name="seed">Other seeds make other names. A name depends on the seed and its number alone.</param>
    /// <returns>Names of 2 to 16 letters, a to z in lower case, of all languages in turn, and which: 0 to 3.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many.</exception>
    public static IReadOnlyList<LabelledText> Create(int count = 10_000, ulong seed = 1)
    {
        if (count is < 1 or > 10_000_000)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, "There are 1 to 10,000,000 generated names.");
        }

        var names = new LabelledText[count];
        var text = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            var random = new CounterRandom(seed, (ulong)i);
            int label = i % ClassNames.Count;
            Languages.Write(ClassNames[label], ref random, text.Clear());
            names[i] = new(text.ToString(), label);
        }

        return names;
    }
}
