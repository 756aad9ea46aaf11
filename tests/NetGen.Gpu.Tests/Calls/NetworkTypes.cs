using NetGen.Runtime;

namespace NetGen.Gpu.Tests;

/// <summary>All networks that are declared in this assembly, by name; where two share one, by their full names.</summary>
internal static class NetworkTypes
{
    private static readonly Dictionary<string, Type> s_all = typeof(NetworkTypes).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, IsNested: false } && typeof(IModule).IsAssignableFrom(type) && type.GetConstructor([typeof(ulong)]) is not null)
        .GroupBy(type => type.Name)
        .SelectMany(named => named.Select(type => (Name: named.Count() == 1 ? named.Key : type.FullName!, Type: type)))
        .ToDictionary(named => named.Name, named => named.Type);

    public static IEnumerable<string> Names => s_all.Keys.Order(StringComparer.Ordinal);

    /// <summary>A new network, initialised by a seed.</summary>
    public static INetwork Create(string name, ulong seed) => (INetwork)Activator.CreateInstance(s_all[name], seed)!;
}
