using System.Xml.Linq;

namespace NetGen.Tests;

public sealed class TrainingCurvesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("netgen-curves").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Each_metric_has_a_plot_and_the_best_epoch_a_mark()
    {
        var figure = TrainingCurves.Of(Histories.Result(20), new() { LearningRate = true });

        Assert.Equal(["Loss", "Accuracy", "ROC AUC", "Learning rate"], figure.Plots.Select(plot => plot.Title));
        Assert.Equal(["training", "validation"], figure.Plots[0].Series.Select(series => series.Name));
        Assert.Equal(new PlotMark("best: epoch 15", 15, 0.2), figure.Plots[0].Marks.Single());
    }

    [Fact]
    public void Best_epoch_is_the_one_of_the_result()
    {
        var result = Histories.Result(20);

        var figure = TrainingCurves.Of(result with { Best = result.Epochs[3] });

        Assert.Equal("best: epoch 4", figure.Plots[0].Marks.Single().Label);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public void Any_number_of_epochs_makes_a_picture(int epochs)
    {
        var path = Path.Combine(folder, "curves.svg");

        TrainingCurves.Save(path, Histories.Result(epochs), new() { LogScale = true });

        Assert.Equal("svg", XDocument.Load(path).Root!.Name.LocalName);
        Assert.Equal([path], Directory.GetFiles(folder));
    }

    [Fact]
    public void Training_that_measured_nothing_but_NaN_makes_a_picture()
    {
        EpochResult[] epochs = [new(1, double.NaN, double.NaN, null, TimeSpan.Zero), new(2, double.NaN, double.NaN, null, TimeSpan.Zero)];

        var text = TrainingCurves.Of(epochs).ToSvg();

        Assert.Contains("no values", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_folder_is_named()
    {
        var error = Assert.Throws<DirectoryNotFoundException>(() => TrainingCurves.Save(Path.Combine(folder, "none", "curves.svg"), Histories.Result(2)));

        Assert.Contains($"there is no folder '{Path.Combine(folder, "none")}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_is_no_file()
    {
        var error = Assert.Throws<IOException>(() => TrainingCurves.Save(folder, Histories.Result(2)));

        Assert.Contains("that is a folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Existing_file_is_replaced()
    {
        var path = Path.Combine(folder, "curves.svg");
        File.WriteAllText(path, "old");

        TrainingCurves.Save(path, Histories.Epochs(3));

        Assert.StartsWith("<svg", File.ReadAllText(path), StringComparison.Ordinal);
    }
}
