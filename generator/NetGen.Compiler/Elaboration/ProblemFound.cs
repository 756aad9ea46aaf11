using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Elaboration;

/// <summary>Ends the elaboration of what depends on something wrong: behind it no shape is known.</summary>
internal sealed class ProblemFound(params IReadOnlyList<Problem> problems) : Exception(problems[0].Id)
{
    public IReadOnlyList<Problem> Problems { get; } = problems;
}

/// <summary>Says that a layer or an operation cannot be applied to its arguments; the elaborator knows where it stands.</summary>
internal sealed class StepRefused(Complaint complaint) : Exception(complaint.Message)
{
    public StepRefused(string id, string message) : this(new Complaint(id, null, message))
    {
    }

    public StepRefused(string message) : this("NG1001", message)
    {
    }

    public Complaint Complaint { get; } = complaint;
}
