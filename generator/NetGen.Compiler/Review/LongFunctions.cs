using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Review;

/// <summary>
/// NG6002: a function of the user's whose formula is so long that the loop which computes it, and the one of its derivative, come near the limits of the JIT compiler. RyuJIT tracks 1024 local variables of a method
/// (<c>JitMaxLocalsToTrack</c>); each operation of a loop over vectors takes one or two, and the derivative about as many operations again. Beyond that every value goes through memory, and beyond 60 000 bytes of IL
/// nothing is optimised any more (<c>DEFAULT_MIN_OPTS_CODE_SIZE</c>).
/// </summary>
internal sealed class LongFunctions(NetworkSpec spec) : TrainingRule
{
    private const int Most = 300;

    public override bool Concerns(HashSet<string> kinds) => spec.Functions.Any(function => Size(function) > Most);

    public override void Layer(LayerUse use)
    {
        if (use.Spec.Kind == "Apply")
        {
            See(use.Spec.Find("Function")?.Text, use.At, "Function");
        }
    }

    public override void Operation(OperationUse use)
    {
        if (use.Step.Operation == "Map")
        {
            See(use.Step.Arguments.FirstOrDefault(argument => argument.Name == "Function")?.Text, use.At, null);
        }
    }

    private void See(string? key, Func<Complaint, Problem> at, string? argument)
    {
        if (spec.Functions.FirstOrDefault(function => function.Key == key) is { } function && Size(function) is > Most and var size)
        {
            Report(at(new Complaint("NG6002", argument, Inv(
                $"'{key!.Substring(key.LastIndexOf('.') + 1)}' is {size} operations long, with what it calls: beyond about {Most} the JIT compiler keeps values in memory and, further on, optimises nothing; make it shorter, or several functions with a layer between them"))));
        }
    }

    private static int Size(FunctionSpec function) => ExprWalk.Nodes([function.Body]).Count(node => ExprWalk.Operands(node).Count > 0);
}
