using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Simulation.Suspension;

/// <summary>What ILGPU 1.5.3 does not compile, or compiles to something else, in a kernel and in all that it calls.</summary>
internal static class KernelRules
{
    private static readonly ConcurrentDictionary<MethodBase, string?> s_found = new();

    private static readonly HashSet<string> s_codes =
    [
        "newarr", "box", "throw", "rethrow", "ldftn", "ldvirtftn", "localloc", "isinst", "castclass", "stsfld", "ldsflda", "ldelem", "ldlen", "calli", "mkrefany", "arglist",
    ];

    /// <summary>Math's methods that ILGPU translates to what they are. Max and Min of real numbers lose NaN on devices.</summary>
    private static readonly HashSet<string> s_math = ["Abs", "Sqrt", "Floor", "Ceiling"];

    public static void Check(MethodInfo method)
    {
        if (!method.IsStatic)
        {
            throw new UnsupportedKernelException($"kernel '{method.Name}' is no static method");
        }

        if (Find(method) is { } found)
        {
            throw new UnsupportedKernelException($"kernel '{method.Name}': {found}");
        }
    }

    private static string? Find(MethodBase method) => s_found.GetOrAdd(method, Look);

    private static string? Look(MethodBase method)
    {
        var body = method.GetMethodBody();
        if (body is null || body.ExceptionHandlingClauses.Count > 0)
        {
            return $"'{method.Name}' has try or no body";
        }

        if (body.LocalVariables.Select(local => local.LocalType).Concat(method.GetParameters().Select(parameter => parameter.ParameterType)).FirstOrDefault(IsForbidden) is { } type)
        {
            return $"'{method.Name}' has a variable of type {type}";
        }

        var instructions = InstructionReader.Read(method);
        return instructions.Select((instruction, i) => Fault(method, instruction, i == 0 ? null : instructions[i - 1])).FirstOrDefault(fault => fault is not null);
    }

    private static string? Fault(MethodBase method, Instruction instruction, Instruction? before) => instruction switch
    {
        _ when s_codes.Contains(instruction.Family) => $"{instruction.Code} in '{method.Name}'",
        { Code.Name: "newobj", Operand: ConstructorInfo { DeclaringType.IsValueType: false } of } => $"new {of.DeclaringType} in '{method.Name}'",
        { Code.Name: "ldsfld", Operand: FieldInfo field } when !field.IsInitOnly || !field.FieldType.IsPrimitive => $"static {field.Name} in '{method.Name}'",
        { Code.Name: "callvirt" } when before?.Code != OpCodes.Constrained => $"a virtual call in '{method.Name}'",
        { Operand: MethodBase called } => Fault(method, called, before),
        _ => null,
    };

    private static string? Fault(MethodBase method, MethodBase called, Instruction? before) =>
        Suspendable.IsOfKernels(called) ? Find(called)
        : called.Module.Assembly == typeof(Group).Assembly || before?.Code == OpCodes.Constrained || IsIntrinsic(called) ? null
        : $"'{called.DeclaringType}.{called.Name}' in '{method.Name}'";

    private static bool IsIntrinsic(MethodBase called) =>
        (called.DeclaringType == typeof(Math) || called.DeclaringType == typeof(MathF))
        && (s_math.Contains(called.Name) || (called.Name is "Min" or "Max" && called.GetParameters()[0].ParameterType is var type && type != typeof(float) && type != typeof(double)));

    private static bool IsForbidden(Type type) => type switch
    {
        { IsByRef: true } => IsForbidden(type.GetElementType()!),
        { IsPrimitive: true } or { IsEnum: true } => false,
        _ when type.Assembly == typeof(Group).Assembly => false,
        { IsValueType: true } => type.IsByRefLike || type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Any(field => field.FieldType == typeof(bool) || IsForbidden(field.FieldType)),
        _ => true,
    };
}
