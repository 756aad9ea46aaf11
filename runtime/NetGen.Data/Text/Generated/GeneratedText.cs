using System.Text;
using NetGen.Digits;

namespace NetGen;

/// <summary>
/// English-like prose and dialogue that nobody wrote: sentences of a grammar, whose verbs agree with their subjects and whose speakers take turns. A stand-in for a corpus such as tiny Shakespeare,
/// with no download: the same on every machine for a seed.
/// </summary>
public static class GeneratedText
{
    private static readonly Grammar Language = new(
        """
        name: Anna|Ben|Clara|David|Emma|Frank|Greta|Henry|Ida|Jonas|Lena|Marcus|Nora|Oscar|Paula|Simon
        animal: dog|cat|fox|horse|raven|owl|mouse|hare|goat|heron
        animals: dogs|cats|foxes|horses|ravens|owls|hares|goats|herons
        person: baker|miller|captain|teacher|doctor|farmer|painter|fisher|stranger|clerk|widow|soldier
        people: bakers|millers|teachers|farmers|painters|fishers|strangers|children|sailors|neighbours
        thing: letter|lantern|key|basket|book|coat|bell|map|stone|chair|knife|clock|boat|mirror
        things: letters|lanterns|keys|baskets|books|coats|bells|maps|stones|chairs|boats|mirrors
        place: garden|harbour|mill|forest|market|church|bridge|kitchen|valley|station|orchard|tower
        quality: old|small|tired|quiet|clever|pale|strange|gentle|proud|hungry|young|careful
        look: red|heavy|broken|golden|dusty|narrow|bright|cold|wooden|iron|blue|round
        weather: rain|snow|wind|fog|sun|frost
        one: the {person}|the {animal}|the {quality} {person}|the {quality} {animal}|{name}|a {person}|my {relative}
        many: the {people}|the {animals}|the {quality} {people}|two {animals}|all the {people}|{name} and {name}
        relative: brother|sister|mother|father|uncle|aunt
        object: the {thing}|a {look} {thing}|the {look} {thing}|some {look} {things}|the {things}|{name}'s {thing}
        where: in the {place}|near the {place}|behind the {place}|by the {place}|on the way to the {place}
        when: in the morning|at night|on Sunday|after the {weather}|before the {weather}|every evening|at last
        does: carries|finds|loses|wants|hides|sees|remembers|sells|brings|watches
        do: carry|find|lose|want|hide|see|remember|sell|bring|watch
        did: carried|found|lost|wanted|hid|saw|remembered|sold|brought|watched
        goes: sleeps|waits|sings|laughs|works|sits|walks|listens
        go: sleep|wait|sing|laugh|work|sit|walk|listen
        went: slept|waited|sang|laughed|worked|sat|walked|listened
        clause: {one} {does} {object}|{many} {do} {object}|{one} {goes} {where}|{many} {go} {where}|{one} {did} {object} {where}|{many} {went} {where} {when}|{one} is {quality}|{many} are {quality}|there is a {look} {thing} {where}|there are {things} {where}
        linked: {clause}, and {clause}|{clause}, but {clause}|{clause} because {clause}|when {clause}, {clause}|{clause} while {clause}|if {clause}, {clause}
        statement: {^clause}.|{^clause}.|{^linked}.|{^when}, {clause}.|Nobody knows why {clause}.
        question: Who {does} {object}?|Why does {one} {do} {object}?|Where do {many} {go} {when}?|Did {one} {do} {object}?|Is {one} {quality}?
        short: Yes, {clause}.|No, {clause}.|Perhaps {clause}.|I think that {clause}.|I do not know.|Come {where}, and bring {object}!
        paragraph: {statement} {statement} {statement}|{statement} {statement}|{statement} {question} {statement} {statement}|{statement} {statement} {statement} {statement}
        scene: {^when}, {where}.
        line: {question}|{statement}|{short}|{short} {question}|{statement} {statement}
        """);

    /// <summary>Writes a corpus: paragraphs of prose and scenes of dialogue in turn.</summary>
    /// <param name="characters">How long it is at least, 1 to 100,000,000; it ends with a whole paragraph or scene.</param>
    /// <param name="seed">Other seeds write other texts; the beginning of a longer text is the shorter one.</param>
    /// <returns>ASCII text with lines that end in LF.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is out of range.</exception>
    public static string Create(int characters = 500_000, ulong seed = 1)
    {
        if (characters is < 1 or > 100_000_000)
        {
            throw new ArgumentOutOfRangeException(nameof(characters), characters, "A generated text has 1 to 100,000,000 characters.");
        }

        var text = new StringBuilder(characters + 1000);
        for (ulong part = 0; text.Length < characters; part++)
        {
            var random = new CounterRandom(seed, part);
            if (part % 3 == 2)
            {
                WriteScene(ref random, text);
            }
            else
            {
                Language.Write("paragraph", ref random, text);
                text.Append("\n\n");
            }
        }

        return text.ToString();
    }

    /// <summary>Two speakers in turn.</summary>
    private static void WriteScene(ref CounterRandom random, StringBuilder text)
    {
        Language.Write("scene", ref random, text);
        text.Append("\n\n");
        var (first, second) = (Speaker(ref random), Speaker(ref random));
        for (int line = 4 + random.Below(6); line > 0; line--)
        {
            text.Append(line % 2 == 0 ? first : second).Append(":\n");
            Language.Write("line", ref random, text);
            text.Append("\n\n");
        }
    }

    private static string Speaker(ref CounterRandom random)
    {
        var name = new StringBuilder();
        Language.Write("name", ref random, name);
        return name.ToString().ToUpperInvariant();
    }
}
