namespace NetGen.Graphs.Tests;

/// <summary>Subjects of the networks with several outputs, whose members differ from one to the next.</summary>
internal static class SeveralOutputs
{
    public static Subject Siamese()
    {
        var net = new SiameseNet(1);
        return new(SiameseNet.Info, net.Parameters)
        {
            InputSizes = [5, 5],
            OutputSizes = [3, 3],
            TargetSizes = [1],
            Predict = x => [net.Predict(x[0], x[1]).left, net.Predict(x[0], x[1]).right],
            Unfused = x => [net.PredictUnfused(x[0], x[1]).left, net.PredictUnfused(x[0], x[1]).right],
            Trace = x => net.Trace(x[0], x[1]),
            Loss = (x, t) => net.Loss(x[0], x[1], t[0]),
            Gradient = (x, t, g, gx) => net.Gradient(x[0], x[1], t[0], g, gx[0], gx[1]),
            Backward = (x, gy, g, gx) => net.Backward(x[0], x[1], gy[0], gy[1], g, gx[0], gx[1]),
            Step = (x, t, optimizer) => net.Step(x[0], x[1], t[0], optimizer),
            Save = net.Save,
            Load = net.Load,
        };
    }

    public static Subject MultiTask()
    {
        var net = new MultiTaskNet(1);
        return new(MultiTaskNet.Info, net.Parameters)
        {
            InputSizes = [6],
            OutputSizes = [3, 2],
            TargetSizes = [-3, 2],
            Predict = x => [net.Predict(x[0]).kind, net.Predict(x[0]).size],
            Unfused = x => [net.PredictUnfused(x[0]).kind, net.PredictUnfused(x[0]).size],
            Trace = x => net.Trace(x[0]),
            Loss = (x, t) => net.Loss(x[0], Subjects.Labels(t[0]), t[1]),
            Gradient = (x, t, g, gx) => net.Gradient(x[0], Subjects.Labels(t[0]), t[1], g, gx[0]),
            Backward = (x, gy, g, gx) => net.Backward(x[0], gy[0], gy[1], g, gx[0]),
            Step = (x, t, optimizer) => net.Step(x[0], Subjects.Labels(t[0]), t[1], optimizer),
            Save = net.Save,
            Load = net.Load,
        };
    }

    public static Subject Variational()
    {
        var net = new VariationalNet(1);
        return new(VariationalNet.Info, net.Parameters)
        {
            InputSizes = [6],
            OutputSizes = [6, 3, 3],
            TargetSizes = [6],
            Predict = x =>
            {
                var (reconstruction, mean, logVariance) = net.Predict(x[0]);
                return [reconstruction, mean, logVariance];
            },
            Unfused = x =>
            {
                var (reconstruction, mean, logVariance) = net.PredictUnfused(x[0]);
                return [reconstruction, mean, logVariance];
            },
            Trace = x => net.Trace(x[0]),
            Loss = (x, t) => net.Loss(x[0], t[0]),
            Gradient = (x, t, g, gx) => net.Gradient(x[0], t[0], g, gx[0]),
            Backward = (x, gy, g, gx) => net.Backward(x[0], gy[0], gy[1], gy[2], g, gx[0]),
            Step = (x, t, optimizer) => net.Step(x[0], t[0], optimizer),
            Save = net.Save,
            Load = net.Load,
        };
    }

    public static Subject Physics()
    {
        var net = new PhysicsNet(1);
        return new(PhysicsNet.Info, net.Parameters)
        {
            InputSizes = [1],
            OutputSizes = [1, 1],
            TargetSizes = [1],
            Predict = x => [net.Predict(x[0]).u, net.Predict(x[0]).residual],
            Unfused = x => [net.PredictUnfused(x[0]).u, net.PredictUnfused(x[0]).residual],
            Trace = x => net.Trace(x[0]),
            Loss = (x, t) => net.Loss(x[0], t[0]),
            Gradient = (x, t, g, gx) => net.Gradient(x[0], t[0], g, gx[0]),
            Backward = (x, gy, g, gx) => net.Backward(x[0], gy[0], gy[1], g, gx[0]),
            Step = (x, t, optimizer) => net.Step(x[0], t[0], optimizer),
            Save = net.Save,
            Load = net.Load,
        };
    }

    public static Subject GradientPenalty()
    {
        var net = new GradientPenaltyNet(1);
        return new(GradientPenaltyNet.Info, net.Parameters)
        {
            InputSizes = [4],
            OutputSizes = [1, 1],
            TargetSizes = [1],
            Predict = x => [net.Predict(x[0]).score, net.Predict(x[0]).slope],
            Unfused = x => [net.PredictUnfused(x[0]).score, net.PredictUnfused(x[0]).slope],
            Trace = x => net.Trace(x[0]),
            Loss = (x, t) => net.Loss(x[0], t[0]),
            Gradient = (x, t, g, gx) => net.Gradient(x[0], t[0], g, gx[0]),
            Backward = (x, gy, g, gx) => net.Backward(x[0], gy[0], gy[1], g, gx[0]),
            Step = (x, t, optimizer) => net.Step(x[0], t[0], optimizer),
            Save = net.Save,
            Load = net.Load,
        };
    }

    public static Subject WeightedLosses()
    {
        var net = new WeightedLossesNet(1);
        return new(WeightedLossesNet.Info, net.Parameters)
        {
            InputSizes = [4],
            OutputSizes = [2, 2],
            TargetSizes = [2, 2],
            Predict = x => [net.Predict(x[0]).near, net.Predict(x[0]).far],
            Unfused = x => [net.PredictUnfused(x[0]).near, net.PredictUnfused(x[0]).far],
            Trace = x => net.Trace(x[0]),
            Loss = (x, t) => net.Loss(x[0], t[0], t[1]),
            Gradient = (x, t, g, gx) => net.Gradient(x[0], t[0], t[1], g, gx[0]),
            Backward = (x, gy, g, gx) => net.Backward(x[0], gy[0], gy[1], g, gx[0]),
            Step = (x, t, optimizer) => net.Step(x[0], t[0], t[1], optimizer),
            Save = net.Save,
            Load = net.Load,
        };
    }
}
