using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Simulation.Suspension;

/// <summary>
/// Writes a method anew, with a frame as its only argument: <c>if (frame.state != 0) { variables = frame; goto place[frame.state]; }</c>, and at each barrier
/// <c>frame = variables; frame.state = n; return 1; place n:</c>. A method with barriers that it calls is stepped in the same way, in a frame behind its own.
/// </summary>
internal sealed class SuspendableWriter
{
    private static readonly Dictionary<string, OpCode> s_long = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Name!);

    private readonly MethodInfo _method;
    private readonly IReadOnlyList<Instruction> _body;
    private readonly DynamicMethod _result;
    private readonly FrameCode _frame;
    private readonly ILGenerator _il;
    private readonly Dictionary<int, Label> _labels;
    private readonly List<Label> _places = [];
    private readonly Label _stop;
    private int _barriers;
    private int _collectives;

    public SuspendableWriter(MethodInfo method, FrameLayout layout)
    {
        _method = method;
        _body = InstructionReader.Read(method);
        _result = new DynamicMethod(method.Name, typeof(int), [typeof(byte).MakePointerType()], method.Module, skipVisibility: true);
        _il = _result.GetILGenerator();
        _frame = new FrameCode(_il, method, layout, _body);
        _labels = _body.Where(instruction => instruction.Operand is int[]).SelectMany(instruction => (int[])instruction.Operand!).Distinct()
            .ToDictionary(offset => offset, _ => _il.DefineLabel());
        _places.AddRange(_body.Where(Stops).Select(_ => _il.DefineLabel()));
        _stop = _il.DefineLabel();
    }

    /// <summary>The size of the largest frame of a method that it waits in.</summary>
    public int LargestChild { get; private set; }

    public DynamicMethod Write()
    {
        var start = _il.DefineLabel();
        _frame.WriteLoadArguments();
        _frame.WriteLoadState();
        _il.Emit(OpCodes.Brfalse, start);
        _frame.WriteLoadLocals();
        _frame.WriteLoadState();
        _il.Emit(OpCodes.Ldc_I4_1);
        _il.Emit(OpCodes.Sub);
        _il.Emit(OpCodes.Switch, [.. _places]);
        _il.MarkLabel(start);
        foreach (var instruction in _body)
        {
            if (_labels.TryGetValue(instruction.Offset, out var label))
            {
                _il.MarkLabel(label);
            }

            Write(instruction);
        }

        _il.MarkLabel(_stop);
        _frame.WriteStoreLocals();
        _il.Emit(OpCodes.Ldc_I4_1);
        _il.Emit(OpCodes.Ret);
        return _result;
    }

    private static bool Stops(Instruction instruction) => instruction.Operand is MethodBase method && Suspendable.WaitsAnywhere(method);

    private void Write(Instruction instruction)
    {
        switch (instruction)
        {
            case { Operand: MethodInfo barrier } when Suspendable.IsBarrier(barrier):
                WriteBarrier($"barrier {++_barriers}", isOfWarp: false);
                break;
            case { Operand: MethodInfo collective } when Suspendable.IsOfWarp(collective):
                _il.Emit(OpCodes.Call, collective);
                WriteBarrier($"instruction {++_collectives} of its warp", isOfWarp: true);
                break;
            case { Operand: MethodInfo called } when Suspendable.WaitsAnywhere(called):
                WriteCall(called);
                break;
            case { IsOfArgument: true } or { IsOfLocal: true }:
                _frame.WriteVariable(instruction);
                break;
            case { Code.Name: "ret" }:
                _frame.WriteResult();
                break;
            case { Operand: int[] targets, Code.OperandType: OperandType.InlineSwitch }:
                _il.Emit(OpCodes.Switch, Array.ConvertAll(targets, target => _labels[target]));
                break;
            case { Operand: int[] targets }:
                _il.Emit(s_long[instruction.Code.Name!.Replace(".s", "", StringComparison.Ordinal)], _labels[targets[0]]);
                break;
            default:
                WritePlain(instruction);
                break;
        }
    }

    private void WriteBarrier(string name, bool isOfWarp)
    {
        _il.Emit(OpCodes.Ldc_I4, Suspendable.AddBarrier($"{name} of '{_method.Name}'", isOfWarp));
        _il.Emit(OpCodes.Call, typeof(Suspendable).GetMethod(nameof(Suspendable.Stop))!);
        WriteStop(out var place);
        _il.MarkLabel(place);
    }

    private void WriteCall(MethodInfo called)
    {
        var child = Suspendable.Of(called);
        LargestChild = Math.Max(LargestChild, child.FrameSize);
        var done = _il.DefineLabel();
        _frame.WriteChildArguments(called, child);
        var place = Place(out var number);
        _il.MarkLabel(place);
        _frame.WriteChild();
        _il.Emit(OpCodes.Call, child.Method);
        _il.Emit(OpCodes.Brfalse, done);
        _frame.WriteStoreState(number);
        _il.Emit(OpCodes.Br, _stop);
        _il.MarkLabel(done);
        _frame.WriteChildResult(called, child);
    }

    private void WriteStop(out Label place)
    {
        place = Place(out var number);
        _frame.WriteStoreState(number);
        _il.Emit(OpCodes.Br, _stop);
    }

    private int _placed;

    private Label Place(out int number)
    {
        number = ++_placed;
        return _places[number - 1];
    }

    private void WritePlain(Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case null:
                _il.Emit(instruction.Code);
                break;
            case int value when instruction.Code.OperandType == OperandType.ShortInlineI:
                _il.Emit(instruction.Code, (sbyte)value);
                break;
            case int value:
                _il.Emit(instruction.Code, value);
                break;
            case long value:
                _il.Emit(instruction.Code, value);
                break;
            case float value:
                _il.Emit(instruction.Code, value);
                break;
            case double value:
                _il.Emit(instruction.Code, value);
                break;
            case string value:
                _il.Emit(instruction.Code, value);
                break;
            case MethodInfo value:
                _il.Emit(instruction.Code, value);
                break;
            case ConstructorInfo value:
                _il.Emit(instruction.Code, value);
                break;
            case FieldInfo value:
                _il.Emit(instruction.Code, value);
                break;
            case Type value:
                _il.Emit(instruction.Code, value);
                break;
            default:
                throw new UnsupportedKernelException($"{instruction.Code} in '{_method.Name}'");
        }
    }
}
