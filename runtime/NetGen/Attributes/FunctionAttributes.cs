namespace NetGen;

/// <summary>
/// Marks a static scalar function that the compiler may take into networks: arithmetic, <c>?:</c>, <see cref="MathF"/> or <see cref="Math"/>, constants and calls of
/// functions of the same kind. It is differentiated symbolically and vectorised. Used by <see cref="ApplyAttribute"/> and <c>Ops.Map</c>.
/// </summary>
/// <example>
/// <code>
/// [Elementwise] static float Swish(float x, [Parameter(Value = 1)] float beta) => x / (1 + MathF.Exp(-beta * x));
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class ElementwiseAttribute : Attribute;

/// <summary>Says that a function is the derivative of another by one of its parameters, in place of the one that the compiler would derive.</summary>
/// <param name="function">The name of the function in the same class: <c>nameof(F)</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class DerivativeAttribute(string function) : Attribute
{
    /// <summary>The function.</summary>
    public string Function { get; } = function;

    /// <summary>Which parameter of the function the derivative is by, by name; null (the default) for the first.</summary>
    public string? By { get; set; }
}

/// <summary>Applies an <see cref="ElementwiseAttribute"/> function to every value.</summary>
public sealed class ApplyAttribute : LayerAttribute
{
    /// <summary>A function of the same class.</summary>
    /// <param name="function">Its name: <c>nameof(F)</c>.</param>
    public ApplyAttribute(string function) => Function = function;

    /// <summary>A function of another class.</summary>
    /// <param name="type">The class.</param>
    /// <param name="function">The name.</param>
    public ApplyAttribute(Type type, string function) => (Type, Function) = (type, function);

    /// <summary>The class of the function; null for the network's or block's own.</summary>
    public Type? Type { get; }

    /// <summary>The name of the function.</summary>
    public string Function { get; }

    /// <summary>True to leave the trainable numbers of the function as they are.</summary>
    public bool Frozen { get; set; }
}

/// <summary>
/// Marks a static method over <c>Ops</c> as a loss: <c>static Tensor Loss(Tensor output, Tensor target)</c>. It gets all outputs of the network, in their order and
/// without link function, and, if it has one parameter more, the target; it returns one value per sample. The target has the shape of the first output unless
/// <see cref="InputAttribute"/> at the parameter says otherwise.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class LossAttribute : Attribute
{
    /// <summary>What the loss is multiplied with in the sum of all losses (default: 1).</summary>
    public double Weight { get; set; } = 1;
}
