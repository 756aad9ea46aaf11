namespace NetGen.Graphs.Tests.Training;

public sealed class TrainingTests
{
    public static TheoryData<string> Graphs => [.. Subjects.Names];

    [Theory, MemberData(nameof(Graphs))]
    public void Twenty_steps_lower_the_loss(string name)
    {
        var random = new Random(8);
        var subject = Subjects.Create(name, random);
        var (inputs, targets) = Subjects.Draw(subject, 16, random);
        var optimizer = new Adam(0.01);
        var before = subject.Loss(inputs, targets);

        for (var step = 0; step < 20; step++)
        {
            Assert.True(Number.IsFinite(subject.Step(inputs, targets, optimizer)));
        }

        Assert.True(subject.Loss(inputs, targets) < before, $"{before} before, {subject.Loss(inputs, targets)} after");
    }

    [Theory, MemberData(nameof(Graphs))]
    public void A_saved_graph_predicts_the_same_when_loaded(string name)
    {
        var random = new Random(9);
        var (subject, other) = (Subjects.Create(name, random), Subjects.Create(name, random));
        var inputs = Subjects.Draw(subject, 3, random).Inputs;
        var file = Path.GetTempFileName();
        try
        {
            subject.Save(file);
            other.Load(file);
        }
        finally
        {
            File.Delete(file);
        }

        Assert.Equal(subject.Weights, other.Weights);
        Assert.Equal(subject.Predict(inputs), other.Predict(inputs));
        Assert.Equal(subject.Unfused(inputs), other.Unfused(inputs));
    }

    [Theory, MemberData(nameof(Graphs))]
    public void The_loss_of_a_step_is_that_of_Gradient_and_its_update_follows(string name)
    {
        var random = new Random(10);
        var subject = Subjects.Create(name, random);
        var (inputs, targets) = Subjects.Draw(subject, 6, random);
        var gradients = new Number[subject.Parameters.Length];
        var loss = subject.Gradient(inputs, targets, gradients, Array.ConvertAll(inputs, input => new Number[input.Length]));
        var before = subject.Weights;

        var stepped = subject.Step(inputs, targets, new Sgd(0.125));

        // Programs fuse differently.
        var tolerance = typeof(Number) == typeof(float) ? 1e-4 : 1e-12;
        Assert.Equal((double)loss, stepped, tolerance * Math.Max(1, Math.Abs(loss)));
        var largest = gradients.Max(value => Math.Abs((double)value));
        var after = subject.Weights;
        for (var i = 0; i < before.Length; i++)
        {
            Assert.Equal((double)(before[i] - (gradients[i] / 8)), after[i], tolerance * Math.Max(1, largest));
        }
    }
}
