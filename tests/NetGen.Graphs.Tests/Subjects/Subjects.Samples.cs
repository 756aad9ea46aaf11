namespace NetGen.Graphs.Tests;

/// <content>Parameters that leave no value special, and samples, for the networks that a project lists.</content>
internal static partial class Subjects
{
    public static IEnumerable<string> Names => s_all.Keys;

    /// <summary>As it is made.</summary>
    public static Subject Create(string name) => s_all[name]();

    /// <summary>With parameters of a size that keeps activations near one, so that all branches of the functions are seen.</summary>
    public static Subject Create(string name, Random random)
    {
        var subject = Create(name);
        foreach (var parameter in subject.Parameters)
        {
            var scale = parameter.Shape.Count >= 2 ? 1.2 / Math.Sqrt(parameter.Shape.Skip(1).Aggregate((a, b) => a * b)) : 0.3;
            var centre = parameter.Name.Contains("norm", StringComparison.Ordinal) && parameter.Name.EndsWith("weight", StringComparison.Ordinal) ? 1 : 0;
            subject.Parameters[parameter.Name].CopyFrom(Array.ConvertAll(Normals(parameter.Length, random), value => (Number)(centre + (scale * value))));
        }

        return subject;
    }

    /// <summary>Standard normal inputs; targets that are labels, or chances, which suit every other loss too.</summary>
    public static (Number[][] Inputs, Number[][] Targets) Draw(Subject subject, int batch, Random random) =>
        (Array.ConvertAll(subject.InputSizes, size => Normals(batch * size, random)), Array.ConvertAll(subject.TargetSizes, size => Target(subject, size, batch, random)));

    public static Number[] Normals(int count, Random random)
    {
        var values = new Number[count];
        for (var i = 0; i < count; i++)
        {
            // Box and Muller 1958.
            values[i] = (Number)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        }

        return values;
    }

    public static int[] Labels(Number[] values) => Array.ConvertAll(values, value => (int)value);

    private static Number[] Target(Subject subject, int size, int batch, Random random)
    {
        // Labels of outputs with several positions: one each.
        var count = size > 0 ? size : subject.OutputSizes[0] / -size;
        var values = new Number[batch * count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = size > 0 ? (Number)random.NextDouble() : random.Next(-size);
        }

        return values;
    }

    private static Subject From<TNetwork>(TNetwork network, Func<TNetwork, Subject> subject) => subject(network);
}
