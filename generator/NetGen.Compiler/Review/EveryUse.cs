using NetGen.Compiler.Model;

namespace NetGen.Compiler.Review;

/// <summary>
/// What holds of an attribute or expression only if it holds wherever that is at work: a block that begins with an activation stands behind an activation once, and behind a convolution otherwise.
/// </summary>
internal sealed class EveryUse
{
    private readonly List<Problem> _found = [];
    private readonly HashSet<(string?, string?, string?, int, int)> _innocent = [];

    public IEnumerable<Problem> Found => _found.Where(problem => !_innocent.Contains(Place(problem)));

    /// <summary>One use.</summary>
    /// <param name="problem">Where, and what is wrong, if it is.</param>
    /// <param name="isWrong">Whether it is.</param>
    public void Add(Problem problem, bool isWrong)
    {
        if (isWrong)
        {
            _found.Add(problem);
        }
        else
        {
            _innocent.Add(Place(problem));
        }
    }

    private static (string?, string?, string?, int, int) Place(Problem problem) => (problem.Module, problem.Field, problem.Method, problem.Step, problem.Layer);
}
