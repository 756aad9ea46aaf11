namespace NetGen;

public abstract partial class Dataset
{
    /// <summary>
    /// Loads CIFAR-10 in its binary version: the files <c>data_batch_*.bin</c>, <c>test_batch*.bin</c> and, for the names of the classes, <c>batches.meta.txt</c>.
    /// Both parts are normalised by mean and standard deviation of red, green and blue in the training part unless the options say otherwise.
    /// </summary>
    /// <param name="folder">The folder with the files; training files that are not there are done without.</param>
    /// <param name="options">The treatment of the pixels; null: the defaults.</param>
    /// <returns>Training and test part; input shape 3×32×32 (channels first: red, green, blue), one label from 0 to 9 each.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">A part has no file; the message tells what was looked for.</exception>
    /// <exception cref="InvalidDataException">A file is damaged; the message names file and reason.</exception>
    /// <exception cref="ArgumentException">The options name another number of classes, or normalise another number of channels.</exception>
    public static (Dataset<float, int> Train, Dataset<float, int> Test) LoadCifar10(string folder, CifarOptions? options = null)
    {
        options ??= new CifarOptions();
        return options.CoarseLabels
            ? throw new ArgumentException("CIFAR-10 has one label per picture: CoarseLabels is for CIFAR-100.", nameof(options))
            : LoadCifar(folder, CifarFormat.Ten, options);
    }

    /// <summary>
    /// Loads CIFAR-100 in its binary version: the files <c>train.bin</c>, <c>test.bin</c> and, for the names of the classes, <c>fine_label_names.txt</c> or
    /// <c>coarse_label_names.txt</c>. Normalised as <see cref="LoadCifar10"/> does it.
    /// </summary>
    /// <returns>Training and test part; input shape 3×32×32 (channels first: red, green, blue), one label from 0 to 99, or of the superclass from 0 to 19, each.</returns>
    /// <inheritdoc cref="LoadCifar10"/>
    public static (Dataset<float, int> Train, Dataset<float, int> Test) LoadCifar100(string folder, CifarOptions? options = null)
    {
        options ??= new CifarOptions();
        return LoadCifar(folder, options.CoarseLabels ? CifarFormat.HundredCoarse : CifarFormat.Hundred, options);
    }

    private static (Dataset<float, int> Train, Dataset<float, int> Test) LoadCifar(string folder, CifarFormat format, CifarOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        string[] trainFiles = CifarFolder.Find(folder, format, format.TrainFiles), testFiles = CifarFolder.Find(folder, format, format.TestFiles);
        var names = options.ClassNames ?? CifarFolder.ReadNames(folder, format);
        var train = CifarReader.Read(trainFiles, format);
        var test = CifarReader.Read(testFiles, format);
        var normalization = options.Normalize ? options.Normalization ?? Measured(train.Channels, options.PerChannel) : null;
        return (ToSet(train.Levels, train.Labels), ToSet(test.Levels, test.Labels));

        Dataset<float, int> ToSet(float[] levels, int[] labels)
        {
            int[] shape = [CifarFormat.Channels, CifarFormat.Side, CifarFormat.Side];
            if (normalization?.WhyNot(shape) is { } reason)
            {
                throw new ArgumentException($"The pictures of {format.Name} cannot be normalised: {reason}.", nameof(options));
            }

            PixelLevels.ToInputs(levels, CifarFormat.Channels, CifarFormat.Pixels, normalization);
            var set = new Dataset<float, int>(levels, labels, labels.Length, shape).WithNormalization(normalization);
            return names is null ? set : set.WithClassNames(names);
        }
    }

    private static Normalization Measured(PixelHistogram[] channels, bool perChannel) =>
        Normalization.OfPixels(perChannel ? channels : [PixelHistogram.Join(channels)]);
}
