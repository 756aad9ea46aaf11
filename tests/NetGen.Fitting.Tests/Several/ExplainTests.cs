using NetGen.Fitting.Tests.Explaining;

namespace NetGen.Fitting.Tests.Several;

public sealed class ExplainTests
{
    private static readonly float[] Input = new Rows(1, 1).Inputs;

    [Fact]
    public void Integrated_gradients_of_two_inputs_add_up()
    {
        var parts = Explain.IntegratedGradients(new TwoInputNet(2), Input, 1, new IntegratedGradientsOptions { Of = Explained.LogOdds });

        Assert.Equal([7], parts.Shape);
        Assert.InRange(Math.Abs(parts.Error!.Value), 0, 1e-3);
    }

    [Fact]
    public void Part_of_an_attribution_is_that_of_one_input()
    {
        var all = Explain.Saliency(new TwoInputNet(2), Input, 0);

        Assert.Equal(all.Values.Take(4), all.Part(0).Values);
        Assert.Equal(all.Values.Skip(4), all.Part(1).Values);
        Assert.Equal([3], all.Part(1).Shape);
        Assert.Null(all.Part(1).Error);
        Assert.Throws<ArgumentOutOfRangeException>(() => all.Part(2));
    }

    [Fact]
    public void Outputs_count_one_after_the_other()
    {
        var (rows, net) = (new Rows(1, 1), new PairNet(2));

        var (image, sound) = net.InputGradient(rows.Images, rows.Sounds, 1, 2);

        Assert.Equal([.. image, .. sound], Explain.Saliency(net, Input, 4, new SaliencyOptions { Signed = true }).Values);
    }

    [Fact]
    public void Log_odds_of_a_softmax_among_several_outputs_are_those_of_its_own_classes()
    {
        var (rows, net) = (new Rows(1, 1), new PairNet(2));
        // So sure that p rounds to 1: odds from 1 − p alone would be wrong.
        net.Parameters["mood.dense1.bias"].CopyFrom([0, 25, 0]);

        var mood = net.Predict(rows.Images, rows.Sounds).Mood;
        var odds = Explain.Saliency(net, Input, 3, new SaliencyOptions { Of = Explained.LogOdds });

        Assert.Equal(1, mood[1]);
        Assert.Equal(Math.Log(mood[1]) - Math.Log(mood[0] + mood[2]), odds.Value, 1e-4);
    }

    [Fact]
    public void Permutation_importance_measures_columns_of_the_row()
    {
        var net = new TwoInputNet(1);
        var set = new Rows(400, 1).Labelled;
        net.Fit(set, new FitOptions { Epochs = 10, Optimizer = new Adam(1e-2) });

        var importances = Explain.PermutationImportance(net, set, new PermutationImportanceOptions { Metric = "accuracy" });

        Assert.Contains("input 6", importances.ToString(), StringComparison.Ordinal);
    }
}
