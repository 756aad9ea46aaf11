using System.Globalization;
using System.Runtime.Intrinsics.X86;
using NetGen.EndToEnd.Tests.Training;

namespace NetGen.EndToEnd.Tests.InstructionSets;

/// <summary>
/// What a process finds: the path that its kernels take, and what some networks predict and learn on it. Written by a child process that
/// lacks an instruction set, and made by the test itself with all of them.
/// </summary>
/// <param name="Path">The instruction set of the kernels, by the conditions of emitted code.</param>
/// <param name="Results">Tensors by name.</param>
internal sealed record Report(string Path, IReadOnlyDictionary<string, double[]> Results)
{
    public static Report Make()
    {
        var path = Avx512F.IsSupported ? "AVX-512" : Avx2.IsSupported && Fma.IsSupported ? "AVX2" : "128 bits";
        var results = new Dictionary<string, double[]>();
        AddWide(results);
        AddWideDouble(results);
        AddRows(results);
        return new Report(path, results);
    }

    public static Report Read(string file)
    {
        var lines = File.ReadAllLines(file);
        return new Report(lines[0], lines.Skip(1).Select(line => line.Split('\t')).ToDictionary(
            fields => fields[0],
            fields => Array.ConvertAll(fields[1].Split(' '), value => double.Parse(value, CultureInfo.InvariantCulture))));
    }

    public void Write(string file) =>
        File.WriteAllLines(file, [Path, .. Results.Select(result => $"{result.Key}\t{string.Join(' ', result.Value.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}")]);

    private static void AddWide(Dictionary<string, double[]> results)
    {
        var (net, optimizer, inputs) = (new WideNet(1), new Sgd(0.05, momentum: 0.9), Samples.Singles(33 * 131, 1));
        results["float initial weights"] = Widen(Weights(net.Parameters));
        results["float predictions"] = Widen(net.Predict(inputs));
        for (var step = 0; step < 5; step++)
        {
            net.Step(inputs, Samples.Labels(33, 10, step), optimizer);
        }

        results["float trained weights"] = Widen(Weights(net.Parameters));
        results["float trained predictions"] = Widen(net.Predict(inputs));
    }

    private static void AddWideDouble(Dictionary<string, double[]> results)
    {
        var (net, optimizer, inputs) = (new WideDoubleNet(1), new Sgd(0.05, momentum: 0.9), Samples.Doubles(33 * 131, 1));
        results["double initial weights"] = Weights(net.Parameters);
        results["double predictions"] = net.Predict(inputs);
        for (var step = 0; step < 5; step++)
        {
            net.Step(inputs, Samples.Parts(33 * 3, step), optimizer);
        }

        results["double trained weights"] = Weights(net.Parameters);
        results["double trained predictions"] = net.Predict(inputs);
    }

    private static void AddRows(Dictionary<string, double[]> results)
    {
        var (net, inputs, gradients, inputGradients) = (new RowsNet(1), Samples.Singles(5 * 15, 1), new float[new RowsNet(1).Parameters.Length], new float[5 * 15]);
        net.Gradient(inputs, Samples.Singles(5 * 3, 2), gradients, inputGradients);
        results["float gradients"] = Widen(gradients);
        results["float input gradients"] = Widen(inputGradients);
    }

    private static T[] Weights<T>(ParameterSet<T> parameters)
        where T : unmanaged
    {
        var values = new T[parameters.Length];
        parameters.CopyTo(values);
        return values;
    }

    private static double[] Widen(float[] values) => Array.ConvertAll(values, value => (double)value);
}
