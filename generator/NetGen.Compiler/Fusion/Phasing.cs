namespace NetGen.Compiler.Fusion;

/// <summary>
/// Puts kernels into phases. Between two phases all threads meet: what is the same for all samples is computed by one thread, rows are split by samples,
/// sums over the batch by outputs. A kernel runs in the first phase of its kind that comes after everything it reads; what changes a parameter
/// comes after everything that reads it.
/// </summary>
internal static class Phasing
{
    public static IReadOnlyList<Phase> Of(IReadOnlyList<Kernel> kernels)
    {
        var places = new Dictionary<Kernel, Place>();
        var written = new Dictionary<Graph.Node, Place>();
        foreach (var kernel in kernels.Where(kernel => kernel.ParameterUpdated is null))
        {
            var place = PlaceOf(kernel, kernel.Reads.Where(written.ContainsKey).Select(node => written[node]));
            places.Add(kernel, place);
            foreach (var node in kernel.Writes)
            {
                written[node] = place;
            }
        }

        var readers = places.SelectMany(pair => pair.Key.ParametersRead.Select(parameter => (parameter, pair.Value))).ToLookup(pair => pair.parameter, pair => pair.Value);
        foreach (var kernel in kernels.Where(kernel => kernel.ParameterUpdated is not null))
        {
            places.Add(kernel, PlaceOf(kernel, kernel.Reads.Select(node => written[node]).Concat(readers[kernel.ParameterUpdated!])));
        }

        // Updates stand behind their phase's other kernels, which one thread runs in order; sums among them run side by side and have a phase for themselves.
        var phases = kernels.GroupBy(kernel => places[kernel]).OrderBy(phase => phase.Key.Stage).ThenBy(phase => phase.Key.Kind)
            .Select(phase => new Phase(phase.Key.Kind == PhaseKind.Sums, phase.OrderBy(kernel => kernel.ParameterUpdated is not null).ToList()) { IsFixed = phase.Key.Kind == PhaseKind.Fixed }).ToList();
        return phases.Count == 0 ? [new Phase(false, [])] : phases;
    }

    private static Place PlaceOf(Kernel kernel, IEnumerable<Place> after)
    {
        var kind = kernel.SumsOverBatch ? PhaseKind.Sums : kernel.IsFixed ? PhaseKind.Fixed : PhaseKind.Rows;
        var stage = after.Select(place => place.Kind < kind || (place.Kind == kind && kind != PhaseKind.Sums) ? place.Stage : place.Stage + 1).DefaultIfEmpty(0).Max();
        return new Place(stage, kind);
    }

    private readonly record struct Place(int Stage, PhaseKind Kind);

    /// <summary>In the order within a stage.</summary>
    private enum PhaseKind
    {
        Fixed,
        Rows,
        Sums,
    }
}
