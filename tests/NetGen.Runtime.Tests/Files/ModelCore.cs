namespace NetGen.Runtime.Tests.Files;

/// <summary>A network as emitted code would make it, that can only be saved and loaded.</summary>
internal sealed class ModelCore : NetworkCore<float>
{
    private ModelCore(NetworkInfo info, params (string Name, int[] Shape)[] parameters)
        : base(new NetworkLayout(info, TestParameters.Layouts<float>(parameters), [null, null, null, null], info.OutputSize, 1, []), seed: 0) => Description = info;

    public NetworkInfo Description { get; }

    public new float[] Values => Storage.Parameters.Values();

    /// <summary>Four inputs, a hidden layer of three and three classes.</summary>
    public static ModelCore Small(string activation = "ReLU", string link = "Softmax", int hidden = 3, int outputs = 3, string precision = "Single", string name = "DigitNet")
    {
        string[] architecture =
        [
            "netgen 1", $"precision {precision}", "input 4", $"Dense({hidden}) 4 -> {hidden} (dense1.weight, dense1.bias)", $"{activation} {hidden} -> {hidden}",
            $"Dense({outputs}) {hidden} -> {outputs} (dense2.weight, dense2.bias)", $"output {link}",
        ];
        var model = new ModelCore(
            new NetworkInfo(name, Precision.Single, [4], [outputs], 1, "SoftmaxCrossEntropy", [], 0, 0, architecture: architecture),
            ("dense1.weight", [hidden, 4]), ("dense1.bias", [hidden]), ("dense2.weight", [outputs, hidden]), ("dense2.bias", [outputs]));
        for (int i = 0; i < model.Storage.Parameters.Count; i++)
        {
            var parameter = model.Storage.Parameters[i];
            parameter.CopyFrom([.. Enumerable.Range(1, parameter.Length).Select(value => (float)value)]);
        }

        return model;
    }

    /// <summary>The same with other values and nothing in its metadata.</summary>
    public static ModelCore Fresh()
    {
        var model = Small();
        model.Storage.Parameters[0].CopyFrom(new float[12]);
        return model;
    }

    public override void Execute(ProgramKind program, int phase, Pass<float> pass, int chunk, int from, int to) => throw new NotSupportedException();
}
