namespace NetGen;

/// <summary>
/// Marks a partial class as what one step of a recurrence does: layers, and a method <c>Step</c> that takes the step's input and what the step before has left, each marked with
/// <see cref="StateAttribute"/>, and yields the step's output and, in the same order, what it leaves to the next. Back-propagation through time is derived. States begin at zero.
/// Holes are those of a <see cref="BlockAttribute"/>. Dropout within a cell drops the same features in every step of a sample (Gal and Ghahramani 2016).
/// </summary>
/// <example>
/// <code>
/// [Cell]
/// public partial class Minimal
/// {
///     [Dense(A)] Layer input, state;
///
///     (Tensor y, Tensor h) Step(Tensor x, [State(A)] Tensor h)
///     {
///         var next = Tanh(input(x) + state(h));
///         return (next, next);
///     }
/// }
///
/// [Network, Input(30, 5)]
/// [Recurrent&lt;Minimal&gt;(64), Dense(1), MeanSquaredError]
/// public partial class Reader;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class CellAttribute : BlockAttribute;

/// <summary>Marks a parameter of a cell's <c>Step</c>: what the step before has left, zero before the first.</summary>
/// <param name="dims">Its shape.</param>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = false, Inherited = false)]
public sealed class StateAttribute(params int[] dims) : Attribute
{
    /// <summary>The shape of the state.</summary>
    public int[] Dims { get; } = dims;
}

/// <summary>
/// Runs a cell over a sequence. Input <c>[length, …]</c>; output that of the last step or, with <see cref="ReturnSequences"/>, of all steps, <c>[length, …]</c>. Parameters are those of the cell's
/// fields, and once more with <c>_reverse</c> behind the layer's name where it is <see cref="Bidirectional"/>.
/// </summary>
/// <typeparam name="T">A class with <see cref="CellAttribute"/>.</typeparam>
/// <param name="holes">The values of <see cref="Hole.A"/>, <see cref="Hole.B"/> and so on.</param>
public sealed class RecurrentAttribute<T>(params int[] holes) : BlockAttribute<T>(holes)
{
    /// <summary>Whether the outputs of all steps are returned (default: false, the last one's). Backwards the last step is that at the first position.</summary>
    public bool ReturnSequences { get; set; }

    /// <summary>Whether a second cell runs through the sequence from its end; the outputs of both are joined along their last axis (default: false).</summary>
    public bool Bidirectional { get; set; }

    /// <summary>
    /// Whether the recurrence can go on where a window of a longer sequence has ended (default: false): the network then has members that take and leave a <see cref="WindowStates{T}"/>.
    /// Needs one direction.
    /// </summary>
    public bool Stateful { get; set; }
}
