using NetGen;
using Samples;

namespace TinyGpt;

/// <summary>A text as tokens: its beginning to learn from, its end to validate with.</summary>
/// <param name="Tokenizer">A token for each character.</param>
/// <param name="Train">Windows at random places of the first part.</param>
/// <param name="Validation">Windows side by side over the last part.</param>
internal sealed record Corpus(CharacterTokenizer Tokenizer, TokenWindows Train, TokenWindows Validation)
{
    private const double PartToLearnFrom = 0.9;

    /// <summary>Reads a text file or the *.md and *.txt files of a folder, or writes a text if there is no path.</summary>
    /// <exception cref="InvalidDataException">A file is empty, or its bytes are no UTF-8.</exception>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    public static string Text(string? path) => path is null ? GeneratedText.Create(1_000_000)
        : !Directory.Exists(path) ? TextCorpus.Load(path)
        : TextCorpus.LoadFolder(path, Directory.EnumerateFiles(path, "*.txt", SearchOption.AllDirectories).Any() ? "*.txt" : "*.md");

    /// <summary>Divides a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="context">Characters of a window.</param>
    /// <param name="windows">Windows between two validations.</param>
    /// <exception cref="InvalidDataException">The text is too short for a window in each part.</exception>
    public static Corpus Of(string text, int context, int windows)
    {
        var tokenizer = Alphabet.Of(text, Size.Vocabulary);
        int[] tokens = tokenizer.Encode(text);
        if (tokens.Length * (1 - PartToLearnFrom) < context + 2)
        {
            throw new InvalidDataException($"The text has {tokens.Length:N0} characters; at least {(int)((context + 3) / (1 - PartToLearnFrom)):N0} are needed.");
        }

        var (train, validation) = TokenWindows.Split(tokens, context, PartToLearnFrom, windows, tokenizer.ToJson());
        return new(tokenizer, train, validation);
    }

    /// <summary>Says what there is.</summary>
    public void Print(string? path, int characters)
    {
        Console.WriteLine(path is null
            ? "Data: prose written by this program (--data FILE reads a text instead, such as tiny Shakespeare)"
            : $"Data: {path}");
        Console.WriteLine($"      {characters:N0} characters, {Tokenizer.VocabularySize} different ones{(Tokenizer.UnknownToken is null ? "" : ", one of which stands for all that are rare")}");
        Console.WriteLine();
    }
}
