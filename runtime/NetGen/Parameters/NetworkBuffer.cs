namespace NetGen;

/// <summary>Values of a network that training gathers instead of learning them; an element of a <see cref="BufferSet"/>.</summary>
public abstract class NetworkBuffer
{
    private protected NetworkBuffer(string name) => Name = name;

    /// <summary>The name in the file, <c>layer.buffer</c>.</summary>
    public string Name { get; }
}
