namespace NetGen;

/// <summary>
/// Marks a partial class as a part for networks: layers and a <c>Forward</c> of its own, or a stack like a network's. Integers in its attributes may be the holes
/// <see cref="Hole.A"/> to <see cref="Hole.D"/>, which <see cref="BlockAttribute{T}"/> fills where the block is used.
/// </summary>
/// <example>
/// <code>
/// [Block]
/// public partial class Gate
/// {
///     [Dense(A), Sigmoid] Layer gate;
///     [Dense(A), Tanh] Layer value;
///
///     Tensor Forward(Tensor x) => gate(x) * value(x);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public class BlockAttribute : Attribute;

/// <summary>
/// Uses a block, or another network without its loss, as a layer. On a field of type <typeparamref name="T"/> it fills the holes; there the block may have several inputs.
/// </summary>
/// <typeparam name="T">A class with <see cref="BlockAttribute"/> or <see cref="NetworkAttribute"/>.</typeparam>
/// <param name="holes">The values of <see cref="Hole.A"/>, <see cref="Hole.B"/> and so on.</param>
public class BlockAttribute<T>(params int[] holes) : LayerAttribute
{
    /// <summary>The values of the holes.</summary>
    public int[] Holes { get; } = holes;

    /// <summary>How many of them, one after the other, each with parameters of its own (default: 1).</summary>
    public int Repeat { get; set; } = 1;

    /// <summary>True for a part whose parameters training leaves as they are.</summary>
    public bool Frozen { get; set; }
}

/// <summary>The input plus what the block makes of it: <c>y = x + T(x)</c>. He, Zhang, Ren, Sun 2016.</summary>
/// <typeparam name="T">A class with <see cref="BlockAttribute"/> or <see cref="NetworkAttribute"/> that keeps the shape.</typeparam>
/// <param name="holes">The values of <see cref="Hole.A"/>, <see cref="Hole.B"/> and so on.</param>
public sealed class ResidualAttribute<T>(params int[] holes) : BlockAttribute<T>(holes);

/// <summary>
/// A trainable tensor. On a field of type <see cref="Tensor"/>, with its dimensions; on a parameter of an <see cref="ElementwiseAttribute"/> function, without any: a
/// trainable number of each layer that applies the function.
/// </summary>
/// <param name="dims">The dimensions, none for a single number.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Parameter, AllowMultiple = false, Inherited = false)]
public sealed class ParameterAttribute(params int[] dims) : Attribute
{
    /// <summary>The dimensions.</summary>
    public int[] Dims { get; } = dims;

    /// <summary>
    /// How the initial values are drawn. By default Glorot uniform for two or more axes, with the last as the outputs, and <see cref="Value"/> otherwise.
    /// </summary>
    public Initializer Init { get; set; } = Initializer.Default;

    /// <summary>The initial value where <see cref="Init"/> is <see cref="Initializer.Default"/>; not a number (the default) for none.</summary>
    public double Value { get; set; } = double.NaN;

    /// <summary>True for a parameter that training leaves as it is.</summary>
    public bool Frozen { get; set; }
}
