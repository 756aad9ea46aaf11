namespace NetGen.Runtime.Tests.Metrics;

/// <summary>Evaluations of given predictions.</summary>
internal static class Measured
{
    public static Evaluation Classes(int classes, float[] predictions, int[] labels, EvaluationOptions? options = null) =>
        new Canned<float, int>("SoftmaxCrossEntropy", classes, 1).Evaluate(Data(predictions, labels, classes), options ?? new());

    public static Evaluation Binary(float[] predictions, float[] targets, EvaluationOptions? options = null) =>
        Labels(1, predictions, targets, options);

    public static Evaluation Labels(int labels, float[] predictions, float[] targets, EvaluationOptions? options = null) =>
        new Canned<float, float>("BinaryCrossEntropy", labels, labels).Evaluate(Data(predictions, targets, labels), options ?? new());

    public static Evaluation Regression(int outputs, float[] predictions, float[] targets, EvaluationOptions? options = null) =>
        new Canned<float, float>("MeanSquaredError", outputs, outputs).Evaluate(Data(predictions, targets, outputs), options ?? new());

    /// <summary>Sets refuse NaN as an input: metrics of such predictions are gathered without a set.</summary>
    public static Evaluation Accumulated<TTarget>(string loss, int outputs, float[] predictions, TTarget[] targets)
        where TTarget : unmanaged
    {
        int perSample = typeof(TTarget) == typeof(int) ? 1 : outputs;
        var network = new Canned<float, TTarget>(loss, outputs, perSample).Network;
        var metrics = MetricAccumulator.For<TTarget>(network, new EvaluationOptions(), null)!;
        metrics.Add(predictions, targets);
        return metrics.Complete(new Evaluation { Loss = double.NaN, Count = targets.Length / perSample });
    }

    private static Dataset<float, TTarget> Data<TTarget>(float[] predictions, TTarget[] targets, int size)
        where TTarget : unmanaged => Dataset.From(predictions, targets, size);
}
