using NetGen.Runtime;

namespace NetGen;

/// <summary>Which group the parameters of a network belong to: 0 for those that no pattern matches, otherwise one more than the position of the group.</summary>
internal sealed class GroupTable
{
    // By the place in the kernel block, ascending.
    private readonly int[] _starts;
    private readonly int[] _groups;

    /// <exception cref="InvalidOperationException">A pattern matches no parameter.</exception>
    public GroupTable(string network, IReadOnlyList<ParameterLayout> layouts, IReadOnlyList<ParameterGroup> groups)
    {
        foreach (ParameterGroup group in groups)
        {
            if (!layouts.Any(layout => group.Matches(layout.Name)))
            {
                throw new InvalidOperationException(
                    $"The parameter group '{group.Pattern}' matches no parameter of {network}. It has: {string.Join(", ", layouts.Select(layout => layout.Name))}.");
            }
        }

        ParameterLayout[] ascending = [.. layouts.OrderBy(layout => layout.KernelOffset)];
        _starts = [.. ascending.Select(layout => layout.KernelOffset)];
        _groups = [.. ascending.Select(layout => First(groups, layout.Name))];
    }

    /// <summary>The group of the parameter that a place of the kernel block belongs to.</summary>
    public int At(int kernelOffset)
    {
        int index = Array.BinarySearch(_starts, kernelOffset);
        return _groups[index >= 0 ? index : ~index - 1];
    }

    private static int First(IReadOnlyList<ParameterGroup> groups, string name)
    {
        for (int index = 0; index < groups.Count; index++)
        {
            if (groups[index].Matches(name))
            {
                return index + 1;
            }
        }

        return 0;
    }
}
