using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Elaboration;

/// <summary>The vectors that training gathers, by name, in the order in which the network first uses them; and what they hold after a step.</summary>
internal sealed class BufferTable
{
    private readonly List<NamedParameter> _declared = [];
    private readonly List<ProgramOutput> _updates = [];

    public IReadOnlyList<NamedParameter> Declared => _declared;

    /// <summary>In order: a layer that is applied twice in a step gathers twice.</summary>
    public IReadOnlyList<ProgramOutput> Updates => _updates;

    /// <summary>Takes in a buffer, once.</summary>
    public void Declare(NamedParameter buffer)
    {
        if (!_declared.Exists(known => known.Name == buffer.Name))
        {
            _declared.Add(buffer);
        }
    }

    /// <summary>The values that a buffer has: of a layer that is applied twice in a step, those after the first time.</summary>
    public Node Get(GraphBuilder graph, string name)
    {
        var index = IndexOf(name);
        return _updates.FindLast(update => update.Index == index)?.Value ?? graph.Buffer(index, _declared[index].Spec.Shape);
    }

    /// <summary>Gives a buffer its values after the step.</summary>
    public void Update(string name, Node value) => _updates.Add(new ProgramOutput(OutputRole.BufferUpdate, IndexOf(name), value));

    private int IndexOf(string name) => _declared.FindIndex(buffer => buffer.Name == name);
}
