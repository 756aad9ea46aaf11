using NetGen.Compiler.Model;

namespace NetGen.Compiler.Emission;

/// <summary>Opens the namespace, the types around the network and the network itself, and closes them again.</summary>
internal sealed class TypeNesting : IDisposable
{
    private readonly SourceWriter _writer;
    private int _open;

    private TypeNesting(SourceWriter writer) => _writer = writer;

    public static TypeNesting Open(SourceWriter writer, NetworkSpec spec, string bases = "", Action? beforeNetwork = null) =>
        Open(writer, spec.Namespace, spec.ContainingTypes, spec.Name, bases, beforeNetwork);

    public static TypeNesting Open(SourceWriter writer, string space, EquatableArray<string> containing, string name, string bases, Action? before)
    {
        var nesting = new TypeNesting(writer);
        if (space.Length > 0)
        {
            nesting.Open("namespace " + space);
        }

        foreach (var type in containing)
        {
            nesting.Open(type);
        }

        before?.Invoke();
        nesting.Open($"partial class {name}{bases}");
        return nesting;
    }

    public void Dispose()
    {
        for (; _open > 0; _open--)
        {
            _writer.Close();
        }
    }

    private void Open(string header)
    {
        _writer.Open(header);
        _open++;
    }
}
