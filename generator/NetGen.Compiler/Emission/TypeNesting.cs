using NetGen.Compiler.Model;

namespace NetGen.Compiler.Emission;

/// <summary>Opens the namespace, the types around the network and the network itself, and closes them again.</summary>
internal sealed class TypeNesting : IDisposable
{
    private readonly Stack<IDisposable> _blocks = new();

    public static TypeNesting Open(SourceWriter writer, NetworkSpec spec, string bases = "", Action? beforeNetwork = null)
    {
        var nesting = new TypeNesting();
        if (spec.Namespace.Length > 0)
        {
            nesting._blocks.Push(writer.Block("namespace " + spec.Namespace));
        }

        foreach (var type in spec.ContainingTypes)
        {
            nesting._blocks.Push(writer.Block(type));
        }

        beforeNetwork?.Invoke();
        nesting._blocks.Push(writer.Block($"partial class {spec.Name}{bases}"));
        return nesting;
    }

    public void Dispose()
    {
        while (_blocks.Count > 0)
        {
            _blocks.Pop().Dispose();
        }
    }
}
