using NetGen.Compiler.Emission;
using NetGen.Compiler.Streaming;

namespace NetGen.Compiler.Launching;

/// <summary>All programs of a network as launches, but for that which takes a sequence one position at a time: what it does is too little for a device.</summary>
public sealed record DevicePlan(NetworkPlan Network, DeviceLayout Layout, IReadOnlyList<DeviceProgram> Programs)
{
    public static DevicePlan Of(NetworkPlan network)
    {
        var layout = DeviceLayout.Of(network);
        return new DevicePlan(network, layout, network.Programs.Where(program => program.Name != StreamedProgram.Name).Select(program => LaunchPlanner.Plan(network, program, layout)).ToList());
    }
}

/// <summary>A program as launches, and its memory.</summary>
/// <param name="Program">Before.</param>
/// <param name="Launches">In order.</param>
/// <param name="Memory">Where its values are.</param>
public sealed record DeviceProgram(ProgramPlan Program, IReadOnlyList<Launch> Launches, DeviceMemory Memory);

/// <summary>A block of memory: which view, and where in it.</summary>
/// <param name="Space">The view.</param>
/// <param name="Offset">Values per sample before it, or values before it where there is no batch.</param>
public sealed record DevicePlace(DeviceSpace Space, int Offset);

/// <summary>The views that every launch gets.</summary>
public enum DeviceSpace
{
    /// <summary>The arena, per sample.</summary>
    Values,

    /// <summary>Behind it what is the same for all samples.</summary>
    Fixed,

    Parameters,

    /// <summary>What the user gives, per sample.</summary>
    Given,

    /// <summary>The user's labels, per sample.</summary>
    Labels,

    /// <summary>Predictions and gradients by inputs, per sample.</summary>
    Results,
}
