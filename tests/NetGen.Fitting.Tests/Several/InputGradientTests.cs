using NetGen.Fitting.Tests.Explaining;

namespace NetGen.Fitting.Tests.Several;

public sealed class InputGradientTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1300)]
    public void Input_gradients_are_those_of_Backward(int batch)
    {
        var (rows, net) = (new Rows(batch, 1), new PairNet(2));
        var (age, mood, all) = (Values.Of(batch * 2, 5), Values.Of(batch * 3, 6), new float[net.Parameters.Length]);
        var (image, sound, expectedImage, expectedSound) = (new float[batch * 4], new float[batch * 3], new float[batch * 4], new float[batch * 3]);

        net.InputGradient(rows.Images, rows.Sounds, age, mood, image, sound);
        net.Backward(rows.Images, rows.Sounds, age, mood, all, expectedImage, expectedSound);

        Assert.True(Values.Error(image, expectedImage) < 1e-6);
        Assert.True(Values.Error(sound, expectedSound) < 1e-6);
    }

    [Fact]
    public void Input_gradient_of_one_value_agrees_with_central_differences()
    {
        var (net, images, sounds) = (new ExactPairNet(3), Values.Doubles(8, 1), Values.Doubles(6, 2));

        foreach (var (output, value) in new[] { (0, 1), (1, 0), (1, 2) })
        {
            var (image, sound) = net.InputGradient(images, sounds, output, value);

            Assert.True(Values.Error(image, Enumerable.Range(0, 8).Select(i => Difference(images, i, i / 4, () => net.Predict(images, sounds), output, value))) < 1e-8);
            Assert.True(Values.Error(sound, Enumerable.Range(0, 6).Select(i => Difference(sounds, i, i / 3, () => net.Predict(images, sounds), output, value))) < 1e-8);
        }
    }

    [Fact]
    public void Gradient_of_an_input_that_nobody_wants_is_left_out()
    {
        var (rows, net) = (new Rows(5, 1), new PairNet(2));
        var (age, mood, sound, alone) = (Values.Of(10, 5), Values.Of(15, 6), new float[15], new float[15]);

        net.InputGradient(rows.Images, rows.Sounds, age, mood, new float[20], sound);
        net.InputGradient(rows.Images, rows.Sounds, age, mood, [], alone);

        Assert.Equal(sound, alone);
    }

    [Fact]
    public void One_output_is_chosen_by_its_value_alone()
    {
        var (rows, net) = (new Rows(5, 1), new TwoInputNet(2));
        float[] seed = [.. Enumerable.Range(0, 15).Select(i => i % 3 == 2 ? 1f : 0)];
        var (left, right) = (new float[20], new float[15]);

        net.InputGradient(rows.Images, rows.Sounds, seed, left, right);

        var (byLeft, byRight) = net.InputGradient(rows.Images, rows.Sounds, 2);
        Assert.Equal(left, byLeft);
        Assert.Equal(right, byRight);
    }

    [Fact]
    public void What_does_not_exist_is_refused()
    {
        var (rows, net) = (new Rows(5, 1), new PairNet(2));

        Assert.Contains("2 outputs, 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => net.InputGradient(rows.Images, rows.Sounds, 2, 0)).Message, StringComparison.Ordinal);
        Assert.Contains("values 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => net.InputGradient(rows.Images, rows.Sounds, 0, 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwoInputNet(1).InputGradient(rows.Images, rows.Sounds, 3));
        Assert.Throws<ArgumentException>(() => net.InputGradient(rows.Images, new float[14], 0, 0));
        Assert.Throws<ArgumentException>(() => net.InputGradient(rows.Images, rows.Sounds, new float[10], new float[14], new float[20], new float[15]));
        Assert.Throws<ArgumentException>(() => net.InputGradient(rows.Images, rows.Sounds, new float[10], new float[15], new float[19], new float[15]));
    }

    private static double Difference(double[] values, int i, int sample, Func<(double[] Age, double[] Mood)> predict, int output, int value)
    {
        const double step = 1e-6;
        var at = values[i];
        double Of((double[] Age, double[] Mood) y) => output == 0 ? y.Age[(sample * 2) + value] : y.Mood[(sample * 3) + value];
        values[i] = at + step;
        var above = Of(predict());
        values[i] = at - step;
        var below = Of(predict());
        values[i] = at;
        return (above - below) / (2 * step);
    }
}
