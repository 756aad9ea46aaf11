using NetGen.Compiler.Elaboration;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Shapes;

/// <summary>Holds each loss against the output that it is of.</summary>
internal static class LossCheck
{
    public static IEnumerable<Problem> Run(NetworkSpec spec, Elaborated network)
    {
        for (var i = 0; i < spec.Losses.Count; i++)
        {
            var loss = spec.Losses[i];
            if (loss.Kind == "Loss")
            {
                foreach (var problem in CheckMethod(spec, loss, network))
                {
                    yield return problem;
                }
            }
            else if (Check(spec, loss, network) is { } complaint)
            {
                var message = complaint.Id.StartsWith("NG1", StringComparison.Ordinal) ? complaint.Message + Trail(spec, network) : complaint.Message;
                yield return new Problem(complaint.Id, spec.Layers.Count + i, complaint.Argument, message);
            }
        }
    }

    private static Complaint? Check(NetworkSpec spec, LayerSpec loss, Elaborated network)
    {
        var output = loss.Int("Output", 0);
        if (output < 0 || output >= network.Outputs.Count)
        {
            return new Complaint("NG0005", "Output", Inv($"Output is from 0 to {network.Outputs.Count - 1}, not {output}"));
        }

        if (!(loss.Number("Weight", 1) is >= 0 and < double.PositiveInfinity))
        {
            return new Complaint("NG0005", "Weight", Inv($"Weight is a finite number, not negative, not {loss.Number("Weight", 1)}"));
        }

        return LayerCatalog.FindLoss(loss.Kind) is { } definition
            ? definition.Check(loss, network.Outputs[output].Type.Shape)
            : new Complaint("NG0005", null, $"'{loss.Kind}' is not a loss that this version of NetGen knows");
    }

    /// <summary>A loss of the user's is run once, as his <c>Forward</c> is.</summary>
    private static IReadOnlyList<Problem> CheckMethod(NetworkSpec spec, LayerSpec loss, Elaborated network)
    {
        var method = spec.LossMethods.FirstOrDefault(candidate => candidate.Name == loss.Find("Method")?.Text);
        if (method is null)
        {
            return [];
        }

        try
        {
            _ = LossMethods.Build(spec, new GraphBuilder(), method, [.. network.Outputs.Select(output => output.Type.Shape)], training: false);
            return [];
        }
        catch (ProblemFound found)
        {
            return found.Problems;
        }
    }

    private static string Trail(NetworkSpec spec, Elaborated network) => spec.Body is null
        ? "; trail: " + string.Join(" → ", new[] { "Input " + spec.Inputs[0].Shape }.Concat(network.Layers.Select(layer => layer.Description + " " + layer.Output)))
        : "";
}
