namespace NetGen;

/// <summary>A named array of trainable values of a network, as a PyTorch <c>state_dict</c> names and lays it out.</summary>
public abstract class Parameter
{
    private protected Parameter(string name, int[] shape, int offset, bool frozen)
    {
        Name = name;
        Shape = Array.AsReadOnly(shape);
        Offset = offset;
        Length = shape.Aggregate(1, (product, dimension) => checked(product * dimension));
        Frozen = frozen;
    }

    /// <summary>The name, <c>layer.parameter</c>: <c>dense1.weight</c>.</summary>
    public string Name { get; }

    /// <summary>The shape in the file's layout, <c>[out, in]</c> for the weight of a dense layer.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Where the values start in an array of all parameters or gradients, counted in values.</summary>
    public int Offset { get; }

    /// <summary>The number of values.</summary>
    public int Length { get; }

    /// <summary>Whether training leaves the values as they are. Takes effect with the next step; not to be set during one.</summary>
    public bool Frozen { get; set; }

    /// <summary>Name and shape: <c>dense1.weight [128, 784]</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name} [{string.Join(", ", Shape)}]";
}
