namespace NetGen.Tables;

/// <summary>A small table of numbers and classes. Every row of the training part is needed: there is no validation part, and the number of epochs is given.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal sealed class ClassStudy<TNetwork> : Study
    where TNetwork : class, ITrainable<float, int>
{
    private readonly Func<ulong, TNetwork> make;
    private readonly Func<string, CsvTable> load;

    /// <summary>A study of a table.</summary>
    /// <param name="name">The name of the table.</param>
    /// <param name="required">The accuracy that is required.</param>
    /// <param name="load">Reads the table from a folder.</param>
    /// <param name="make">Makes a network from a seed.</param>
    public ClassStudy(string name, double required, Func<string, CsvTable> load, Func<ulong, TNetwork> make)
    {
        Name = name;
        Required = required;
        this.load = load;
        this.make = make;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string Measure => "accuracy";

    /// <inheritdoc/>
    public override double Required { get; }

    /// <summary>How numbers become inputs.</summary>
    public Scaling Scaling { get; init; }

    /// <summary>Passes through the training part.</summary>
    public required int Epochs { get; init; }

    /// <summary>Samples per step.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>The highest learning rate.</summary>
    public double LearningRate { get; init; } = 3e-3;

    /// <summary>The decoupled weight decay of AdamW.</summary>
    public double WeightDecay { get; init; } = 0.05;

    /// <inheritdoc/>
    public override string Settings => FormattableString.Invariant(
        $"{string.Join(" ", TNetwork.Info.Architecture)}; {Epochs} epochs, batch {BatchSize}, AdamW {LearningRate}, weight decay {WeightDecay}, inputs {Scaling}");

    /// <inheritdoc/>
    public override string StratifyBy => TableFile.Target;

    /// <inheritdoc/>
    public override CsvTable Load(string folder) => load(folder);

    /// <inheritdoc/>
    public override double Run(CsvTable train, CsvTable test, ulong seed)
    {
        var encoder = TableEncoder.Fit(train, new EncodingOptions { Target = TableFile.Target, Numbers = Scaling });
        var net = make(seed);
        net.Fit(encoder.Labels(train), new FitOptions
        {
            Epochs = Epochs,
            BatchSize = BatchSize,
            Optimizer = new AdamW(LearningRate, weightDecay: WeightDecay),
            Schedule = Schedule.Cosine(warmup: 0.1),
            Seed = seed,
        });
        return net.Evaluate(encoder.Labels(test)).Accuracy!.Value;
    }
}
