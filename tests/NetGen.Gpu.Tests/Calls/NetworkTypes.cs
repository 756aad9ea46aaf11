using NetGen.Runtime;

namespace NetGen.Gpu.Tests;

/// <summary>All networks that are declared in this assembly, by name, or by name and namespace where two have the same.</summary>
internal static class NetworkTypes
{
    private static readonly Dictionary<string, Type> s_all = typeof(NetworkTypes).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, IsNested: false } && typeof(IModule).IsAssignableFrom(type) && type.GetConstructor([typeof(ulong)]) is not null)
        .GroupBy(type => type.Name)
        .SelectMany(alike => alike.Select(type => (Name: alike.Count() == 1 ? type.Name : type.FullName!, Type: type)))
        .ToDictionary(entry => entry.Name, entry => entry.Type);

    public static IEnumerable<string> Names => s_all.Keys.Order(StringComparer.Ordinal);

    /// <summary>A new network, initialised by a seed.</summary>
    public static INetwork Create(string name, ulong seed) => (INetwork)Activator.CreateInstance(s_all[name], seed)!;
}
