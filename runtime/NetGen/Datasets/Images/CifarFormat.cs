namespace NetGen;

/// <summary>
/// What the files of the two sets are like (Krizhevsky 2009, https://www.cs.toronto.edu/~kriz/cifar.html): records of label bytes, then 1024 red, 1024 green and
/// 1024 blue pixels, row by row.
/// </summary>
/// <param name="Name">The set, in messages.</param>
/// <param name="LabelBytes">Bytes before the pixels.</param>
/// <param name="LabelByte">Which of them is the label.</param>
/// <param name="Classes">Labels are below this.</param>
/// <param name="TrainFiles">The names of the training part's files: a beginning and an end; without an end, the whole name.</param>
/// <param name="TestFiles">Likewise, of the test part's.</param>
/// <param name="NamesFile">The text file with a class name per line.</param>
internal sealed record CifarFormat(
    string Name, int LabelBytes, int LabelByte, int Classes, (string Start, string End) TrainFiles, (string Start, string End) TestFiles, string NamesFile)
{
    public const int Channels = 3;

    public const int Side = 32;

    public const int Pixels = Channels * Side * Side;

    private static readonly (string, string) Train100 = ("train.bin", ""), Test100 = ("test.bin", "");

    public static CifarFormat Ten { get; } = new("CIFAR-10", 1, 0, 10, ("data_batch", ".bin"), ("test_batch", ".bin"), "batches.meta.txt");

    public static CifarFormat Hundred { get; } = new("CIFAR-100", 2, 1, 100, Train100, Test100, "fine_label_names.txt");

    public static CifarFormat HundredCoarse { get; } = new("CIFAR-100", 2, 0, 20, Train100, Test100, "coarse_label_names.txt");

    public int RecordBytes => LabelBytes + Pixels;

    /// <summary>The exception for a file that is not what it should be.</summary>
    public InvalidDataException Invalid(string path, string reason) => new($"'{path}' cannot be read as a file of {Name}: {reason}.");
}
