namespace NetGen;

/// <summary>The numbers of a training, epoch by epoch, as a picture: the losses, a plot for each further metric, the learning rate on request.</summary>
public static class TrainingCurves
{
    /// <summary>Saves the curves of a training as an SVG file, which appears under its name only when it is complete. The best epoch is marked.</summary>
    /// <param name="path">The file to create or replace, such as <c>curves.svg</c>.</param>
    /// <param name="result">What the training came to.</param>
    /// <param name="options">What to draw; null: losses and all metrics.</param>
    /// <exception cref="IOException">The folder does not exist, the path is that of a folder, or the disk does not take the file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Save(string path, FitResult result, TrainingCurvesOptions? options = null) => Of(result, options).Save(path);

    /// <inheritdoc cref="Save(string, FitResult, TrainingCurvesOptions)"/>
    /// <param name="path">The file to create or replace, such as <c>curves.svg</c>.</param>
    /// <param name="epochs">The epochs, for example <see cref="TrainingContext.History"/> while the training goes on.</param>
    /// <param name="options">What to draw; null: losses and all metrics.</param>
    public static void Save(string path, IReadOnlyList<EpochResult> epochs, TrainingCurvesOptions? options = null) => Of(epochs, options).Save(path);

    /// <summary>The curves of a training, to save, change or put into a page.</summary>
    /// <param name="result">What the training came to.</param>
    /// <param name="options">What to draw; null: losses and all metrics.</param>
    /// <returns>The picture.</returns>
    public static PlotFigure Of(FitResult result, TrainingCurvesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Of(result.Epochs, result.Best ?? BestSoFar.Of(result.Epochs), options ?? new());
    }

    /// <inheritdoc cref="Of(FitResult, TrainingCurvesOptions)"/>
    /// <param name="epochs">The epochs.</param>
    /// <param name="options">What to draw; null: losses and all metrics.</param>
    public static PlotFigure Of(IReadOnlyList<EpochResult> epochs, TrainingCurvesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        return Of(epochs, BestSoFar.Of(epochs), options ?? new());
    }

    private static PlotFigure Of(IReadOnlyList<EpochResult> epochs, EpochResult? best, TrainingCurvesOptions options)
    {
        var plots = new List<Plot> { HistoryPlots.Losses(epochs, best, options.LogScale) };
        plots.AddRange((options.Metrics ?? HistoryPlots.FurtherMetrics(epochs)).Select(name => HistoryPlots.Metric(epochs, best, name)));
        if (options.LearningRate)
        {
            plots.Add(HistoryPlots.LearningRate(epochs));
        }

        return new PlotFigure { Title = options.Title, Plots = plots };
    }
}
