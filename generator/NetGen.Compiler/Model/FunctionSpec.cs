using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Model;

/// <summary>A scalar function of the user's, <c>[Elementwise]</c>.</summary>
/// <param name="Key">The full C# name of the method, <c>global::Shop.Curves.Swish</c>.</param>
/// <param name="Parameters">The names of its parameters, tensors first.</param>
/// <param name="Trainable">For each parameter behind the tensors, which are trainable numbers: a <c>Parameter</c> with its arguments.</param>
/// <param name="Body">The value, in variables numbered as the parameters.</param>
/// <param name="Derivatives">The user's own derivative by each parameter, in the same variables; null where the compiler derives it.</param>
public sealed record FunctionSpec(
    string Key, EquatableArray<string> Parameters, EquatableArray<LayerSpec> Trainable, Expr Body, EquatableArray<Derived> Derivatives)
{
    /// <summary>The C# type of a delegate of the method; empty where generated code of the network cannot reach it.</summary>
    public string Delegate { get; init; } = "";
}

/// <summary>A derivative that the user wrote, or nothing.</summary>
public sealed record Derived(Expr? Expression);
