using NetGen.Compiler.Model;

namespace NetGen.Compiler.Graph;

/// <content>The user's scalar functions.</content>
public sealed partial class GraphBuilder
{
    /// <summary>A user's function of its arguments. His own derivatives stay with it, so its arguments stay as they are.</summary>
    public Node Map(FunctionSpec function, params Node[] arguments) => function.Derivatives.All(derived => derived.Expression is null)
        ? Map(function.Body, arguments, null)
        : Add(new MapOperation(function.Body) { Derivatives = function.Derivatives }, arguments.Select(argument => argument.Type).Aggregate(Broadcasting.Of), arguments);
}
