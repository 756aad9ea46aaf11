using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Review;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Steps;

namespace NetGen.Compiler.Elaboration;

/// <summary>
/// Runs a declaration on symbolic tensors: each layer and each step adds its primitives to the graph, whose nodes carry the shapes. Blocks are instantiated on the
/// way. The first run finds shapes, parameters and problems; later ones build the programs.
/// </summary>
internal sealed partial class Elaborator
{
    private readonly NetworkSpec _spec;
    private GraphBuilder _graph;
    private readonly bool _training;
    private readonly ParameterTable _parameters;
    private readonly BufferTable _buffers = new();
    private readonly PositionMasks _masks = new();
    private readonly Dictionary<string, ModuleSpec> _modules;
    private readonly Dictionary<string, LayerShape> _layers = new(StringComparer.Ordinal);
    private ApplicationLog _log = new();
    private readonly List<AppliedStack> _stacks = [];
    private readonly List<Problem> _problems = [];
    private readonly List<Problem> _remarks = [];
    private readonly IReadOnlyList<TrainingRule> _rules;
    private int _streams;
    private bool _isInCell;
    private int _smallestBatch = 1;

    private Elaborator(NetworkSpec spec, GraphBuilder graph, bool training, IReadOnlyList<NamedParameter>? order, IReadOnlyList<TrainingRule>? rules = null)
    {
        (_spec, _graph, _training, _rules) = (spec, graph, training, rules ?? []);
        _parameters = new ParameterTable(order);
        _modules = spec.Modules.GroupBy(module => module.Type).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    /// <param name="spec">The declaration, its inputs in order.</param>
    /// <param name="graph">Gets the nodes.</param>
    /// <param name="training">Whether random layers are active.</param>
    /// <param name="order">The parameters in file order, from an earlier run; null to number them as they come.</param>
    /// <param name="rules">Who watches; what they find is among the remarks.</param>
    public static Elaborated Run(NetworkSpec spec, GraphBuilder graph, bool training, IReadOnlyList<NamedParameter>? order = null, IReadOnlyList<TrainingRule>? rules = null)
    {
        var elaborator = new Elaborator(spec, graph, training, order, rules);
        graph.Origin = "input";
        var inputs = spec.Inputs.Select((input, index) => graph.Input(input.Shape, index, input.Vocabulary ?? 0)).ToList();
        for (var i = 0; i < inputs.Count; i++)
        {
            elaborator._log.Input(inputs[i], spec.Inputs[i].Name.Length > 0 ? spec.Inputs[i].Name : "input");
        }

        IReadOnlyList<Node> outputs = [];
        try
        {
            outputs = elaborator.RunBody(inputs);
        }
        catch (ProblemFound found)
        {
            elaborator.Note(found);
        }

        outputs = elaborator._problems.Count > 0 ? [] : outputs;
        elaborator.Leave(null, outputs);
        elaborator._rules.SelectMany(rule => rule.Found).ToList().ForEach(problem => AddNew(elaborator._remarks, [problem]));
        return new Elaborated(inputs, outputs, [.. elaborator._layers.Values], elaborator._parameters.InFileOrder(), elaborator._log.Applications, [.. outputs.Select(elaborator._log.Number)], elaborator._problems)
        {
            Remarks = elaborator._remarks,
            Named = elaborator._log.Named,
            Stacks = elaborator._stacks,
            Masks = elaborator._masks,
            Buffers = elaborator._buffers.Declared,
            BufferUpdates = elaborator._buffers.Updates,
            SmallestBatch = elaborator._smallestBatch,
        };
    }

    /// <summary>Runs a loss of the user's on its tensors.</summary>
    public static Node RunMethod(NetworkSpec spec, GraphBuilder graph, LossMethodSpec method, IReadOnlyList<Node> inputs, bool training)
    {
        // Streams of random numbers behind those of the layers.
        var elaborator = new Elaborator(spec, graph, training, null) { _streams = LossStreams };
        var module = new ModuleSpec("", EquatableArray<FieldSpec>.Empty, method.Body);
        var outputs = elaborator.RunModule(Scope.Root(module), inputs, method.Name);
        return elaborator._problems.Count > 0 ? throw new ProblemFound(elaborator._problems) : outputs[0];
    }

    private IReadOnlyList<Node> RunBody(IReadOnlyList<Node> inputs)
    {
        if (_spec.Body is not { } body)
        {
            var stack = Scope.Root(new ModuleSpec("", EquatableArray<FieldSpec>.Empty, new GraphSpec([], [], [], [])));
            return [ApplyStack(stack, null, _spec.Layers, inputs[0], "Input", stack.Path)];
        }

        if (body.Forward.Inputs.Count != inputs.Count)
        {
            throw new ProblemFound(new Problem("NG0012", Problem.Class, null, _spec.Name, Inv($"{inputs.Count}, but its Forward takes {body.Forward.Inputs.Count}")));
        }

        return RunModule(Scope.Root(body), inputs);
    }

    /// <summary>Keeps a problem; that of a block counts once, in whatever places the block stands.</summary>
    private void Note(ProblemFound found) => AddNew(_problems, found.Problems);

    private static void AddNew(List<Problem> to, IEnumerable<Problem> problems) => to.AddRange(problems.Where(problem => !to.Exists(known =>
        (known.Id, known.Module, known.Field, known.Method, known.Step, known.Layer) == (problem.Id, problem.Module, problem.Field, problem.Method, problem.Step, problem.Layer))).ToList());

    /// <summary>Runs a module's <c>Forward</c>. A step that cannot be applied makes unknown what depends on it; all others are still looked at.</summary>
    private Node[] RunModule(Scope scope, IReadOnlyList<Node> inputs, string method = "Forward")
    {
        var forward = scope.Module.Forward;
        var values = inputs.Select(Value? (node, index) => new Value([node], $"'{forward.Inputs[index]}'")).ToList();
        var kept = DerivativeSources.Of(scope, _spec, _modules);
        for (var i = 0; i < values.Count; i++)
        {
            Keep(i);
        }

        for (var i = 0; i < forward.Steps.Count; i++)
        {
            Value? value = null;
            try
            {
                value = forward.Steps[i].Inputs.Any(input => values[input] is null) ? null : RunStep(scope, scope.Holes.Fill(forward.Steps[i]), values);
                ShowStep(scope, method, i, values, value);
            }
            catch (StepRefused refused)
            {
                Note(new ProblemFound(At(scope, method, i, refused.Complaint)));
            }
            catch (ProblemFound found)
            {
                Note(found);
            }

            values.Add(value);
            Keep(values.Count - 1);
        }

        DeclareParameters(scope);
        if (forward.Outputs.Any(output => values[output] is null))
        {
            throw new ProblemFound(_problems);
        }

        Node[] outputs = [.. forward.Outputs.SelectMany(output => values[output]!.Nodes)];
        Leave(scope.Key, outputs);
        return outputs;

        void Keep(int value)
        {
            if (kept.Contains(value) && values[value] is { } known)
            {
                known.Nodes.ToList().ForEach(_graph.Keep);
            }
        }
    }

    private Value RunStep(Scope scope, Step step, List<Value?> values)
    {
        var arguments = step.Inputs.Select(index => values[index]!).ToList();
        switch (step.Operation)
        {
            case "Call":
                return Named(scope, step, Call(scope, step, arguments));
            case "Item":
                return Named(scope, step, new Value([arguments[0].Nodes[step.Int("Index", 0)]], arguments[0].Description));
            case "Parameter":
                return Parameter(scope, step);
            default:
                _graph.Origin = scope.Prefix + (step.Name ?? NameOf(step.Operation));
                var before = _graph.Nodes.Count;
                var node = StepCatalog.Apply(new StepContext(_graph, step, [.. arguments.Select(argument => argument.Nodes[0])],
                    [.. arguments.Select(argument => argument.Text)], _training, _spec.Functions, NextStream));
                DemandSize(step, before);
                _masks.Operation(step.Operation, [.. arguments.Select(argument => argument.Nodes[0])], node);
                _log.Step(scope, step, node, [.. arguments.Select(argument => argument.Nodes[0])]);
                AddOperation(step, scope.Prefix + (step.Name ?? NameOf(step.Operation)), arguments.Count > 0 ? arguments[0].Nodes[0].Type.Shape : node.Type.Shape, node, before);
                return new Value([node], step.Name is null ? Inv($"{step.Operation}(…)") : $"'{step.Name}'");
        }
    }

    /// <summary>Refuses a step that makes more than can be addressed, on the way to its result perhaps.</summary>
    private void DemandSize(Step step, int before)
    {
        for (var i = before; i < _graph.Nodes.Count; i++)
        {
            var type = _graph.Nodes[i].Type;
            var most = type.Batched ? ShapeFold.MaxValues : ShapeFold.MaxParameters;
            if (type.Shape.Count > most)
            {
                throw new StepRefused("NG0005", Inv($"{step.Operation} makes {type.Shape}, {type.Shape.Count} values{(type.Batched ? " per sample" : "")}; at most {most} are supported"));
            }
        }
    }

    /// <summary>A local variable that holds what a field yields is another name of the value.</summary>
    private Value Named(Scope scope, Step step, Value value)
    {
        if (step.Name is null || value.Nodes.Count != 1)
        {
            return value;
        }

        _log.Name(scope.Prefix + step.Name, value.Nodes[0]);
        return value with { Description = $"'{step.Name}'" };
    }

    private Value Call(Scope scope, Step step, List<Value> arguments)
    {
        var index = step.Int("Field", 0);
        var field = scope.Module.Fields[index];
        var path = scope.At(index);
        switch (field.Kind)
        {
            case FieldKind.Module:
                return new Value(CallModule(scope, field.Layers[0], scope.Prefix + field.Name, path, [.. arguments.Select(argument => argument.Nodes[0])]), $"'{field.Name}'");
            case FieldKind.StackArray:
                var element = step.Int("Element", 0);
                var block = scope.Holes.Fill(field.Layers[0]);
                var name = Inv($"{scope.Prefix}{field.Name}.{block.Name ?? block.Kind.ToLowerInvariant() + "1"}.{element}");
                var stack = new StackLog(name, arguments[0].Nodes[0]);
                var result = ApplyBlock(scope, block, name, new(path.Concat([0, element])), arguments[0].Nodes[0], stack);
                Remember(stack);
                return new Value([result], Inv($"'{field.Name}[{element}]'"));
            default:
                return new Value([ApplyStack(scope, field.Name, field.Layers, arguments[0].Nodes[0], arguments[0].Description, path)], field.Name.Length == 0 ? "the stack" : $"'{field.Name}'");
        }
    }

    private Node[] CallModule(Scope scope, LayerSpec use, string name, EquatableArray<int> path, IReadOnlyList<Node> inputs)
    {
        var filled = scope.Holes.Fill(use);
        if (filled.Find("Module")?.Text is not { } key || !_modules.TryGetValue(key, out var module))
        {
            throw new StepRefused("NG0005", $"'{filled.Find("Module")?.Text ?? filled.Kind}' is not a block or a network");
        }

        if (module.Forward.Inputs.Count != inputs.Count)
        {
            throw new StepRefused("NG0005", Inv($"'{Short(key)}' takes {module.Forward.Inputs.Count} inputs, but is given {inputs.Count}"));
        }

        if (scope.Depth >= MaxDepth)
        {
            throw new StepRefused("NG0007", Nested(key));
        }

        return RunModule(scope.Enter(module, filled, name, path), inputs);
    }

    private static string Nested(string key) => Inv($"blocks are nested more than {MaxDepth} deep: '{Short(key)}' contains itself");

    /// <summary>A block may be used in many places, and its fault may be that of one.</summary>
    private string InUse(Scope scope) => scope.IsRoot ? "" : $"; in '{scope.Prefix.TrimEnd('.')}' of {_spec.Name}";

    private BlockUse? UseOf(Scope scope) => scope.IsRoot ? null
        : _spec.Body is { } body ? new BlockUse(body.Fields[scope.Path[0]].Name, scope.Path.Count > 1 ? scope.Path[1] : 0)
        : new BlockUse(null, scope.Path[0]);

    private int NextStream() => _streams++;

    private static string Short(string type) => type.Substring(type.LastIndexOfAny(['.', ':']) + 1);

    private static string NameOf(string operation) => char.ToLowerInvariant(operation[0]) + operation.Substring(1);

    private const int MaxDepth = 32;

    private const int LossStreams = 1 << 20;

    /// <summary>What a step yields, and how messages call it.</summary>
    private sealed record Value(IReadOnlyList<Node> Nodes, string Description)
    {
        public string Text => $"{Description} {Nodes[0].Type.Shape}";
    }
}
