using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Model;

namespace NetGen.Generator.Reading.Forward;

/// <content>Calls of <c>Ops</c>: tensors become inputs, everything else arguments that are named as the parameters.</content>
internal sealed partial class ForwardInterpreter
{
    private TensorValue CallOps(IInvocationOperation call)
    {
        if (!KnownTypes.IsTensor(call.TargetMethod.ReturnType))
        {
            throw Unreadable(call.Syntax, $"'{call.TargetMethod.Name}' of Ops", "methods of Ops that return a Tensor");
        }

        // Evaluated in the order of the text, used in that of the parameters.
        var values = new Dictionary<int, (IArgumentOperation Argument, Value Value)>();
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue)
            {
                values.Add(argument.Parameter!.Ordinal, (argument, Evaluate(argument.Value)));
            }
        }

        var inputs = new List<int>();
        var arguments = new List<Argument>();
        foreach (var parameter in call.TargetMethod.Parameters)
        {
            if (!values.TryGetValue(parameter.Ordinal, out var given))
            {
                continue;
            }

            var (written, value) = given;
            if (IsTensors(parameter.Type))
            {
                inputs.AddRange(Elements(value, written.Syntax).Select(element => Number(element, written.Syntax)));
            }
            else if (KnownTypes.IsTensor(parameter.Type))
            {
                // null is how an optional tensor is left out.
                if (value is not ConstantValue { Content: null })
                {
                    inputs.Add(Number(value, written.Value.Syntax));
                }
            }
            else
            {
                arguments.Add(Plain(AttributeReader.Capitalised(parameter.Name), value, written));
            }
        }

        return Emit(call.Syntax, call.TargetMethod.Name, inputs, [.. arguments]);
    }

    private Argument Plain(string name, Value value, IArgumentOperation argument)
    {
        var place = argument.Value.Syntax;
        switch (value)
        {
            case FunctionValue function:
                return new Argument("Function", session.Functions.Add(function.Method, place));
            case ListValue list:
                return Numbers(name, list.Items.ConvertAll(item => Real(item, place)));
            case ConstantValue { Content: bool truth }:
                return new Argument(name, truth ? 1 : 0);
            case ConstantValue { Content: string text }:
                return new Argument(name, text);
            case ConstantValue or HoleValue:
                return Numbers(name, [Real(value, place)]);
            default:
                throw argument.Value is IDelegateCreationOperation
                    ? Unreadable(place, "a lambda", "the name of an [Elementwise] method")
                    : Unreadable(place, $"'{Shortened(place)}' as the argument '{argument.Parameter!.Name}'", "a constant");
        }
    }

    private static bool IsTensors(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => KnownTypes.IsTensor(array.ElementType),
        INamedTypeSymbol { TypeArguments.Length: 1 } named => KnownTypes.IsTensor(named.TypeArguments[0]),
        _ => false,
    };
}
