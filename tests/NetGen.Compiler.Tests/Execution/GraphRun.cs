using System.Numerics;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Tests.Reference;
using NetGen.Runtime;

namespace NetGen.Compiler.Tests.Execution;

/// <summary>One batch through a compiled network and through the interpreter.</summary>
internal sealed class GraphRun<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly GraphNetwork _network;
    private readonly NetworkCore<T> _core;
    private readonly int _batch;
    private readonly string _what;
    private readonly Random _random;
    private readonly T[] _inputs;
    private readonly T[] _targets;
    private readonly T[] _outputGradients;

    public GraphRun(GraphNetwork network, NetworkCore<T> core, int batch, string what)
    {
        (_network, _core, _batch, _what, _random) = (network, core, batch, what, new Random(batch));
        _inputs = Draw((int)network.Programs.Spec.Inputs[0].Shape.Count);
        _targets = Draw((int)network.Programs.Outputs[0].Count);
        _outputGradients = Draw((int)network.Programs.Outputs[0].Count);
    }

    /// <summary>One step of plain gradient descent against the loss after the same step taken by hand.</summary>
    public void CheckStep(double tolerance)
    {
        const double Rate = 0.1;
        var gradients = new T[_core.Storage.Parameters.Length];
        _core.Gradient<T>(_inputs, _targets, [], gradients, []);
        var before = Enumerable.Range(0, _core.Storage.Parameters.Count).Select(Values).ToList();
        _core.Step<T>(_inputs, _targets, [], new Sgd(Rate));
        var stepped = _core.Predict(_inputs);
        for (var i = 0; i < before.Count; i++)
        {
            var parameter = _core.Storage.Parameters[i];
            for (var j = 0; j < before[i].Length; j++)
            {
                before[i][j] -= T.CreateTruncating(Rate) * gradients[parameter.Offset + j];
            }

            parameter.CopyFrom(before[i]);
        }

        var expected = _core.Predict(_inputs);
        for (var i = 0; i < stepped.Length; i++)
        {
            Assert.True(T.Abs(expected[i] - stepped[i]) <= T.CreateTruncating(tolerance) * (T.One + T.Abs(expected[i])), $"{_what}, value {i}: by hand {expected[i]}, by Step {stepped[i]}");
        }
    }

    public void Check(double tolerance)
    {
        var interpreter = new Interpreter(_batch, Given);
        Compare(interpreter, "predict", OutputRole.Prediction, 0, _core.Predict(_inputs), tolerance);

        var loss = _core.Loss<T>(_inputs, _targets, []);
        Compare(new Interpreter(_batch, Given), "loss", OutputRole.Loss, 0, [loss], tolerance);

        var (gradients, inputGradients) = (new T[_core.Storage.Parameters.Length], new T[_inputs.Length]);
        var train = new Interpreter(_batch, Given);
        Compare(train, "train", OutputRole.Loss, 0, [_core.Gradient<T>(_inputs, _targets, [], gradients, inputGradients)], tolerance);
        CompareGradients(train, "train", gradients, inputGradients, tolerance);

        _core.Backward(_inputs, _outputGradients, gradients, inputGradients);
        CompareGradients(new Interpreter(_batch, Given), "backward", gradients, inputGradients, tolerance);
    }

    private void CompareGradients(Interpreter interpreter, string program, T[] gradients, T[] inputGradients, double tolerance)
    {
        for (var i = 0; i < _core.Storage.Parameters.Count; i++)
        {
            var parameter = _core.Storage.Parameters[i];
            Compare(interpreter, program, OutputRole.ParameterGradient, i, gradients.AsSpan(parameter.Offset, parameter.Length).ToArray(), tolerance);
        }

        Compare(interpreter, program, OutputRole.InputGradient, 0, inputGradients, tolerance);
    }

    private void Compare(Interpreter interpreter, string program, OutputRole role, int index, T[] found, double tolerance)
    {
        var output = _network.Programs.Programs.Single(candidate => candidate.Name == program).Outputs.Single(candidate => candidate.Role == role && candidate.Index == index);
        var expected = interpreter[output.Value].Values;
        Assert.Equal(expected.Length, found.Length);
        var scale = Math.Max(1e-3, expected.Max(Math.Abs));
        for (var i = 0; i < found.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - double.CreateTruncating(found[i])) <= tolerance * scale,
                $"{_what}, {program}, {role} {index}, value {i} of {found.Length}: expected {expected[i]:G9}, computed {found[i]:G9}");
        }
    }

    private Matrix Given(Node node)
    {
        var rows = Interpreter.RowsOf(node.Type, _batch);
        double[] Numbers(T[] values) => [.. values.Select(double.CreateTruncating)];
        return node.Operation switch
        {
            InputOperation => new Matrix(rows, node.Type.Last, Numbers(_inputs)),
            TargetOperation => new Matrix(rows, node.Type.Last, Numbers(_targets)),
            OutputGradientOperation => new Matrix(rows, node.Type.Last, Numbers(_outputGradients)),
            RowWeightOperation => Matrix.Fill(rows, 1, () => 1.0 / rows),
            ParameterOperation parameter => new Matrix(rows, node.Type.Last, Numbers(Values(parameter.Index))),
            _ => throw new InvalidOperationException($"Nothing gives {node.Operation.Name}."),
        };
    }

    private T[] Values(int parameter)
    {
        var values = new T[_core.Storage.Parameters[parameter].Length];
        _core.Storage.Parameters[parameter].CopyTo(values);
        return values;
    }

    private T[] Draw(int size)
    {
        var values = new T[size * _batch];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = T.CreateTruncating((2 * _random.NextDouble()) - 1);
        }

        return values;
    }
}
