using NetGen.Compiler.Model;

namespace NetGen.Generator.Reading;

/// <summary>
/// A declaration as it was read: the data that goes on, what is wrong with the declaration itself, and where everything stands.
/// </summary>
/// <param name="Spec">The network as plain data. It alone may enter the incremental pipeline.</param>
/// <param name="Problems">What is wrong before any shape is known.</param>
/// <param name="IsComplete">
/// Whether every attribute could be read. A half-typed one is the C# compiler's to report; nobody should add guesses about the rest.
/// </param>
/// <param name="CanEmit">
/// Whether a second part of the class can exist at all; not for records, generic classes and their like, nor without
/// <c>partial</c>: the error of C# about two parts would come so early that the command line never gets to ours, which has the fix.
/// </param>
/// <param name="Locations">Where layers and arguments stand in the source text; for analyzers only.</param>
public sealed record Declaration(
    NetworkSpec Spec,
    EquatableArray<Problem> Problems,
    bool IsComplete,
    bool CanEmit,
    LocationMap Locations)
{
    /// <summary>Whether the stack is what the user meant, so that rules about shapes and layers can speak.</summary>
    public bool IsAnalyzable => IsComplete && Problems.All(problem => problem.Id is DeclarationRules.NotPartial or DeclarationRules.NotDifferentiable);
}
