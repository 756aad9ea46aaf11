namespace NetGen;

/// <summary>
/// Images in folders, one for each class: labels are the folders' numbers in the order of their names, from 0. As torchvision's <c>ImageFolder</c>; PNG, PGM and PPM files are read, others
/// with a decoder given in the options.
/// </summary>
/// <example><code>
/// var (learn, held) = ImageFolder.Open("flowers/", new ImageOptions { Height = 64, Width = 64 }).Split(0.9, seed: 1, stratified: true);
/// var train = learn.Load();                       // or learn.Stream(): decoded anew in each epoch
/// net.Fit(train.Augment(new HorizontalFlip()), new FitOptions { Validation = held.Load(train.Normalization) });
/// </code></example>
public sealed class ImageFolder
{
    private readonly string _folder;
    private readonly ImageOptions _options;
    private readonly ImageFile[] _files;

    private ImageFolder(string folder, ImageOptions options, ImageFile[] files, IReadOnlyList<string> classNames, ImageShape shape)
    {
        (_folder, _options, _files, ClassNames, Shape) = (folder, options, files, classNames, shape);
    }

    /// <summary>How many images there are.</summary>
    public int Count => _files.Length;

    /// <summary>The names of the classes in the order of the labels.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The shape of an input: of the options or, without a size there, of the first image.</summary>
    public ImageShape Shape { get; }

    /// <summary>Looks which images there are, and reads none but, where the options give no size, the first.</summary>
    /// <param name="folder">A folder that has a subfolder with images (in it, or deeper) for each class. Hidden files and folders are passed over, as are files that are no images.</param>
    /// <param name="options">Size, channels, decoders; null: the defaults. For a test set in a folder of its own give the <see cref="ClassNames"/> of the training set.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">There is no class, one has no image or was not expected, or an image has a format that no decoder reads.</exception>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public static ImageFolder Open(string folder, ImageOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        options ??= new ImageOptions();
        options.Require(nameof(options));
        var (files, names) = ImageFolderScan.Scan(folder, options);
        var shape = options is { Height: int height, Width: int width } ? new ImageShape(options.Channels, height, width) : new ImageReader(options).Measure(files[0].Path);
        return new ImageFolder(folder, options, files, names, shape);
    }

    /// <summary>Divides the images at random, the same way on every machine for a seed.</summary>
    /// <param name="fraction">The part of the first set, between 0 and 1.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stratified">Whether both parts get every class in the same proportion, as nearly as whole images allow.</param>
    /// <returns>Two parts without an image in common.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The fraction leaves one of the parts without an image.</exception>
    public (ImageFolder First, ImageFolder Second) Split(double fraction, ulong seed = 0, bool stratified = false)
    {
        double first = Math.Round(fraction * Count, MidpointRounding.AwayFromZero);
        if (!(first >= 1 && first <= Count - 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(fraction), fraction, $"The fraction is between 0 and 1 and leaves both parts of the {Count} images with at least one; {fraction} does not.");
        }

        int[] order = new int[Count];
        Permutation.Draw(order, seed);
        if (stratified)
        {
            Stratification.Divide(order, Array.ConvertAll(_files, file => file.Label), (int)first);
        }

        return (Part(order.AsSpan(0, (int)first)), Part(order.AsSpan((int)first)));
    }

    /// <summary>Decodes all images into memory.</summary>
    /// <param name="normalization">The normalisation of the training set; null: measured on these images, unless the options say that there is none.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or has another size; the message names it and the reason.</exception>
    /// <exception cref="ArgumentException">The normalisation has another number of channels.</exception>
    public Dataset<float, int> Load(Normalization? normalization = null)
    {
        RequireChannels(normalization);
        long values = (long)Count * Shape.Size;
        if (values > Array.MaxLength)
        {
            throw new InvalidOperationException($"{Count} images of {Shape} have {values} values, an array holds {Array.MaxLength}: use Stream(), which decodes them as they are needed.");
        }

        var (inputs, labels) = (new float[values], new int[Count]);
        using (var reader = new ImageFolderReader(_files, null, 0, Shape, _options, null))
        {
            reader.Read(inputs, labels);
        }

        normalization ??= _options switch
        {
            { Normalize: false } => null,
            { PerChannel: true } => Normalization.PerChannel(inputs, Shape.Channels, Shape.Height, Shape.Width),
            _ => Normalization.Of(inputs),
        };
        for (int image = 0; image < Count && normalization is not null; image++)
        {
            normalization.Apply(inputs.AsSpan(image * Shape.Size, Shape.Size));
        }

        return Dataset.From(inputs, labels, Shape.Channels, Shape.Height, Shape.Width)
            .WithNormalization(normalization).WithPreprocessing(_options.ToJson()).WithClassNames(ClassNames);
    }

    /// <summary>
    /// The images as a set that is read from the files in each epoch, in an order that is drawn anew over all of them, ahead of the training: no more than a few batches are in memory.
    /// </summary>
    /// <param name="normalization">
    /// The normalisation of the training set; null: measured in one pass over these images, unless the options say that there is none.
    /// </param>
    /// <inheritdoc cref="Load"/>
    public StreamedDataset<float, int> Stream(Normalization? normalization = null)
    {
        RequireChannels(normalization);
        if (normalization is null && _options.Normalize)
        {
            normalization = Measure();
        }

        return new ImageFolderDataset(this, _files, _options, normalization, $"{ImageFolderScan.Identity(_folder, _files)}, {_options.ToJson()}, {normalization}");
    }

    /// <summary>Measures mean and standard deviation of all images in one pass.</summary>
    /// <returns>A pair for each channel, or one, as the options have it.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or has another size; the message names it and the reason.</exception>
    public Normalization Measure()
    {
        var sums = new ChannelSums(_options.PerChannel ? Shape.Channels : 1);
        var (input, label) = (new float[Shape.Size * _options.Threads], new int[_options.Threads]);
        using var reader = new ImageFolderReader(_files, null, 0, Shape, _options, null);
        for (int read; (read = reader.Read(input, label)) > 0;)
        {
            for (int image = 0; image < read; image++)
            {
                sums.Add(input.AsSpan(image * Shape.Size, Shape.Size));
            }
        }

        return sums.ToNormalization();
    }

    private ImageFolder Part(ReadOnlySpan<int> numbers)
    {
        var files = new ImageFile[numbers.Length];
        for (int i = 0; i < files.Length; i++)
        {
            files[i] = _files[numbers[i]];
        }

        return new ImageFolder(_folder, _options, files, ClassNames, Shape);
    }

    private void RequireChannels(Normalization? normalization)
    {
        if (normalization is { Means.Count: > 1 } && normalization.Means.Count != Shape.Channels)
        {
            throw new ArgumentException($"The normalisation has {normalization.Means.Count} channels, the images are {Shape}.", nameof(normalization));
        }
    }
}
