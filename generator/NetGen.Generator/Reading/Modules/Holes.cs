using NetGen.Compiler.Model;

namespace NetGen.Generator.Reading.Modules;

/// <summary>Which holes a module has: up to the last one that it uses.</summary>
internal static class Holes
{
    public static IReadOnlyList<string> Names { get; } = ["A", "B", "C", "D"];

    public static int Count(ModuleSpec module) => module.Fields
        .SelectMany(field => field.Layers)
        .Concat(module.States)
        .SelectMany(layer => layer.Arguments)
        .Concat(module.Forward.Steps.SelectMany(step => step.Arguments))
        .SelectMany(argument => argument.Holes)
        .SelectMany(postfix => postfix.Split(' '))
        .Select(word => word.Length == 1 ? word[0] - 'A' + 1 : 0)
        .Where(count => count >= 1 && count <= Names.Count)
        .DefaultIfEmpty(0)
        .Max();
}
