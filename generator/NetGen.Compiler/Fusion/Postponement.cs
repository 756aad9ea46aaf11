using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>What is made of parameters alone could be made at once, and would then take memory until it is read. It is made right before, where there is a phase for it.</summary>
internal static class Postponement
{
    public static IReadOnlyList<Phase> Of(IReadOnlyList<Phase> phases)
    {
        var kernels = phases.Select(phase => phase.Kernels.ToList()).ToList();
        for (var phase = 0; phase < phases.Count; phase++)
        {
            foreach (var kernel in phases[phase].IsFixed ? phases[phase].Kernels.Where(kernel => !kernel.Reads.Any() && kernel.ParametersRead.Any()) : [])
            {
                var later = LastPlace(phases, kernel, phase);
                if (later > phase)
                {
                    kernels[phase].Remove(kernel);
                    kernels[later].Insert(0, kernel);
                }
            }
        }

        return phases.Select((phase, index) => phase with { Kernels = kernels[index] }).Where(phase => phase.Kernels.Count > 0).ToList();
    }

    private static int LastPlace(IReadOnlyList<Phase> phases, Kernel kernel, int phase)
    {
        var (place, written, parameters) = (phase, kernel.Writes.ToList(), kernel.ParametersRead.ToList());
        for (var next = phase; next < phases.Count && !phases[next].Kernels.Any(Waits); next++)
        {
            place = phases[next].IsFixed ? next : place;
        }

        return place;

        bool Waits(Kernel other) => other.Reads.Intersect(written).Any() || (other.ParameterUpdated is { } updated && parameters.Contains(updated));
    }
}
