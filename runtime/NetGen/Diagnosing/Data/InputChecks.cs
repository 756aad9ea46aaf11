namespace NetGen;

/// <summary>Whether the inputs have sizes that a network learns well from: about zero mean, about unit variance, features alike. LeCun et al. 1998, Efficient BackProp, 4.3.</summary>
internal static class InputChecks
{
    private const double LargestRootMeanSquare = 10;
    private const double SmallestRootMeanSquare = 0.02;
    private const double LargestByte = 255;

    /// <summary>Bytes that were divided by 255 reach 1.</summary>
    private const double SmallestByteMaximum = 16;
    private const double LargestRatio = 100;
    private const double OffCentre = 3;

    /// <summary>A feature that is zero almost always (the rim of a picture, a rare category) has a small deviation, and needs no other scale.</summary>
    private const double LeastNonzero = 0.1;

    public static void Run<TInput, TTarget>(NetworkInfo network, SampleOfSet<TInput, TTarget> sample, DiagnosisNotes notes)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        var (statistics, all) = (sample.Inputs, sample.All(sample.Inputs.Rows));
        bool isHopeless = statistics.Rows > 1 && Enumerable.Range(0, network.InputSize).All(statistics.IsConstant);
        if (network.Layers.Count > 0 && network.Layers[0].Kind is "BatchNorm" or "LayerNorm" or "GroupNorm" or "RMSNorm")
        {
            notes.LeaveOut("scales of the inputs: the network begins with a normalisation");
            return;
        }

        for (int index = 0, start = 0; index < network.Inputs.Count; start += network.Inputs[index++].Size)
        {
            var input = network.Inputs[index];
            if (input.Vocabulary > 0)
            {
                continue;
            }

            bool isOdd = CheckRange(statistics, start, input, notes);
            CheckConstants(statistics, start, input, isHopeless, all, notes);
            if (input.Shape.Count == 1 && !CheckScales(statistics, start, input, notes) && !isOdd)
            {
                CheckCentre(statistics, start, input, notes);
            }
        }
    }

    /// <summary>Returns whether something was found.</summary>
    private static bool CheckRange(ColumnStatistics statistics, int start, ValueInfo input, DiagnosisNotes notes)
    {
        int[] columns = [.. Enumerable.Range(start, input.Size)];
        double size = statistics.RootMeanSquare(start, input.Size), smallest = columns.Min(statistics.Minimum), largest = columns.Max(statistics.Maximum);
        notes.Measure("input_rms", size);
        if (statistics.AreWhole && smallest >= 0 && largest is > SmallestByteMaximum and <= LargestByte)
        {
            // Of a vector they may as well be counts, hours or ages, which are no fault while they are small.
            bool isImage = input.Shape.Count > 1;
            notes.Find(
                "NG7001", isImage || size > LargestRootMeanSquare ? FindingSeverity.Warning : FindingSeverity.Info, input.Name,
                isImage ? (FormattableString)$"the values are whole numbers from {smallest} to {largest}, as bytes are" : $"the values are whole numbers from {smallest} to {largest}: bytes or counts that were not scaled",
                "Divide bytes by 255, or normalise: Normalization.PerChannel for images, TableEncoder for tables.");
            return true;
        }

        if (size > LargestRootMeanSquare)
        {
            notes.Warn("NG7001", input.Name, $"the values are large: their root mean square is {size:G3}, from {smallest:G3} to {largest:G3}", "Bring the inputs to about zero mean and unit variance, by numbers of the training part alone.");
            return true;
        }

        // Of inputs that are mostly zero, as the categories of a table, only the others have a size.
        double nonzero = statistics.NonzeroRootMeanSquare(start, input.Size);
        if (nonzero is > 0 and < SmallestRootMeanSquare)
        {
            notes.Warn("NG7001", input.Name, $"the values are tiny: their root mean square is {nonzero:G3}, from {smallest:G3} to {largest:G3}", "Were they scaled twice? Bring the inputs to about unit variance.");
            return true;
        }

        return false;
    }

    private static void CheckConstants(ColumnStatistics statistics, int start, ValueInfo input, bool isHopeless, string all, DiagnosisNotes notes)
    {
        int constant = statistics.Rows < 2 ? 0 : Enumerable.Range(start, input.Size).Count(statistics.IsConstant);
        if (constant == input.Size)
        {
            // A mask of ones or an initial state of zeros beside inputs that differ is well meant.
            notes.Find(
                "NG7002", isHopeless ? FindingSeverity.Error : FindingSeverity.Info, input.Name, $"all {input.Size} features are the same in {all}",
                isHopeless ? "The answer cannot depend on the inputs: look at how they are read." : "The answer cannot depend on this input. A mask or an initial state may be so; otherwise look at how it is read.");
        }
        else if (constant > 0)
        {
            notes.Tell("NG7002", input.Name, $"{constant} of {input.Size} features are the same in {all}", "They tell nothing. The rim of pictures is like that; in a table, leave such columns out.");
        }
    }

    /// <summary>Returns whether something was found.</summary>
    private static bool CheckScales(ColumnStatistics statistics, int start, ValueInfo input, DiagnosisNotes notes)
    {
        var alive = Enumerable.Range(start, input.Size)
            .Where(column => statistics.Deviation(column) > 0 && statistics.NonzeroPart(column) >= LeastNonzero)
            .OrderBy(statistics.Deviation)
            .ToArray();
        if (alive.Length < 2 || statistics.Deviation(alive[^1]) <= LargestRatio * statistics.Deviation(alive[0]))
        {
            return false;
        }

        notes.Warn(
            "NG7003", input.Name,
            $"features differ in scale by a factor of {statistics.Deviation(alive[^1]) / statistics.Deviation(alive[0]):G3}: the standard deviation of feature {alive[^1] - start} is {statistics.Deviation(alive[^1]):G3}, that of feature {alive[0] - start} is {statistics.Deviation(alive[0]):G3}",
            "Normalise each feature by its own mean and deviation, as TableEncoder does: with one learning rate for all, the large ones decide.");
        return true;
    }

    private static void CheckCentre(ColumnStatistics statistics, int start, ValueInfo input, DiagnosisNotes notes)
    {
        var shifts = Enumerable.Range(start, input.Size)
            .Where(column => statistics.Deviation(column) > 0)
            .Select(column => Math.Abs(statistics.Mean(column)) / statistics.Deviation(column))
            .Order()
            .ToArray();
        if (shifts.Length > 0 && shifts[shifts.Length / 2] > OffCentre)
        {
            notes.Tell("NG7004", input.Name, $"the values are far from zero: the median feature has its mean at {shifts[shifts.Length / 2]:G3} standard deviations", "Subtract the mean of each feature: gradients of one sign for all weights of a unit make a training zigzag.");
        }
    }
}
