using NetGen.Runtime;

namespace NetGen.Diagnosing.Tests.Published;

/// <summary>
/// The synthetic programs of TheDeepChecker (Braiek and Khomh 2022, buggy_synthetic_programs) whose fault is in the data, the settings or the weights, written anew. Those in the layers are declarations
/// beside the tests of the analyzers; what does not apply is in the documentation of the diagnostics.
/// </summary>
public sealed class DeepCheckerTests
{
    private static readonly Dictionary<string, Func<Diagnosis>> Programs = new()
    {
        ["double_normalization/baseCNN_dbl_norm"] = () => Base(PublishedSets.Digits(pixel => pixel / 255)),
        ["double_normalization/deepCNN_dbl_norm"] = () => Deep(PublishedSets.Digits(pixel => pixel / 255)),
        ["double_normalization/regrNN_dbl_norm"] = () => Regression(Scaled(PublishedSets.Cars(), 0.004f)),
        ["high_lr/baseCNN_high_lr"] = () => Base(PublishedSets.Digits(), new Sgd(0.5)),
        ["high_lr/deepCNN_high_lr"] = () => Deep(PublishedSets.Digits(), new Sgd(0.1, momentum: 0.9)),
        ["high_lr/regrNN_high_lr"] = () => Regression(PublishedSets.Cars(), new Adam(0.1)),
        ["low_lr/baseCNN_low_lr"] = () => Base(PublishedSets.Digits(), new Sgd(0.001)),
        ["low_lr/deepCNN_low_lr"] = () => Deep(PublishedSets.Digits(), new Sgd(0.00001, momentum: 0.9)),
        ["low_lr/regrNN_low_lr"] = () => Regression(PublishedSets.Cars(), new Adam(0.00001)),
        ["low_adam_epsilon/baseCNN_low_eps"] = () => Base(PublishedSets.Digits(), new Adam(0.1, epsilon: 1e-16)),
        ["low_adam_epsilon/deepCNN_low_eps"] = () => Deep(PublishedSets.Digits(), new Adam(0.01, epsilon: 1e-16)),
        ["low_adam_epsilon/regrNN_low_eps"] = () => Regression(PublishedSets.Cars(), new Adam(0.001, epsilon: 1e-16)),
        ["missing_normalization/baseCNN_miss_norm"] = () => Base(PublishedSets.Digits(pixel => MathF.Round(pixel * 255))),
        ["missing_normalization/deepCNN_miss_norm"] = () => Deep(PublishedSets.Digits(pixel => MathF.Round(pixel * 255))),
        ["missing_normalization/regrNN_miss_norm"] = () => Regression(PublishedSets.Cars(scaled: false)),
        ["over_regulariaztion/baseCNN_over_reg"] = () => Base(PublishedSets.Digits(), new Sgd(0.1) { WeightDecay = 0.1 }),
        ["over_regulariaztion/regrNN_over_reg"] = () => Regression(PublishedSets.Cars(), new Adam(0.001) { WeightDecay = 0.1 }),
        ["over_scaled_outputs/regrNN_over_scaled_outputs"] = () => Regression(PublishedSets.Cars(targetScale: 400)),
        ["unbalanced_data/baseCNN_unb_data"] = () => Base(PublishedSets.Unbalanced()),
        ["unbalanced_data/deepCNN_unb_data"] = () => Deep(PublishedSets.Unbalanced()),
        ["wrong_activation/baseCNN_wrong_act"] = () => Of(new InnerSoftmaxCnn(1), PublishedSets.Digits(), new Sgd(0.1)),
        ["wrong_init/baseCNN_constant"] = () => Of(Filled(new BaseCnn(1), (_, _) => 0.01), PublishedSets.Digits(), new Sgd(0.1)),
        ["wrong_init/deepCNN_constant"] = () => Of(Filled(new DeepCnn(1), (_, _) => 0.01), PublishedSets.Digits(), new Sgd(0.001, momentum: 0.9)),
        ["wrong_init/regrNN_constant"] = () => Of(Filled(new RegressionNet(1), (_, _) => 0.01), PublishedSets.Cars(), new Adam(0.001)),
        ["wrong_init/baseCNN_random"] = () => Of(Filled(new BaseCnn(1), (random, _) => 0.1 * Normal(random)), PublishedSets.Digits(), new Sgd(0.1)),
        ["wrong_init/deepCNN_random"] = () => Of(Filled(new DeepCnn(1), (random, _) => 0.25 * Normal(random)), PublishedSets.Digits(), new Sgd(0.001, momentum: 0.9)),
        ["wrong_init/regrNN_random"] = () => Of(Filled(new RegressionNet(1), (random, _) => 0.25 * Normal(random)), PublishedSets.Cars(), new Adam(0.001)),
        ["wrong_labels/baseCNN_wrong_lbl"] = () => Base(PublishedSets.Torn(PublishedSets.Digits())),
        ["wrong_labels/deepCNN_wrong_lbl"] = () => Deep(PublishedSets.Torn(PublishedSets.Digits())),
        ["wrong_labels/regrNN_wrong_lbl"] = () => Regression(PublishedSets.Torn(PublishedSets.Cars())),
        ["wrong_loss_function/regrNN_wrong_loss"] = () => Regression(PublishedSets.Cars(targetScale: 400)),
    };

