using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Simulation.Suspension;

/// <summary>
/// Writes what has to do with the frame. Variables are variables until the method stops; only those whose address goes to a method that stops itself are in the frame all the
/// time, so that the address stays good.
/// </summary>
internal sealed class FrameCode
{
    private readonly ILGenerator _il;
    private readonly MethodInfo _method;
    private readonly FrameLayout _layout;
    private readonly Type[] _argumentTypes;
    private readonly LocalBuilder[] _arguments;
    private readonly Type[] _localTypes;
    private readonly LocalBuilder[] _locals;
    private readonly HashSet<int> _writtenArguments;
    private readonly HashSet<int> _inFrame = [];
    private readonly Dictionary<Type, LocalBuilder> _temporaries = [];

    public FrameCode(ILGenerator il, MethodInfo method, FrameLayout layout, IReadOnlyList<Instruction> body)
    {
        (_il, _method, _layout) = (il, method, layout);
        _argumentTypes = Array.ConvertAll(method.GetParameters(), parameter => parameter.ParameterType);
        _localTypes = [.. method.GetMethodBody()!.LocalVariables.Select(local => local.LocalType)];
        _arguments = Array.ConvertAll(_argumentTypes, il.DeclareLocal);
        _locals = Array.ConvertAll(_localTypes, il.DeclareLocal);
        _writtenArguments = [.. body.Where(instruction => instruction.Family is "starg" or "ldarga").Select(instruction => instruction.Variable)];
        if (body.Any(instruction => instruction.Operand is MethodInfo called && Suspendable.WaitsAnywhere(called) && called.GetParameters().Any(parameter => parameter.ParameterType.IsByRef)))
        {
            _inFrame.UnionWith(body.Where(instruction => instruction.Family == "ldloca").Select(instruction => instruction.Variable));
        }
    }

    public void WriteLoadState()
    {
        _il.Emit(OpCodes.Ldarg_0);
        _il.Emit(OpCodes.Ldind_I4);
    }

    public void WriteStoreState(int state)
    {
        _il.Emit(OpCodes.Ldarg_0);
        _il.Emit(OpCodes.Ldc_I4, state);
        _il.Emit(OpCodes.Stind_I4);
    }

    public void WriteLoadArguments()
    {
        for (var i = 0; i < _arguments.Length; i++)
        {
            WriteLoad(_layout.Arguments[i], _argumentTypes[i]);
            _il.Emit(OpCodes.Stloc, _arguments[i]);
        }
    }

    public void WriteLoadLocals()
    {
        for (var i = 0; i < _locals.Length; i++)
        {
            if (!_inFrame.Contains(i))
            {
                WriteLoad(_layout.Locals[i], _localTypes[i]);
                _il.Emit(OpCodes.Stloc, _locals[i]);
            }
        }
    }

    public void WriteStoreLocals()
    {
        for (var i = 0; i < _locals.Length; i++)
        {
            if (!_inFrame.Contains(i))
            {
                WriteStore(_layout.Locals[i], _localTypes[i], _locals[i]);
            }
        }

        foreach (var i in _writtenArguments)
        {
            WriteStore(_layout.Arguments[i], _argumentTypes[i], _arguments[i]);
        }
    }

    public void WriteVariable(Instruction instruction)
    {
        var variable = instruction.Variable;
        var local = instruction.IsOfArgument ? _arguments[variable] : _locals[variable];
        var inFrame = instruction.IsOfLocal && _inFrame.Contains(variable);
        switch (instruction.Family[..3])
        {
            case "ldl" or "lda" when instruction.Family.EndsWith('a'):
                if (inFrame)
                {
                    WriteAddress(_layout.Locals[variable]);
                }
                else
                {
                    _il.Emit(OpCodes.Ldloca, local);
                }

                break;
            case "ldl" or "lda":
                if (inFrame)
                {
                    WriteLoad(_layout.Locals[variable], _localTypes[variable]);
                }
                else
                {
                    _il.Emit(OpCodes.Ldloc, local);
                }

                break;
            default:
                _il.Emit(OpCodes.Stloc, local);
                if (inFrame)
                {
                    WriteStore(_layout.Locals[variable], _localTypes[variable], local);
                }

                break;
        }
    }

    public void WriteResult()
    {
        if (_method.ReturnType != typeof(void))
        {
            var value = Temporary(_method.ReturnType);
            _il.Emit(OpCodes.Stloc, value);
            WriteStore(_layout.Result, _method.ReturnType, value);
        }

        _il.Emit(OpCodes.Ldc_I4_0);
        _il.Emit(OpCodes.Ret);
    }

    public void WriteChild() => WriteAddress(_layout.Child);

    public void WriteChildArguments(MethodInfo called, Suspendable child)
    {
        var parameters = called.GetParameters();
        for (var i = parameters.Length - 1; i >= 0; i--)
        {
            var type = parameters[i].ParameterType;
            var value = Temporary(type);
            _il.Emit(OpCodes.Stloc, value);
            WriteStore(_layout.Child + child.ParameterOffsets[i], type, value);
        }

        WriteChild();
        _il.Emit(OpCodes.Ldc_I4_0);
        _il.Emit(OpCodes.Stind_I4);
    }

    public void WriteChildResult(MethodInfo called, Suspendable child)
    {
        if (called.ReturnType != typeof(void))
        {
            WriteLoad(_layout.Child + child.ResultOffset, called.ReturnType);
        }
    }

    private LocalBuilder Temporary(Type type) => _temporaries.TryGetValue(type, out var local) ? local : _temporaries[type] = _il.DeclareLocal(type);

    private void WriteAddress(int offset)
    {
        _il.Emit(OpCodes.Ldarg_0);
        _il.Emit(OpCodes.Ldc_I4, offset);
        _il.Emit(OpCodes.Add);
    }

    private void WriteLoad(int offset, Type type)
    {
        WriteAddress(offset);
        if (type.IsByRef || type.IsPointer)
        {
            _il.Emit(OpCodes.Ldind_I);
        }
        else
        {
            _il.Emit(OpCodes.Ldobj, type);
        }
    }

    private void WriteStore(int offset, Type type, LocalBuilder value)
    {
        if (type.IsByRef)
        {
            _il.Emit(OpCodes.Ldloc, value);
            _il.Emit(OpCodes.Conv_U);
            _il.Emit(OpCodes.Call, typeof(Suspendable).GetMethod(nameof(Suspendable.Keep))!);
        }

        WriteAddress(offset);
        _il.Emit(OpCodes.Ldloc, value);
        if (type.IsByRef || type.IsPointer)
        {
            _il.Emit(OpCodes.Conv_U);
            _il.Emit(OpCodes.Stind_I);
        }
        else
        {
            _il.Emit(OpCodes.Stobj, type);
        }
    }
}
