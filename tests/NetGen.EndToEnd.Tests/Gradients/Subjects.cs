namespace NetGen.EndToEnd.Tests.Gradients;

/// <summary>The networks of this folder by name, with parameters that leave no value special: biases not zero, norms' weights not one.</summary>
internal static class Subjects
{
    private static readonly Dictionary<string, Func<Subject>> s_all = new()
    {
        ["Gated"] = () => From(new GatedNet(), net => new Subject<double>(GatedNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["Sigmoidal"] = () => From(new SigmoidalNet(), net => new Subject<double>(SigmoidalNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["Exponential"] = () => From(new ExponentialNet(), net => new Subject<double>(ExponentialNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["Piecewise"] = () => From(new PiecewiseNet(), net => new Subject<double>(PiecewiseNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["Softmax"] = () => From(new SoftmaxNet(), net => new Subject<double>(SoftmaxNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["ActivationFirstAndLast"] = () => From(new ActivationFirstAndLastNet(), net => new Subject<double>(ActivationFirstAndLastNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["SoftmaxLast"] = () => From(new SoftmaxLastNet(), net => new Subject<double>(SoftmaxLastNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["Width1"] = () => From(new Width1Net(), net => new Subject<double>(Width1Net.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["CrossEntropy"] = () => From(new CrossEntropyNet(), net => new Subject<int>(CrossEntropyNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["CrossEntropySmoothing"] = () => From(new CrossEntropySmoothingNet(), net => new Subject<int>(CrossEntropySmoothingNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["CrossEntropyClassWeights"] = () => From(new CrossEntropyClassWeightsNet(), net => new Subject<int>(CrossEntropyClassWeightsNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["CrossEntropyBoth"] = () => From(new CrossEntropyBothNet(), net => new Subject<int>(CrossEntropyBothNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["Binary"] = () => From(new BinaryNet(), net => new Subject<double>(BinaryNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["BinaryClassWeights"] = () => From(new BinaryClassWeightsNet(), net => new Subject<double>(BinaryClassWeightsNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["BinaryPositiveWeights"] = () => From(new BinaryPositiveWeightsNet(), net => new Subject<double>(BinaryPositiveWeightsNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["BinaryBoth"] = () => From(new BinaryBothNet(), net => new Subject<double>(BinaryBothNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["SquaredClassWeights"] = () => From(new SquaredClassWeightsNet(), net => new Subject<double>(SquaredClassWeightsNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["Absolute"] = () => From(new AbsoluteNet(), net => new Subject<double>(AbsoluteNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["Huber"] = () => From(new HuberNet(), net => new Subject<double>(HuberNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["HuberClassWeights"] = () => From(new HuberClassWeightsNet(), net => new Subject<double>(HuberClassWeightsNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["Hinge"] = () => From(new HingeNet(), net => new Subject<double>(HingeNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["KLDivergence"] = () => From(new KLDivergenceNet(), net => new Subject<double>(KLDivergenceNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["LayerNorm"] = () => From(new LayerNormNet(), net => new Subject<double>(LayerNormNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["WideLayerNorm"] = () => From(new WideLayerNormNet(), net => new Subject<double>(WideLayerNormNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["LayerNormOfRows"] = () => From(new LayerNormOfRowsNet(), net => new Subject<int>(LayerNormOfRowsNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["LabelPerPosition"] = () => From(new LabelPerPositionNet(), net => new Subject<int>(LabelPerPositionNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["ValuesPerPosition"] = () => From(new ValuesPerPositionNet(), net => new Subject<double>(ValuesPerPositionNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["Reshaping"] = () => From(new ReshapingNet(), net => new Subject<double>(ReshapingNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["Dropout"] = () => From(new DropoutNet(), net => new Subject<int>(DropoutNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
        ["DropoutOfRows"] = () => From(new DropoutOfRowsNet(), net => new Subject<double>(DropoutOfRowsNet.Info, net.Parameters, net.Gradient, net.Loss, net.Backward, net.Predict)),
    };

    public static IEnumerable<string> Names => s_all.Keys;

    public static Subject Create(string name, Random random)
    {
        var subject = s_all[name]();
        foreach (var parameter in subject.Parameters)
        {
            // Of the size that keeps activations near one, so that all branches of the functions are seen.
            var scale = parameter.Shape.Count == 2 ? 1.2 / Math.Sqrt(parameter.Shape[1]) : 0.3;
            var centre = parameter.Name.StartsWith("layernorm", StringComparison.Ordinal) && parameter.Name.EndsWith("weight", StringComparison.Ordinal) ? 1 : 0;
            subject.Parameters[parameter.Name].CopyFrom(Array.ConvertAll(Batch.Normals(parameter.Length, random), value => centre + (scale * value)));
        }

        return subject;
    }

    private static Subject From<TNetwork>(TNetwork network, Func<TNetwork, Subject> subject) => subject(network);
}
