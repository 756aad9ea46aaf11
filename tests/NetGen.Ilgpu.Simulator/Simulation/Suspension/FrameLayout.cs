using System.Reflection;
using System.Runtime.CompilerServices;

namespace ILGPU.Simulation.Suspension;

/// <summary>Where the frame of a method holds what: the place at which it stopped, its result, arguments, variables, and then the frame of the method that it waits in.</summary>
internal sealed class FrameLayout
{
    private const int Alignment = 16;
    private static readonly MethodInfo s_sizeOf = typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!;

    public FrameLayout(MethodInfo method)
    {
        var at = Alignment;
        int Next(Type type)
        {
            var offset = at;
            at += (SizeOf(type) + Alignment - 1) / Alignment * Alignment;
            return offset;
        }

        Result = method.ReturnType == typeof(void) ? 0 : Next(method.ReturnType);
        Arguments = Array.ConvertAll(method.GetParameters(), parameter => Next(parameter.ParameterType));
        Locals = [.. method.GetMethodBody()!.LocalVariables.Select(local => Next(local.LocalType))];
        Child = at;
    }

    public int Result { get; }

    public int[] Arguments { get; }

    public int[] Locals { get; }

    public int Child { get; }

    private static int SizeOf(Type type) =>
        type.IsByRef || type.IsPointer ? 8
        : type.IsValueType ? (int)s_sizeOf.MakeGenericMethod(type).Invoke(null, null)!
        : throw new UnsupportedKernelException($"a variable of type {type}");
}
