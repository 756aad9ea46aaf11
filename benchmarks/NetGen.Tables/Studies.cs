namespace NetGen.Tables;

/// <summary>All studies.</summary>
internal static class Studies
{
    /// <summary>The studies in the order of the report.</summary>
    public static IReadOnlyList<Study> All { get; } =
    [
        new ChurnStudy(),
        new HousingStudy(),

        // Not standardised: a pixel at the edge that is inked in two images of a thousand would count thirty times as much in those.
        new ClassStudy<SmallDigitNet>("Digits 8 × 8", 0.97, folder => TableFile.LoadClasses(folder, "digits.csv.gz", inputs: 64, skip: 0), seed => new SmallDigitNet(seed))
        {
            Epochs = 80, BatchSize = 32, Scaling = Scaling.MinMax,
        },
        new ClassStudy<TumourNet>("Breast cancer", 0.95, folder => TableFile.LoadClasses(folder, "breast_cancer.csv", inputs: 30, skip: 1), seed => new TumourNet(seed))
        {
            Epochs = 60,
        },
        new ClassStudy<WineNet>("Wine", 0.95, folder => TableFile.LoadClasses(folder, "wine_data.csv", inputs: 13, skip: 1), seed => new WineNet(seed))
        {
            Epochs = 80,
        },
    ];
}
