namespace NetGen.Diagnosing.Tests.Units;

public sealed class UnitTests
{
    [Fact]
    public void Units_that_are_always_zero_are_counted_at_their_layer()
    {
        var net = new ClassNet(1);
        net.Parameters["dense1.bias"].CopyFrom([.. Enumerable.Range(0, 32).Select(unit => unit < 20 ? -100f : 0f)]);

        var diagnosis = net.Diagnose(Samples.Classes());

        var finding = Found.Single(diagnosis, "NG7104");
        Assert.Equal((FindingSeverity.Warning, "relu1"), (finding.Severity, finding.Subject));
        Assert.Contains("20 of 32 units", finding.Measured, StringComparison.Ordinal);
        Assert.Equal(20 / 32.0, diagnosis.Measured["dead_units"]);
    }

    [Fact]
    public void Units_of_images_are_channels()
    {
        var net = new ImageNet(1);
        net.Parameters["conv2d1.bias"].CopyFrom([-100, 0, -100, 0, -100, 0, -100, 0]);

        Assert.Contains("of 8 units", Found.Single(net.Diagnose(Samples.Pictures()), "NG7104").Measured, StringComparison.Ordinal);
        Assert.InRange(new ImageNet(1).Diagnose(Samples.Pictures()).Measured["dead_units"], 0, 0.5);
    }

    [Fact]
    public void Saturated_units_are_counted_at_their_layer()
    {
        var net = new BinaryNet(1);
        var weight = net.Parameters["dense1.weight"];
        weight.CopyFrom([.. weight.ToArray().Select(value => value * 500)]);

        Assert.Equal("tanh1", Found.Single(net.Diagnose(Samples.Binary()), "NG7105").Subject);
        Found.None(new BinaryNet(1).Diagnose(Samples.Binary()), "NG7105");
    }

    [Fact]
    public void Few_samples_say_nothing_about_units() =>
        Assert.Contains(new ClassNet(1).Diagnose(Samples.Classes(15)).LeftOut, reason => reason.Contains("16 samples", StringComparison.Ordinal));

    [Fact]
    public void Few_dead_units_are_not_worth_a_word()
    {
        var net = new ClassNet(1);
        net.Parameters["dense1.bias"].CopyFrom([.. Enumerable.Range(0, 32).Select(unit => unit < 4 ? -100f : 0f)]);

        var diagnosis = net.Diagnose(Samples.Classes());

        Found.None(diagnosis, "NG7104");
        Assert.Equal(4 / 32.0, diagnosis.Measured["dead_units"]);
    }
}
