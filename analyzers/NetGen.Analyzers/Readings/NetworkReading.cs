using Microsoft.CodeAnalysis;
using NetGen.Compiler.Model;
using NetGen.Compiler.Review;
using NetGen.Generator.Reading;

namespace NetGen.Analyzers;

/// <summary>A network as it was read, and what is to be said of it.</summary>
/// <param name="Type">The class.</param>
/// <param name="Declaration">The reading.</param>
/// <param name="Review">The review; null where the declaration itself is not what was meant, so that nobody adds guesses.</param>
public sealed record NetworkReading(INamedTypeSymbol Type, Declaration Declaration, ReviewedNetwork? Review)
{
    public NetworkSpec Spec => Declaration.Spec;
}
