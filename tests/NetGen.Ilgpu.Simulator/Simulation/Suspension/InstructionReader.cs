using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Simulation.Suspension;

/// <summary>Reads what a method consists of.</summary>
internal static class InstructionReader
{
    private static readonly Dictionary<int, OpCode> s_codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value);

    public static IReadOnlyList<Instruction> Read(MethodBase method)
    {
        var bytes = method.GetMethodBody()?.GetILAsByteArray() ?? throw new UnsupportedKernelException($"'{method.Name}' has no body");
        var typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        var list = new List<Instruction>();
        for (var at = 0; at < bytes.Length;)
        {
            var offset = at;
            var value = bytes[at++] is var first && first == 0xFE ? 0xFE00 | bytes[at++] : first;
            var code = s_codes[value];
            var rest = bytes.AsSpan(at);
            var size = Size(code, rest);
            at += size;
            list.Add(new(offset, code, Operand(code, rest, at, token => Resolve(method.Module, code.OperandType, token, typeArguments, methodArguments))));
        }

        return list;
    }

    private static int Size(OpCode code, ReadOnlySpan<byte> rest) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(rest)),
        _ => 4,
    };

    private static object? Operand(OpCode code, ReadOnlySpan<byte> rest, int next, Func<int, object> resolve)
    {
        switch (code.OperandType)
        {
            case OperandType.InlineNone:
                return null;
            case OperandType.ShortInlineBrTarget:
                return new[] { next + (sbyte)rest[0] };
            case OperandType.InlineBrTarget:
                return new[] { next + BinaryPrimitives.ReadInt32LittleEndian(rest) };
            case OperandType.InlineSwitch:
                var targets = new int[BinaryPrimitives.ReadInt32LittleEndian(rest)];
                for (var i = 0; i < targets.Length; i++)
                {
                    targets[i] = next + BinaryPrimitives.ReadInt32LittleEndian(rest[(4 + (4 * i))..]);
                }

                return targets;
            case OperandType.ShortInlineI:
                return (int)(sbyte)rest[0];
            case OperandType.ShortInlineVar:
                return (int)rest[0];
            case OperandType.InlineVar:
                return (int)BinaryPrimitives.ReadUInt16LittleEndian(rest);
            case OperandType.InlineI:
                return BinaryPrimitives.ReadInt32LittleEndian(rest);
            case OperandType.InlineI8:
                return BinaryPrimitives.ReadInt64LittleEndian(rest);
            case OperandType.ShortInlineR:
                return BinaryPrimitives.ReadSingleLittleEndian(rest);
            case OperandType.InlineR:
                return BinaryPrimitives.ReadDoubleLittleEndian(rest);
            default:
                return resolve(BinaryPrimitives.ReadInt32LittleEndian(rest));
        }
    }

    private static object Resolve(Module module, OperandType kind, int token, Type[]? typeArguments, Type[]? methodArguments) => kind switch
    {
        OperandType.InlineMethod => module.ResolveMethod(token, typeArguments, methodArguments)!,
        OperandType.InlineField => module.ResolveField(token, typeArguments, methodArguments)!,
        OperandType.InlineType => module.ResolveType(token, typeArguments, methodArguments),
        OperandType.InlineString => module.ResolveString(token),
        OperandType.InlineTok => module.ResolveMember(token, typeArguments, methodArguments)!,
        _ => throw new UnsupportedKernelException($"an operand of kind {kind}"),
    };
}
