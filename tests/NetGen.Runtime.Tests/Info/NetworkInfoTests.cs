using System.Globalization;

namespace NetGen.Tests.Info;

public sealed class NetworkInfoTests
{
    private static readonly NetworkInfo Digits = new(
        "DigitNet",
        Precision.Single,
        [784],
        [10],
        1,
        "SoftmaxCrossEntropy",
        [
            new("dense1", "Dense", "Dense(128)", [128], 100_480, 200_704),
            new("relu1", "ReLU", "ReLU", [128], 0, 128),
            new("dense2", "Dense", "Dense(10)", [10], 1_290, 2_560),
        ],
        1_088,
        3_200);

    [Fact]
    public void Totals_are_sums_and_products()
    {
        Assert.Equal(101_770, Digits.ParameterCount);
        Assert.Equal(203_392, Digits.Flops);
        Assert.Equal(784, Digits.InputSize);
        Assert.Equal(10, Digits.OutputSize);
        Assert.Equal("DigitNet: [B, 784] -> [B, 10], 101,770 parameters", Digits.ToString());
    }

    [Theory]
    [InlineData("Hinge", true)]
    [InlineData("Hinge(Margin = 2)", true)]
    [InlineData("HingeEmbedding", false)]
    [InlineData("SquaredHinge", false)]
    [InlineData(null, false)]
    public void Kind_of_the_loss_does_not_depend_on_its_arguments(string? loss, bool isHinge) =>
        Assert.Equal(isHinge, new NetworkInfo("Net", Precision.Single, [1], [1], 1, loss, [], 0, 0).HasLoss("Hinge"));

    [Fact]
    public void Label_weights_are_those_given_or_none()
    {
        Assert.Null(Digits.LabelWeights);
        Assert.Equal([0.5, 2], new NetworkInfo("Net", Precision.Single, [1], [2], 1, "SoftmaxCrossEntropy", [], 0, 0, [0.5, 2]).LabelWeights);
    }

    [Fact]
    public void Spec_hash_is_SHA_256_of_the_lines_of_the_architecture()
    {
        // printf 'netgen 1\nprecision Single\ninput 1×28×28\n' | sha256sum
        NetworkInfo info = new("N", Precision.Single, [1, 28, 28], [784], 0, null, [], 0, 0, architecture: ["netgen 1", "precision Single", "input 1×28×28"]);
        Assert.Equal("e69945c6db18868bceec8ead91a6bfda734a8648a4877c8c035851e65a4785fa", info.SpecHash);
    }

    [Fact]
    public void Summary_is_a_table()
    {
        const string Expected = """
            DigitNet (float)
            =========================================================
            Layer                 Output shape   Parameters     FLOPs
            ---------------------------------------------------------
            input                 [B, 784]
            dense1 (Dense(128))   [B, 128]          100,480   200,704
            relu1 (ReLU)          [B, 128]                0       128
            dense2 (Dense(10))    [B, 10]             1,290     2,560
            =========================================================
            Parameters          101,770 (397.5 KiB)
            FLOPs per sample    203,392
            Memory per sample   1.1 KiB to predict, 3.1 KiB to train
            Loss                SoftmaxCrossEntropy

            """;

        Assert.Equal(Expected, Digits.Summary());
    }

    [Fact]
    public void Summary_is_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        string expected = Digits.Summary();
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberGroupSeparator = ".", NumberDecimalSeparator = "," } };
            Assert.Equal(expected, Digits.Summary());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Shapes_cannot_be_changed_from_outside()
    {
        int[] shape = [2, 3];
        NetworkInfo info = new("N", Precision.Double, shape, shape, 0, null, [], 0, 0);
        shape[0] = 9;

        Assert.Equal([2, 3], info.InputShape);
        Assert.Contains("Loss                none", info.Summary(), StringComparison.Ordinal);
        Assert.StartsWith("N (double)", info.Summary(), StringComparison.Ordinal);
    }
}
