using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Steps;

namespace NetGen.Compiler.Elaboration;

/// <content>Fields that are parameters themselves.</content>
internal sealed partial class Elaborator
{
    private Value Parameter(Scope scope, Step step)
    {
        var index = step.Int("Field", 0);
        var field = scope.Module.Fields[index];
        var parameter = Declared(scope, field);
        var node = _parameters.Get(_graph, parameter, scope.At(index));
        _log.Parameter(node, parameter.Name, field.Name);
        return new Value([node], $"'{field.Name}'");
    }

    /// <summary>
    /// A parameter belongs to its network whether or not <c>Forward</c> reads it, as in PyTorch: the file has it, and the field holds its values. Those that were read are known
    /// already. A field of a module's type is made with its network, called or not, and its parameters with it.
    /// </summary>
    private void DeclareParameters(Scope scope)
    {
        for (var i = 0; i < scope.Module.Fields.Count; i++)
        {
            var field = scope.Module.Fields[i];
            if (field.Kind == FieldKind.Parameter && !_parameters.Contains(scope.Prefix + field.Name))
            {
                _parameters.Declare(Declared(scope, field), scope.At(i));
            }
            else if (field.Kind == FieldKind.Module && scope.Holes.Fill(field.Layers[0]) is var use && use.Find("Module")?.Text is { } key && _modules.TryGetValue(key, out var module))
            {
                if (scope.Depth >= MaxDepth)
                {
                    throw new ProblemFound(new Problem("NG0007", 0, null, Nested(key)) { Module = scope.Key, Field = field.Name });
                }

                DeclareParameters(scope.Enter(module, use, scope.Prefix + field.Name, scope.At(i)));
            }
        }
    }

    private NamedParameter Declared(Scope scope, FieldSpec field)
    {
        var layer = scope.Holes.Fill(field.Layers[0]);
        var (spec, complaint) = RawParameter.Of(layer);
        if (complaint is not null)
        {
            throw new ProblemFound(new Problem(complaint.Id, 0, complaint.Argument, complaint.Message + InUse(scope)) { Module = scope.Key, Field = field.Name, Use = UseOf(scope) });
        }

        var name = scope.Prefix + field.Name;
        AddLayer(new LayerShape(0, name, "Parameter", RawParameter.Describe(layer), spec!.Shape, spec.Shape, new EquatableArray<ParameterSpec>([spec]), 0), _graph.Nodes.Count);
        return new NamedParameter(name, spec!, scope.Frozen || layer.Frozen);
    }
}
