using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Elaboration;

/// <summary>Ends an elaboration at the first thing that is wrong: behind it no shape is known.</summary>
internal sealed class ProblemFound(Problem problem) : Exception(problem.Id)
{
    public Problem Problem { get; } = problem;
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
