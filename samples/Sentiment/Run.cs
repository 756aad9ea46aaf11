using System.Globalization;
using NetGen;
using NetGen.Runtime;

namespace Sentiment;

/// <summary>The program: read sentences, train two networks, compare, show, save.</summary>
internal static class Run
{
    /// <summary>What a shell reports for a program ended by Ctrl+C.</summary>
    public const int Cancelled = 130;

    private const int Shown = 6;

    /// <summary>Runs it all.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int Execute(Options options, CancellationToken cancellation)
    {
        // Before the training, not after it.
        Directory.CreateDirectory(options.Folder);
        if (options.Threads is { } threads)
        {
            WorkerPool.MaxThreads = threads;
        }

        var data = SentenceData.Load(options.Data, options.Seed);
        data.Print(options.Data);
        var (gru, transformer) = (new GruNet(options.Seed), new TransformerNet(options.Seed));
        Comparison[] rows =
        [
            new("counting words", null, TimeSpan.Zero, null, new WordCounts(data.Learn).Accuracy(data.Test)),
            Trained("GRU", gru),
            Trained("transformer", transformer),
        ];
        Console.WriteLine(Comparison.Header);
        foreach (var row in rows)
        {
            Console.WriteLine(row);
        }

        Console.WriteLine();
        Console.WriteLine("How positive some sentences of the test set are, as each network says:");
        foreach (var sentence in data.TestSentences.Chunk((data.TestSentences.Count + Shown - 1) / Shown).Select(part => part[0]))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  GRU {100 * Positive(gru, data.Tokenizer, sentence.Text),3:0} %, transformer {100 * Positive(transformer, data.Tokenizer, sentence.Text),3:0} %: {sentence.Text}"));
        }

        var vocabulary = Path.Combine(options.Folder, "vocab.json");
        data.Tokenizer.Save(vocabulary);
        Save(gru, "gru.safetensors");
        Save(transformer, "transformer.safetensors");
        Console.WriteLine($"{vocabulary}: the words, in the order of their tokens");
        return 0;

        Comparison Trained<TNet>(string name, TNet net)
            where TNet : class, ITrainable<int, int>
        {
            Console.WriteLine(TNet.Info.Summary());
            using var progress = new ConsoleProgress();
            var row = Comparison.Of(name, net, data, options, progress, cancellation);
            Console.WriteLine();
            return row;
        }

        void Save(INetwork net, string name)
        {
            var path = Path.Combine(options.Folder, name);
            net.Metadata.Preprocessing = data.Tokenizer.ToJson();
            net.Save(path);
            Console.WriteLine($"{path}: {new FileInfo(path).Length:N0} bytes");
        }
    }

    /// <summary>The probability that a sentence is positive.</summary>
    public static float Positive(ITrainable<int, int> net, WordTokenizer tokenizer, string sentence)
    {
        var probabilities = new float[2];
        net.Predict(TokenSequences.Encode(tokenizer, [sentence], Sentence.Length, Sentence.Padding).Tokens.Span, probabilities);
        return probabilities[1];
    }
}
