using System.Globalization;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Graphs.Tests.InstructionSets;

/// <summary>What a process finds: the path that its kernels take, and what the graphs predict and how they differentiate on it.</summary>
/// <param name="Path">The instruction set of the kernels, by the conditions of emitted code.</param>
/// <param name="Results">Tensors by name.</param>
internal sealed record Report(string Path, IReadOnlyDictionary<string, double[]> Results)
{
    public static Report Make()
    {
        var path = Avx512F.IsSupported ? "AVX-512" : Avx2.IsSupported && Fma.IsSupported ? "AVX2" : "128 bits";
        var results = new Dictionary<string, double[]>();
        foreach (var name in Subjects.Names)
        {
            var random = new Random(7);
            var subject = Subjects.Create(name, random);
            var (inputs, targets) = Subjects.Draw(subject, 9, random);
            var gradients = new Number[subject.Parameters.Length];
            var inputGradients = Array.ConvertAll(inputs, input => new Number[input.Length]);
            results[name + " loss"] = [subject.Gradient(inputs, targets, gradients, inputGradients)];
            results[name + " predictions"] = Widen(subject.Predict(inputs));
            results[name + " gradients"] = Widen(gradients);
            results[name + " input gradients"] = Widen(inputGradients);
        }

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

    private static double[] Widen(params Number[][] tensors) => [.. tensors.SelectMany(tensor => tensor).Select(value => (double)value)];
}
