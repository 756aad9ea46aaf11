using System.Text;

namespace NetGen;

/// <summary>A vocabulary of bytes and of what merges make of them.</summary>
internal sealed class BytePairModel
{
    private readonly Dictionary<(int Left, int Right), Merge> _merges;

    /// <param name="vocabulary">All tokens. Those that no merge makes, and that are more than a byte, are special.</param>
    /// <param name="pairs">The merges in their order: both parts and what comes out.</param>
    public BytePairModel(Vocabulary vocabulary, IReadOnlyList<(int Left, int Right, int Whole)> pairs)
    {
        Vocabulary = vocabulary;
        Pairs = pairs;
        _merges = new(pairs.Count);
        var made = new bool[vocabulary.Count];
        for (int rank = 0; rank < pairs.Count; rank++)
        {
            var (left, right, whole) = pairs[rank];
            _merges.Add((left, right), new(rank, whole));
            made[whole] = true;
        }

        for (int value = 0; value < 256; value++)
        {
            ByteTokens[value] = vocabulary.Find([ByteAlphabet.Character((byte)value)])!.Value;
            made[ByteTokens[value]] = true;
        }

        Bytes = new byte[vocabulary.Count][];
        for (int id = 0; id < Bytes.Length; id++)
        {
            Bytes[id] = made[id] ? ByteAlphabet.Decode(vocabulary.Texts[id])! : Encoding.UTF8.GetBytes(vocabulary.Texts[id]);
            if (!made[id])
            {
                Special.Add(id);
            }
        }
    }

    public Vocabulary Vocabulary { get; }

    public IReadOnlyList<(int Left, int Right, int Whole)> Pairs { get; }

    /// <summary>The token of each byte.</summary>
    public int[] ByteTokens { get; } = new int[256];

    /// <summary>What each token stands for.</summary>
    public byte[][] Bytes { get; }

    /// <summary>The tokens that stand in no word.</summary>
    public List<int> Special { get; } = [];

    public bool TryMerge(int left, int right, out Merge merge) => _merges.TryGetValue((left, right), out merge);
}
