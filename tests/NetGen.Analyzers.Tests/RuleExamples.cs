using static NetGen.Analyzers.Tests.RuleExample;

namespace NetGen.Analyzers.Tests;

/// <summary>One example of each rule, by id.</summary>
internal static class RuleExamples
{
    public static IReadOnlyList<RuleExample> All { get; } =
    [
        new("NG0001", "using NetGen;\n[Network, Input(4), Dense(2)] public class Net;", "using NetGen;\n[Network, Input(4), Dense(2)] public partial class Net;"),
        new("NG0002", "using NetGen;\n[Network, Input(4), Dense(Size.Wide)] public partial class Net;\npublic static class Size { public static int Wide = 3; }",
            "using NetGen;\n[Network, Input(4), Dense(Size.Wide)] public partial class Net;\npublic static class Size { public const int Wide = 3; }"),
        new("NG0003", "using NetGen;\n[Network, Input(4), Dense(2)] public partial class Net;\n[ReLU] public partial class Net;", "using NetGen;\n[Network, Input(4), Dense(2), ReLU] public partial class Net;\npublic partial class Net;"),
        new("NG0004", "using NetGen;\n[Network, Input(4), Dense(2)] public partial class Net { [ReLU] Layer act; Tensor Forward(Tensor x) => act(x); }",
            "using NetGen;\n[Network, Input(4)] public partial class Net { [Dense(2), ReLU] Layer all; Tensor Forward(Tensor x) => all(x); }"),
        OfStack("NG0005", "Input(4), Dense(0)", "Input(4), Dense(1)"),
        OfStack("NG0006", "Input(4), Dense(2, Name = \"a\"), ReLU, Dense(2, Name = \"a\")", "Input(4), Dense(2, Name = \"a\"), ReLU, Dense(2, Name = \"b\")"),
        new("NG0007", "using NetGen;\n[Block] public partial class Part { [Block<Part>] Layer inner; Tensor Forward(Tensor x) => inner(x); }", "using NetGen;\n[Block] public partial class Part { [ReLU] Layer inner; Tensor Forward(Tensor x) => inner(x); }"),
        OfGraph("NG0008", "[Dense(2)] Layer head; Tensor Forward(Tensor x) { while (DateTime.Now.Year > 0) { } return head(x); }", "[Dense(2)] Layer head; Tensor Forward(Tensor x) => head(x);"),
        OfGraph("NG0009", "[Dense(2)] Layer head; Tensor Forward(Tensor x) => Map(head(x), F); [Elementwise] static float F(float x) => MathF.Floor(x);",
            "[Dense(2)] Layer head; Tensor Forward(Tensor x) => Map(head(x), F); [Elementwise] static float F(float x) => MathF.Sin(x);"),
        new("NG0010", Forward("net.Forward(x)"), Forward("x")),
        new("NG0011", "using NetGen;\n[Network, Input(4), Dense(2)] public abstract partial class Net;", "using NetGen;\n[Network, Input(4), Dense(2)] public partial class Net;"),
        OfStack("NG0012", "Dense(2)", "Input(4), Dense(2)"),
        OfStack("NG0013", "Input(4), MeanSquaredError, Dense(2)", "Input(4), Dense(2), MeanSquaredError"),
        OfWeights("NG0014", "Weights(\"smal.netgen\"), Dense(3)", "Weights(\"small.netgen\"), Dense(3)"),
        OfWeights("NG0015", "Weights(\"small.netgen\"), Dense(4)", "Weights(\"small.netgen\"), Dense(3)"),
        OfWeights("NG0016", "Weights(\"old.netgen\"), Dense(3)", "Weights(\"small.netgen\"), Dense(3)"),

        OfGraph("NG1001", "[Dense(3)] Layer a; Tensor Forward(Tensor x) => a(x) + x;", "[Dense(8)] Layer a; Tensor Forward(Tensor x) => a(x) + x;"),
        OfStack("NG1002", "Input(1, 4, 4), Dense(2)", "Input(1, 4, 4), Flatten, Dense(2)"),
        OfStack("NG1003", "Input(1, 4, 4), Conv2D(2, 5)", "Input(1, 4, 4), Conv2D(2, 3)"),
        OfStack("NG1004", "Input(1, 8, 8), Conv2D(2, 3, Stride = 2)", "Input(1, 9, 9), Conv2D(2, 3, Stride = 2)"),
        OfStack("NG1005", "Input(12), Reshape(5, 2)", "Input(12), Reshape(6, 2)"),
        OfStack("NG1006", "Input(8), Residual<Part>(4)", "Input(8), Residual<Part>(8)"),
        OfStack("NG1007", "TokenInput(5, 9), Embedding(10), SelfAttention(3)", "TokenInput(5, 9), Embedding(10), SelfAttention(2)"),
        OfGraph("NG1008", "[Dense(3)] Layer a; Tensor Forward(Tensor x) => Concat(Reshape(x, 2, 4), Reshape(a(x), 1, 3));", "[Dense(4)] Layer a; Tensor Forward(Tensor x) => Concat(Reshape(x, 2, 4), Reshape(a(x), 1, 4));"),
        new("NG1009", Pairs("score(x) * w"), Pairs("Flatten(score(x)) * w")),
        OfStack("NG1010", "TokenInput(12, 9), Embedding(4), PositionalEmbedding(8)", "TokenInput(12, 9), Embedding(4), PositionalEmbedding(12)"),
        OfStack("NG1011", "Input(3, 8), Reshape(8, 3)", "Input(3, 8), Reshape(6, 4)"),

        OfStack("NG2001", "Input(4), Dense(3), Softmax, SoftmaxCrossEntropy", "Input(4), Dense(3), SoftmaxCrossEntropy"),
        OfStack("NG2002", "Input(4), Dense(1), SoftmaxCrossEntropy", "Input(4), Dense(1), BinaryCrossEntropy"),
        OfProgram("NG2003", "net.Fit(set.WithClassNames(\"cat\", \"dog\"), options);", "net.Fit(set.WithClassNames(\"cat\", \"dog\", \"cow\"), options);"),
        OfStack("NG2004", "Input(4), Dense(1), Softmax", "Input(4), Dense(1), Sigmoid"),
        OfStack("NG2005", "Input(4), Dense(1), ReLU, MeanSquaredError", "Input(4), Dense(1), MeanSquaredError"),
        OfProgram("NG2006", "net.Step(new float[5], [1f, 0f, 1f], new Adam());", "net.Step(new float[5], [1f, 0f, 0f], new Adam());", "Input(5), Dense(3), KLDivergence"),
        OfStack("NG2007", "Input(4), Dense(3), Dense(2)", "Input(4), Dense(3), ReLU, Dense(2)"),
        OfStack("NG2008", "Input(4), Dense(3), ReLU, Tanh, Dense(2)", "Input(4), Dense(3), Tanh, Dense(2)"),
        OfStack("NG2009", "Input(4), " + string.Concat(Enumerable.Repeat("Dense(3), Sigmoid, ", 5)) + "Dense(2)", "Input(4), " + string.Concat(Enumerable.Repeat("Dense(3), Sigmoid, ", 4)) + "Dense(2)"),
        OfStack("NG2010", "Input(4), Dense(3), ReLU, SoftmaxCrossEntropy", "Input(4), Dense(3), SoftmaxCrossEntropy"),

        OfStack("NG3001", "Input(4), Dense(3, Init = Initializer.Zeros), ReLU, Dense(2)", "Input(4), Dense(3), ReLU, Dense(2, Init = Initializer.Zeros)"),
        OfStack("NG3002", "Input(4), Dense(3, Init = Initializer.HeNormal), Tanh, Dense(2)", "Input(4), Dense(3, Init = Initializer.GlorotNormal), Tanh, Dense(2)"),
        OfStack("NG3003", "Input(4), Dense(3), BatchNorm, ReLU, Dense(2)", "Input(4), Dense(3, Bias = false), BatchNorm, ReLU, Dense(2)"),
        OfStack("NG3004", "Input(4), Dropout(0.1), Dense(3, Bias = false), BatchNorm, ReLU, Dense(2)", "Input(4), Dense(3, Bias = false), BatchNorm, ReLU, Dropout(0.1), Dense(2)"),
        OfStack("NG3005", "Input(4), Dense(2), Dropout(0.1), MeanSquaredError", "Input(4), Dropout(0.1), Dense(2), MeanSquaredError"),
        OfStack("NG3006", "Input(4), Dropout(0.8), Dense(2)", "Input(4), Dropout(0.2), Dense(2)"),
        OfStack("NG3007", "Input(1, 8, 8), Conv2D(2, 3), ReLU, Dropout(0.1), MaxPool2D(2)", "Input(1, 8, 8), Conv2D(2, 3), ReLU, MaxPool2D(2), Dropout(0.1)"),
        OfProgram("NG3008", "net.Fit(set, new FitOptions { BatchSize = 1 });", "net.Fit(set, new FitOptions { BatchSize = 32 });", "Input(5), Dense(4, Bias = false), BatchNorm, ReLU, Dense(3), SoftmaxCrossEntropy"),
        OfProgram("NG3009", "net.Fit(set, new FitOptions { Optimizer = new Sgd(0.1, weightDecay: 1e-4) });", "net.Fit(set, new FitOptions { Optimizer = new AdamW(1e-3, weightDecay: 1e-4) });"),

        OfProgram("NG4001", "var adam = new Adam(1);", "var adam = new Adam(1e-3);"),
        OfProgram("NG4002", "net.Fit(set, new FitOptions { Epochs = 90, Schedule = Schedule.Exponential(0.5) });", "net.Fit(set, new FitOptions { Epochs = 90, Schedule = Schedule.Cosine() });"),
        OfProgram("NG4003", "net.Fit(set, new FitOptions { Epochs = 2 });", "net.Fit(set, new FitOptions { Epochs = 2, Seed = 1 });"),
        OfProgram("NG4004", "net.Fit(set, new FitOptions { Optimizer = new Adam() });", "net.Fit(set, new FitOptions { Optimizer = new Adam { ClipNorm = 1 } });", "Input(6, 5), GRU(4), Dense(3), SoftmaxCrossEntropy"),
        OfProgram("NG4005", "var adam = new Adam(epsilon: 1e-20);", "var adam = new Adam(epsilon: 1e-8);"),
        OfProgram("NG4006", "net.Fit(set, new FitOptions { Validation = set });", "net.Fit(set, new FitOptions { Validation = other });"),
        OfProgram("NG4007", "var x = new float[10]; var scale = Normalization.Of(x); var parts = Dataset.From(x, new int[2], 5).Split(0.5);", "var x = new float[10]; var scale = Normalization.Of(x); var all = Dataset.From(x, new int[2], 5);"),

        OfGraph("NG5001", "[Dense(2)] Layer head, side; Tensor Forward(Tensor x) => head(x);", "[Dense(2)] Layer head, side; Tensor Forward(Tensor x) => head(x) + side(x);"),
        OfGraph("NG5002", "[Dense(2)] Layer head, side; Tensor Forward(Tensor x) => head(x) + Detach(side(x));", "[Dense(2)] Layer head, side; Tensor Forward(Tensor x) => head(x) + side(x);"),
        OfStack("NG5003", "TokenInput(5, 9), Embedding(8), SelfAttention(2, Causal = true), SelfAttention(2), Dense(9), SoftmaxCrossEntropy",
            "TokenInput(5, 9), Embedding(8), SelfAttention(2, Causal = true), SelfAttention(2, Causal = true), Dense(9), SoftmaxCrossEntropy"),
        OfStack("NG5004", "TokenInput(5, 100), Embedding(50, 8)", "TokenInput(5, 100), Embedding(100, 8)"),
        OfStack("NG5005", "Input(5), Embedding(9, 8)", "TokenInput(5, 9), Embedding(9, 8)"),
        OfStack("NG5006", "TokenInput(6, 9), Masking, Embedding(4), Reshape(3, 8), LSTM(2)", "TokenInput(6, 9), Masking, Embedding(4), LSTM(2)"),

        OfStack("NG6001", "Input(8), Dense(512), ReLU, Dense(2)", "Input(8), Dense(8), ReLU, Dense(2)") with { Project = new Dictionary<string, string> { ["netgen_memory_budget"] = "8 KB" } },
        OfGraph("NG6002", Long(150), Long(10)),
        new("NG6003", Device("net.ToGpu(x, ProductPrecision.BFloat16);"), Device("net.ToGpu(x);")),
        new("NG6004", Device("net.ToGpu(x);"), Device("net.Predict([]);")) { Project = new Dictionary<string, string> { ["build_property.PublishAot"] = "true" } },
        new("NG6005", "using NetGen;\n[Network, Input(4), Dense(2)] public partial class Net;", "public partial class Net;") { Project = new Dictionary<string, string> { ["build_property.PublishAot"] = "true" } },
        OfProgram("NG6006", "var x = new float[5]; var sum = 0f; for (int i = 0; i < 9; i++) sum += net.Predict(x)[0];", "var x = new float[5]; var p = new float[3]; for (int i = 0; i < 9; i++) net.Predict(x, p);"),

        OfStack("NG9001", "Input(4), Dense(2)", "Input(4)"),
    ];