    // Where there is no rule, the fault is not found. The numbers of docs/diagnostics/README.md.
    public static TheoryData<string, string> Rules => new()
    {
        { "double_normalization/baseCNN_dbl_norm", "NG7001" },
        { "double_normalization/deepCNN_dbl_norm", "NG7001" },
        { "double_normalization/regrNN_dbl_norm", "NG7001" },
        { "high_lr/baseCNN_high_lr", "NG7104" },
        { "high_lr/deepCNN_high_lr", "" },
        { "high_lr/regrNN_high_lr", "NG7104" },
        { "low_lr/baseCNN_low_lr", "NG7202" },
        { "low_lr/deepCNN_low_lr", "NG7202" },
        { "low_lr/regrNN_low_lr", "NG7202" },
        { "low_adam_epsilon/baseCNN_low_eps", "NG7108" },
        { "low_adam_epsilon/deepCNN_low_eps", "" },
        { "low_adam_epsilon/regrNN_low_eps", "" },
        { "missing_normalization/baseCNN_miss_norm", "NG7001" },
        { "missing_normalization/deepCNN_miss_norm", "NG7001" },
        { "missing_normalization/regrNN_miss_norm", "NG7003" },
        { "over_regulariaztion/baseCNN_over_reg", "" },
        { "over_regulariaztion/regrNN_over_reg", "" },
        { "over_scaled_outputs/regrNN_over_scaled_outputs", "NG7006" },
        { "unbalanced_data/baseCNN_unb_data", "NG7005" },
        { "unbalanced_data/deepCNN_unb_data", "NG7005" },
        { "wrong_activation/baseCNN_wrong_act", "NG7202" },
        { "wrong_init/baseCNN_constant", "NG7109" },
        { "wrong_init/deepCNN_constant", "NG7109" },
        { "wrong_init/regrNN_constant", "NG7109" },
        { "wrong_init/baseCNN_random", "" },
        { "wrong_init/deepCNN_random", "" },
        { "wrong_init/regrNN_random", "" },
        { "wrong_labels/baseCNN_wrong_lbl", "NG7202" },
        { "wrong_labels/deepCNN_wrong_lbl", "NG7202" },
        { "wrong_labels/regrNN_wrong_lbl", "NG7202" },
        { "wrong_loss_function/regrNN_wrong_loss", "NG7006" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Fault_is_found_by_its_rule(string program, string rule)
    {
        var diagnosis = Programs[program]();

        Assert.True(rule.Length == 0 ? diagnosis.IsHealthy : diagnosis.Findings.Any(finding => finding.Id == rule && finding.Severity != FindingSeverity.Info), diagnosis.ToString());
    }

    [Fact]
    public void Clean_programs_are_healthy()
    {
        Found.Healthy(Base(PublishedSets.Digits()));
        Found.Healthy(Deep(PublishedSets.Digits()));
        Found.Healthy(Regression(PublishedSets.Cars()));
    }

    private static Diagnosis Base(Dataset<float, int> train, Optimizer? optimizer = null) => Of(new BaseCnn(1), train, optimizer ?? new Sgd(0.1));

    private static Diagnosis Deep(Dataset<float, int> train, Optimizer? optimizer = null) => Of(new DeepCnn(1), train, optimizer ?? new Sgd(0.001, momentum: 0.9));

    private static Diagnosis Regression(Dataset<float, float> train, Optimizer? optimizer = null) => Of(new RegressionNet(1), train, optimizer ?? new Adam(0.001));

    private static Diagnosis Of<TTarget>(ITrainable<float, TTarget> network, Dataset<float, TTarget> train, Optimizer optimizer)
        where TTarget : unmanaged =>
        network.Fit(train, new FitOptions { Epochs = 4, BatchSize = 32, Optimizer = optimizer, Diagnose = true }).Diagnosis!;

    private static TNetwork Filled<TNetwork>(TNetwork network, Func<Random, Parameter, double> value)
        where TNetwork : INetwork
    {
        var random = new Random(2);
        foreach (var parameter in network.Parameters.OfType<Parameter<float>>().Where(parameter => parameter.Name.EndsWith(".weight", StringComparison.Ordinal) && parameter.Shape.Count > 1))
        {
            parameter.CopyFrom([.. Enumerable.Range(0, parameter.Length).Select(_ => (float)value(random, parameter))]);
        }

        return network;
    }

    private static Dataset<float, float> Scaled(Dataset<float, float> set, float factor) => Dataset.From(
        [.. Enumerable.Range(0, set.Count).SelectMany(sample => set.Input(sample).ToArray()).Select(value => value * factor)], [.. Enumerable.Range(0, set.Count).Select(sample => set.Target(sample)[0])], [.. set.InputShape]);

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
