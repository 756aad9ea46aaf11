using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Reference;

/// <summary>Prints the static constructor that makes the user's scalar functions known to the reference, so that it can differentiate them.</summary>
internal static class FunctionRegistration
{
    public static void Write(SourceWriter writer, IReadOnlyList<FunctionSpec> functions, string type)
    {
        var reached = functions.Where(function => function.Delegate.Length > 0).ToList();
        if (reached.Count == 0)
        {
            return;
        }

        using (writer.Block($"static {type}()"))
        {
            foreach (var function in reached)
            {
                writer.Line("global::NetGen.Runtime.ElementwiseFunctions.Register(");
                writer.Line($"    ({function.Delegate}){function.Key},");
                var own = function.Derivatives.Any(derived => derived.Expression is not null);
                WriteLambda(writer, function.Body, own ? "," : ");");
                for (var i = 0; own && i < function.Derivatives.Count; i++)
                {
                    var end = i == function.Derivatives.Count - 1 ? ");" : ",";
                    if (function.Derivatives[i].Expression is { } derivative)
                    {
                        WriteLambda(writer, derivative, end);
                    }
                    else
                    {
                        writer.Line("    null" + end);
                    }
                }
            }
        }

        writer.Line();
    }

    private static void WriteLambda(SourceWriter writer, Expr expression, string end)
    {
        var body = new SourceWriter();
        var result = OpsExpression.Print(body, expression, [.. Enumerable.Range(0, 1 + expression.Variables().DefaultIfEmpty(0).Max()).Select(index => Inv($"x[{index}]"))], "t");
        var locals = body.ToString();
        if (locals.Length == 0)
        {
            writer.Line($"    static x => {result}{end}");
            return;
        }

        writer.Line("    static x =>");
        writer.Line("    {");
        foreach (var line in locals.TrimEnd('\n').Split('\n'))
        {
            writer.Line("        " + line);
        }

        writer.Line($"        return {result};");
        writer.Line("    }" + end);
    }
}