    /// <summary>Attributes of a network in a project with two files of weights, small.netgen of this version and old.netgen of another.</summary>
    private static RuleExample OfWeights(string id, string wrong, string right) => OfStack(id, $"Input(4), {wrong}, SoftmaxCrossEntropy", $"Input(4), {right}, SoftmaxCrossEntropy") with
    {
        Texts = [("/project/obj/small.netgen.manifest", WeightsAnalyzerTests.OfThreeUnits), ("/project/obj/old.netgen.manifest", "file old.netgen\nformat 999\n")],
    };

    private static string Forward(string call) =>
        $"using NetGen;\n[Network, Input(4)] public partial class Net {{ [Dense(2)] Layer head; public Tensor Forward(Tensor x) => head(x); }}\npublic static class Program {{ public static Tensor Run(Net net, Tensor x) => {call}; }}";

    private static string Pairs(string result) =>
        $"using NetGen;\nusing static NetGen.Ops;\n[Network, Input(8, 4)] public partial class Net {{ [Dense(1)] Layer score; [Parameter(8)] Tensor w; Tensor Forward(Tensor x) => Sum({result}); }}";

    private static string Long(int terms) =>
        $"[Dense(2)] Layer head; Tensor Forward(Tensor x) => Map(head(x), F); [Elementwise] static float F(float x) => {string.Join(" + ", Enumerable.Range(1, terms).Select(term => $"MathF.Sin({term} * x)"))};";

    private static string Device(string call) => $$"""
        using NetGen;
        [Network(Precision = Precision.Double), Input(5), Dense(3)]
        public partial class Net
        {
            public object ToGpu(object accelerator, ProductPrecision products = ProductPrecision.Single) => accelerator;
            public float[] Predict(float[] x) => x;
        }

        public static class Program { public static void Run(Net net, object x) { {{call}} } }
        """;
}
