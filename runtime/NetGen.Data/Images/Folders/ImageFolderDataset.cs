namespace NetGen;

/// <summary>Images that are decoded in each pass.</summary>
internal sealed class ImageFolderDataset : StreamedDataset<float, int>
{
    private readonly ImageFile[] _files;
    private readonly ImageShape _shape;
    private readonly ImageOptions _options;

    public ImageFolderDataset(ImageFolder folder, ImageFile[] files, ImageOptions options, Normalization? normalization, string identity)
        : base(files.Length, [folder.Shape.Channels, folder.Shape.Height, folder.Shape.Width], 1)
    {
        (_files, _shape, _options) = (files, folder.Shape, options);
        ClassNames = folder.ClassNames;
        ClassCount = folder.ClassNames.Count;
        Normalization = normalization;
        Preprocessing = options.ToJson();
        Identity = identity;
    }

    protected internal override string Identity { get; }

    protected internal override SampleReader<float, int> Open() => new ImageFolderReader(_files, null, 0, _shape, _options, Normalization);

    protected internal override SampleReader<float, int> OpenInRandomOrder(ulong seed, int epoch, int firstSample)
    {
        int[] order = new int[_files.Length];
        Permutation.Draw(order, seed, (ulong)epoch);
        return new ImageFolderReader(_files, order, firstSample, _shape, _options, Normalization);
    }
}
