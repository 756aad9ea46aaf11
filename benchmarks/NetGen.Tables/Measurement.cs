using System.Diagnostics;

namespace NetGen.Tables;

/// <summary>Runs a study for each seed, which changes what is held out, the initial weights and the order of the samples.</summary>
internal static class Measurement
{
    private const int Seeds = 5;
    private const int Folds = 4;
    private const double PartToTrain = 0.8;

    /// <summary>Measures on the held-out fifth, which is used for nothing else.</summary>
    public static Outcome OfTest(Study study, string folder) => Of(study, folder, study.Run);

    /// <summary>Measures by cross-validation within the other four fifths: how settings are chosen.</summary>
    public static Outcome OfValidation(Study study, string folder) => Of(
        study, folder, (train, _, seed) => train.KFold(Folds, seed, study.StratifyBy).Average(fold => study.Run(fold.Train, fold.Validation, seed)));

    private static Outcome Of(Study study, string folder, Func<CsvTable, CsvTable, ulong, double> measure)
    {
        var table = study.Load(folder);
        var start = Stopwatch.GetTimestamp();
        var values = new double[Seeds];
        for (var i = 0; i < values.Length; i++)
        {
            var seed = (ulong)i + 1;
            var (train, test) = table.Split(PartToTrain, seed, study.StratifyBy);
            values[i] = measure(train, test, seed);
        }

        return new(study, values, Stopwatch.GetElapsedTime(start));
    }
}
