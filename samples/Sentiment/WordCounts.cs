using NetGen;

namespace Sentiment;

/// <summary>
/// What counting words reaches: naive Bayes, log P(word | class) added up over a sentence, with one more of every word (Manning, Raghavan and Schütze, "Introduction to information
/// retrieval", 13.2). The order of words, by which "not good but bad" and "not bad but good" differ, is lost on it.
/// </summary>
internal sealed class WordCounts
{
    private readonly double[] _evidence = new double[Sentence.Vocabulary];
    private readonly double _prior;

    /// <summary>Counts the words of a training set.</summary>
    public WordCounts(Dataset<int, int> learn)
    {
        var (counts, totals, sentences) = (new double[2, Sentence.Vocabulary], new double[2], new double[2]);
        for (var i = 0; i < learn.Count; i++)
        {
            var label = learn.Target(i)[0];
            sentences[label]++;
            foreach (var word in learn.Input(i))
            {
                counts[label, word]++;
                totals[label]++;
            }
        }

        for (var word = 1; word < Sentence.Vocabulary; word++)
        {
            _evidence[word] = Math.Log((counts[1, word] + 1) / (totals[1] + Sentence.Vocabulary)) - Math.Log((counts[0, word] + 1) / (totals[0] + Sentence.Vocabulary));
        }

        _prior = Math.Log(sentences[1] / sentences[0]);
    }

    /// <summary>The share of sentences that it gets right.</summary>
    public double Accuracy(Dataset<int, int> test)
    {
        var right = 0;
        for (var i = 0; i < test.Count; i++)
        {
            var evidence = _prior;
            foreach (var word in test.Input(i))
            {
                evidence += _evidence[word];
            }

            right += (evidence > 0 ? 1 : 0) == test.Target(i)[0] ? 1 : 0;
        }

        return (double)right / test.Count;
    }
}
