using NetGen.Compiler.Model;

namespace NetGen.Compiler.Review;

/// <summary>
/// NG5001: a field with layers that <c>Forward</c> never calls, or an element of an array of blocks. It is no part of the network: no parameter of it is made, trained or saved.
/// </summary>
public static class UnusedFields
{
    /// <summary>What one class declares and does not use.</summary>
    /// <param name="module">The class.</param>
    /// <param name="key">Its key for problems: null for a network's own.</param>
    public static IEnumerable<Problem> Of(ModuleSpec module, string? key)
    {
        for (var i = 0; i < module.Fields.Count; i++)
        {
            var field = module.Fields[i];
            if (field.Kind == FieldKind.Parameter || field.Name.Length == 0)
            {
                continue;
            }

            var calls = module.Forward.Steps.Where(step => step.Operation == "Call" && step.Int("Field", 0) == i).ToList();
            var message = calls.Count == 0 ? $"{module.Method} never calls '{field.Name}': its layers are no part of the network, so call it, or remove it" : Elements(field, module.Method, calls);
            if (message is not null)
            {
                yield return new Problem("NG5001", 0, Problem.FieldName, message) { Module = key, Field = field.Name };
            }
        }
    }

    /// <summary>A count that depends on a hole is known where the block is used, and left alone here.</summary>
    private static string? Elements(FieldSpec field, string method, IReadOnlyList<Step> calls)
    {
        if (field.Kind != FieldKind.StackArray || field.Layers[0].Find("Repeat") is not { Holes.Count: 0 })
        {
            return null;
        }

        var count = field.Layers[0].Int("Repeat", 1);
        var unused = Enumerable.Range(0, Math.Max(0, count)).Except(calls.Select(call => call.Int("Element", 0))).ToList();
        return unused.Count == 0 ? null
            : Inv($"{method} never calls {string.Join(", ", unused.Take(3).Select(element => Inv($"'{field.Name}[{element}]'")))}{(unused.Count > 3 ? ", …" : "")}: of the {count} parts {count - unused.Count} are used; call the others too, or lower Repeat");
    }
}
