using System.Reflection.Emit;

namespace ILGPU.Simulation.Suspension;

/// <summary>An instruction of a method, its token resolved.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Code">What it is.</param>
/// <param name="Operand">A number, a member, or the offsets that it branches to.</param>
internal sealed record Instruction(int Offset, OpCode Code, object? Operand)
{
    /// <summary>Its name without the short form: ldloc for ldloc.3 and ldloc.s.</summary>
    public string Family => Code.Name!.Split('.')[0];

    /// <summary>The variable that it is about, if <see cref="Family"/> is one of ldarg, ldarga, starg, ldloc, ldloca, stloc.</summary>
    public int Variable => Operand as int? ?? Code.Name![^1] - '0';

    public bool IsOfArgument => Family is "ldarg" or "ldarga" or "starg";

    public bool IsOfLocal => Family is "ldloc" or "ldloca" or "stloc";
}
