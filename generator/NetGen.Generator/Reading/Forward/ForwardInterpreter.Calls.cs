using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Model;

namespace NetGen.Generator.Reading.Forward;

/// <content>Calls of layers, blocks and own methods.</content>
internal sealed partial class ForwardInterpreter
{
    private Value Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return CallLayer(call);
        }

        if (KnownTypes.IsOps(method.ContainingType))
        {
            return CallOps(call);
        }

        if (method.MethodKind == MethodKind.LocalFunction)
        {
            return CallOwn(call);
        }

        if (call.Instance is not null)
        {
            if (!MayBeRead(call.Instance, method.ContainingType))
            {
                throw Unreadable(call.Syntax, $"the call of '{method.ContainingType.Name}.{method.Name}'", SupportedExpressions);
            }

            var instance = Evaluate(call.Instance);
            return instance switch
            {
                ModuleValue module => CallModule(call, module),
                ThisValue => CallOwn(call),
                ListValue list => CallList(call, list),
                TensorValue => throw Unreadable(call.Syntax, $"'{method.Name}' of a tensor",
                    "methods of Ops; the values of a tensor are not known while the network is compiled"),
                _ => throw Unreadable(call.Syntax, $"the call of '{method.Name}'", SupportedExpressions),
            };
        }

        if (KnownTypes.IsMath(method.ContainingType))
        {
            return CallMath(call);
        }

        if (method.Name is "ToArray" or "ToList" && call.Arguments.Length == 1 && Evaluate(call.Arguments[0].Value) is ListValue items)
        {
            return new ListValue([.. items.Items]);
        }

        return session.Syntax(method) is not null
            ? CallOwn(call)
            : throw Unreadable(call.Syntax, $"the call of '{method.ContainingType.Name}.{method.Name}'", SupportedExpressions);
    }

    /// <summary>Whether an object has methods that can be read; otherwise the call is to blame, and not how the object was reached.</summary>
    private bool MayBeRead(IOperation instance, INamedTypeSymbol type) => instance is IInstanceReferenceOperation
        || KnownTypes.IsTensor(type) || KnownTypes.IsList(type.OriginalDefinition) || session.Syntax(type) is not null || type.TypeKind == TypeKind.Error
        || instance is IFieldReferenceOperation;

    private Value CallLayer(IInvocationOperation call)
    {
        if (call.Instance is null || Evaluate(call.Instance) is not StackValue stack)
        {
            throw Unreadable(call.Syntax, $"the call of '{Shortened((call.Instance ?? call).Syntax)}'", "fields of type Layer with a stack of layers, and methods");
        }

        var input = Number(Evaluate(call.Arguments[0].Value), call.Arguments[0].Syntax);
        return stack.Element is { } element
            ? Emit(call.Syntax, "Call", [input], new Argument("Field", stack.Field), new Argument("Element", element))
            : Emit(call.Syntax, "Call", [input], new Argument("Field", stack.Field));
    }

    private Value CallModule(IInvocationOperation call, ModuleValue module)
    {
        if (call.TargetMethod.Name != "Forward")
        {
            throw Unreadable(call.Syntax, $"the call of '{call.TargetMethod.Name}' of another part", "its method Forward");
        }

        var inputs = new int[call.Arguments.Length];
        foreach (var argument in call.Arguments)
        {
            inputs[argument.Parameter!.Ordinal] = Number(Evaluate(argument.Value), argument.Syntax);
        }

        var result = Emit(call.Syntax, "Call", inputs, new Argument("Field", module.Field));
        return call.TargetMethod.ReturnType is INamedTypeSymbol { IsTupleType: true } tuple
            ? new TupleValue(Enumerable.Range(0, tuple.TupleElements.Length)
                .Select(Value (item) => Emit(call.Syntax, "Item", [result.Number], new Argument("Index", item))).ToArray())
            : result;
    }

    /// <summary>Enters a method whose source text is here: of this class, a local function, or a static one elsewhere.</summary>
    private Value CallOwn(IInvocationOperation call)
    {
        var method = call.TargetMethod.OriginalDefinition;
        if (method.IsVirtual || method.IsAbstract || method.IsOverride)
        {
            throw Unreadable(call.Syntax, $"'{method.Name}', which is virtual", "methods that are not virtual, abstract or overrides");
        }

        if (method.IsAsync || method.Parameters.Any(parameter => parameter.RefKind is not (RefKind.None or RefKind.In)))
        {
            throw Unreadable(call.Syntax, $"the call of '{method.Name}'", "methods that take values and return their result, several as a tuple");
        }

        var arguments = new List<(IParameterSymbol Parameter, Value Value)>();
        foreach (var argument in call.Arguments)
        {
            arguments.Add((method.Parameters[argument.Parameter!.Ordinal], Evaluate(argument.Value)));
        }

        foreach (var (parameter, value) in arguments)
        {
            SetVariable(parameter, value);
        }

        return Enter(method, call.Syntax);
    }

    private Value CallList(IInvocationOperation call, ListValue list)
    {
        var arguments = call.Arguments.Select(argument => Evaluate(argument.Value)).ToList();
        switch (call.TargetMethod.Name, arguments.Count)
        {
            case ("Add", 1):
                list.Items.Add(arguments[0]);
                return new VoidValue();
            case ("AddRange", 1) when arguments[0] is ListValue more:
                list.Items.AddRange(more.Items);
                return new VoidValue();
            case ("Insert", 2) when arguments[0] is ConstantValue { Content: int at } && at >= 0 && at <= list.Items.Count:
                list.Items.Insert(at, arguments[1]);
                return new VoidValue();
            case ("Clear", 0):
                list.Items.Clear();
                return new VoidValue();
            case ("Reverse", 0):
                list.Items.Reverse();
                return new VoidValue();
            case ("ToArray", 0):
                return new ListValue([.. list.Items]);
            default:
                throw Unreadable(call.Syntax, $"'{call.TargetMethod.Name}' of a list", "Add, AddRange, Insert, Clear, Reverse, ToArray, Count and elements");
        }
    }

    private Value CallMath(IInvocationOperation call)
    {
        var arguments = call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => Evaluate(argument.Value)).ToList();
        if (arguments.Exists(argument => argument is TensorValue))
        {
            throw Unreadable(call.Syntax, $"'{Shortened(call.Syntax)}'", $"'{call.TargetMethod.Name}' of Ops, or Map(x, F) with an [Elementwise] function");
        }

        return arguments.TrueForAll(argument => argument is ConstantValue)
            && MathCalls.Compute(call.TargetMethod.Name, arguments.ConvertAll(argument => ((ConstantValue)argument).Content)) is { } result
                ? new ConstantValue(result)
                : throw Unreadable(call.Syntax, $"'{Shortened(call.Syntax)}'", "functions of Math and MathF on constants");
    }
}
