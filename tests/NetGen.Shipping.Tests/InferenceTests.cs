using System.Reflection;

namespace NetGen.Shipping.Tests;

/// <summary>Networks that only answer: the same answers, and nothing of training.</summary>
public sealed class InferenceTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Answers_of_a_stack_are_those_of_the_trained_network()
    {
        using var folder = new TemporaryFolder();
        var (trained, answers, inputs) = (Trained.Small(), new SmallAnswers(), Trained.Inputs(6));
        trained.Save(folder.File("a"));

        answers.Load(folder.File("a"));

        Assert.Equal(trained.Predict(inputs), answers.Predict(inputs));
        Assert.Equal(trained.Predict(inputs.AsSpan(0, 6)), answers.Predict(inputs.AsSpan(0, 6)));
        Assert.Equal(["a", "b", "c"], answers.Metadata.ClassNames!);
    }

    [Fact]
    public void Answers_on_pictures_are_those_of_the_trained_network()
    {
        using var folder = new TemporaryFolder();
        var (trained, answers) = (Trained.Picture(), new PictureAnswers());
        trained.Save(folder.File("a"));

        answers.Load(folder.File("a"));

        Assert.Equal(trained.Predict(Trained.Inputs(36)), answers.Predict(Trained.Inputs(36)));
    }

    [Fact]
    public void Answers_on_tokens_are_those_of_the_trained_network()
    {
        using var folder = new TemporaryFolder();
        var (trained, answers) = (Trained.Tokens(), new TokenAnswers());
        trained.Save(folder.File("a"));

        answers.Load(folder.File("a"));

        Assert.Equal(trained.Predict(Trained.TokenInputs), answers.Predict(Trained.TokenInputs));
    }

    [Fact]
    public void Answers_of_a_graph_with_two_outputs_are_those_of_the_trained_network()
    {
        using var folder = new TemporaryFolder();
        var (trained, answers) = (new Double(3), new DoubleAnswers());
        var inputs = Array.ConvertAll(Trained.Inputs(4), value => (double)value);
        trained.Save(folder.File("a"));

        answers.Load(folder.File("a"));

        Assert.Equal(trained.Predict(inputs).Mean, answers.Predict(inputs).Mean);
        Assert.Equal(trained.Predict(inputs).Sign, answers.Predict(inputs).Sign);
    }

    [Theory]
    [InlineData(typeof(SmallAnswers))]
    [InlineData(typeof(TokenAnswers))]
    [InlineData(typeof(PictureAnswers))]
    [InlineData(typeof(DoubleAnswers))]
    public void Nothing_of_training_is_left(Type network)
    {
        string[] training = ["Loss", "Gradient", "Backward", "Step", "Update", "InputGradient", "PredictUnfused", "Trace"];

        Assert.DoesNotContain(network.GetMethods(All), method => training.Contains(method.Name) || training.Any(name => method.Name.EndsWith("." + name, StringComparison.Ordinal)));
        Assert.Contains(typeof(INetwork), network.GetInterfaces());
        Assert.DoesNotContain(network.GetInterfaces(), each => each == typeof(IExplainable) || (each.IsGenericType && each.GetGenericTypeDefinition() == typeof(ITrainable<,>)));
        var kernels = network.Assembly.GetTypes().Where(type => type.Namespace == "NetGen.Emitted" && type.Name.Contains(network.Name, StringComparison.Ordinal)).ToList();
        Assert.Equal(3, kernels.Count);
        Assert.DoesNotContain(kernels.SelectMany(type => type.GetMethods(All)), method => method.Name.StartsWith("Train", StringComparison.Ordinal) || method.Name.StartsWith("Backward", StringComparison.Ordinal) || method.Name.StartsWith("Loss", StringComparison.Ordinal));
    }

    [Fact]
    public void Architecture_is_that_of_the_trained_network() => Assert.Equal(Small.Info.SpecHash, SmallAnswers.Info.SpecHash);

    [Fact]
    public void Answering_network_is_a_part_of_one_that_is_trained()
    {
        var net = new WithAnAnsweringPart(1);
        var inputs = Trained.Inputs(6);

        var (fused, plain) = (net.Predict(inputs), net.PredictUnfused(inputs));

        Assert.All(fused.Zip(plain), pair => Assert.Equal(pair.Second, pair.First, 1e-5f));
    }
}
