namespace NetGen;

public abstract partial class Dataset
{
    /// <summary>
    /// Loads MNIST or a set in its format (Fashion-MNIST, KMNIST, EMNIST): the files <c>train-images-idx3-ubyte</c>, <c>train-labels-idx1-ubyte</c>,
    /// <c>t10k-images-idx3-ubyte</c> and <c>t10k-labels-idx1-ubyte</c> (also <c>test-…</c>), plain or with <c>.gz</c>.
    /// Both parts are normalised by mean and standard deviation of the training pixels unless the options say otherwise.
    /// </summary>
    /// <param name="folder">The folder with the four files.</param>
    /// <param name="options">The treatment of the pixels; null: the defaults.</param>
    /// <returns>Training and test part; input shape 1×rows×columns (channels first), one label each.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">A file is missing; the message tells its name.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or images and labels do not belong together; the message names file and reason.</exception>
    public static (Dataset<float, int> Train, Dataset<float, int> Test) LoadIdx(string folder, IdxOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        options ??= new IdxOptions();
        string trainImages = IdxFolder.Find(folder, ["train"], "images"), trainLabels = IdxFolder.Find(folder, ["train"], "labels");
        string testImages = IdxFolder.Find(folder, ["t10k", "test"], "images"), testLabels = IdxFolder.Find(folder, ["t10k", "test"], "labels");
        var train = LoadIdx(trainImages, trainLabels, options);
        var test = LoadIdx(testImages, testLabels, options with { Normalization = train.Normalization });
        return train.InputShape.SequenceEqual(test.InputShape)
            ? (train, test)
            : throw IdxReader.Invalid(testImages, $"its images are {Shapes.Format(test.InputShape)}, those of '{trainImages}' are {Shapes.Format(train.InputShape)}");
    }

    /// <summary>Loads images and labels from two IDX files, plain or compressed by gzip.</summary>
    /// <param name="imagesPath">The images: unsigned bytes, samples×rows×columns, samples×channels×rows×columns or samples×features.</param>
    /// <param name="labelsPath">The labels: unsigned bytes, one per image.</param>
    /// <param name="options">
    /// The treatment of the pixels; null: the defaults, by which a set is normalised by its own statistics. For a test set pass the training set's <see cref="Normalization"/>.
    /// </param>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or images and labels do not belong together; the message names file and reason.</exception>
    /// <exception cref="ArgumentException">The options give a normalisation per channel, or too few class names.</exception>
    public static Dataset<float, int> LoadIdx(string imagesPath, string labelsPath, IdxOptions? options = null)
    {
        options ??= new IdxOptions();
        var images = IdxReader.Read(imagesPath);
        var labels = IdxReader.Read(labelsPath);
        if (images.Shape.Count is < 2 or > 4)
        {
            throw IdxReader.Invalid(imagesPath, $"its shape is {Shapes.Format(images.Shape)}; images are samples×rows×columns");
        }

        if (labels.Shape.Count != 1)
        {
            throw IdxReader.Invalid(labelsPath, $"its shape is {Shapes.Format(labels.Shape)}; labels have one dimension");
        }

        int count = images.Shape[0];
        if (labels.Shape[0] != count)
        {
            throw IdxReader.Invalid(labelsPath, $"it has {labels.Shape[0]} labels, but '{imagesPath}' has {count} images");
        }

        var normalization = options.Normalize ? options.Normalization ?? Normalization.OfPixels(images.Values) : null;
        if (normalization is { Means.Count: > 1 })
        {
            throw new ArgumentException("Images of IDX files are normalised by one pair for all channels; the options give one per channel.", nameof(options));
        }

        int[] shape = images.Shape.Count == 3 ? [1, .. images.Shape.Skip(1)] : [.. images.Shape.Skip(1)];
        var set = new Dataset<float, int>(ToInputs(images.Values, normalization), Array.ConvertAll(labels.Values, label => (int)label), count, shape)
            .WithNormalization(normalization);
        return options.ClassNames is null ? set : set.WithClassNames(options.ClassNames);
    }

    /// <summary>Pixels 0 … 255 to 0 … 1, then normalised.</summary>
    private static float[] ToInputs(byte[] pixels, Normalization? normalization)
    {
        float[] levels = PixelLevels.Table(normalization);
        var inputs = new float[pixels.Length];
        for (int i = 0; i < pixels.Length; i++)
        {
            inputs[i] = levels[pixels[i]];
        }

        return inputs;
    }
}
