using System.Text;

namespace NetGen.Compiler.Graph;

/// <summary>A tensor program as text, one value per line, for snapshots and for people.</summary>
public static class GraphPrinter
{
    public static string Print(TensorProgram program)
    {
        var text = new StringBuilder();
        text.Append("program ").Append(program.Name).Append('\n');
        foreach (var node in program.Nodes)
        {
            text.Append("  ").Append($"%{node.Id}".PadRight(5)).Append(node.Type.ToString().PadRight(14)).Append(' ').Append(node.Operation.Name);
            if (node.Inputs.Count > 0)
            {
                text.Append(" (").Append(string.Join(", ", node.Inputs)).Append(')');
            }

            text.Append(node.Origin.Length == 0 ? "" : $"  ; {node.Origin}{(node.Backward ? " gradient" : "")}").Append('\n');
        }

        foreach (var output in program.Outputs)
        {
            text.Append("  ").Append(Name(output)).Append(" = ").Append(output.Value).Append('\n');
        }

        return text.ToString();
    }

    private static string Name(ProgramOutput output) => output.Role switch
    {
        OutputRole.Prediction => "prediction",
        OutputRole.Loss => "loss",
        OutputRole.BufferUpdate => Inv($"buffer {output.Index}"),
        OutputRole.InputGradient => "gradient of input",
        _ => Inv($"gradient of parameter {output.Index}"),
    };
}
