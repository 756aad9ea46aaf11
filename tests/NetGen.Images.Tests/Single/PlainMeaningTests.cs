namespace NetGen.Images.Tests.Single;

/// <summary>Every network of the grid, in single precision: fused and plain predictions agree, in batches of any size.</summary>
public sealed class PlainMeaningTests
{
    private delegate float[] PredictMember(ReadOnlySpan<float> inputs);

    public static TheoryData<string> Networks => [.. typeof(Tests.Networks.LeNetNet).Assembly.GetTypes()
        .Where(type => type is { IsNested: false } && type.Namespace == typeof(Tests.Networks.LeNetNet).Namespace && type.GetConstructor([typeof(ulong)]) is not null).Select(type => type.Name)];

    [Theory, MemberData(nameof(Networks))]
    public void Predict_agrees_with_PredictUnfused_in_batches_of_any_size(string name)
    {
        var network = (INetwork)Activator.CreateInstance(typeof(Tests.Networks.LeNetNet).Assembly.GetType($"{typeof(Tests.Networks.LeNetNet).Namespace}.{name}")!, 3UL)!;
        var (predict, unfused) = (Member(network, "Predict"), Member(network, "PredictUnfused"));
        var size = ((NetworkInfo)network.GetType().GetProperty("Info")!.GetValue(null)!).InputSize;
        foreach (var batch in new[] { 1, 2, 5, 33 })
        {
            var random = new Random(batch);
            float[] inputs = [.. Enumerable.Range(0, batch * size).Select(_ => (random.NextSingle() * 4) - 2)];

            EndToEnd.Tests.PyTorch.Agreement.Assert($"{batch} samples", unfused(inputs), predict(inputs));
        }
    }

    private static PredictMember Member(INetwork network, string name) =>
        network.GetType().GetMethod(name, [typeof(ReadOnlySpan<float>)])!.CreateDelegate<PredictMember>(network);
}
