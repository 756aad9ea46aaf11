namespace NetGen.Compiler.Emission.Simd;

/// <summary>Expressions as vector code.</summary>
/// <param name="Statements">C# statements, one per line, to be executed in this order; each declares a local variable.</param>
/// <param name="Results">One C# expression per root, over the statements' locals and the variables.</param>
/// <param name="Used">The methods that are called; <see cref="SimdMath"/> prints them.</param>
public sealed record SimdCode(IReadOnlyList<string> Statements, IReadOnlyList<string> Results, ISet<Function> Used);
