using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the picture of a network: its applications, each with the positions of those that made its inputs.</summary>
internal static class NodeTable
{
    public static IEnumerable<string> Lines(ShapedNetwork network)
    {
        var maker = new Dictionary<int, int>();
        for (var i = 0; i < network.Applications.Count; i++)
        {
            var application = network.Applications[i];
            var inputs = string.Join(", ", application.Inputs.Select(input => maker[input]));
            maker[application.Output] = i;
            yield return $"new global::NetGen.NodeInfo({StringLiteral.Of(application.Name)}, {StringLiteral.Of(application.Description)}, [{string.Join(", ", application.Shape.Dims)}], [{inputs}], {StringLiteral.Of(application.Group)}),";
        }
    }
}
