using System.Globalization;
using System.Numerics;
using NetGen.Runtime;

namespace NetGen;

public abstract partial class Optimizer
{
    /// <summary>Arrays of one number per parameter value that the steps change, by PyTorch's names: views of the live memory; none before the first step.</summary>
    internal IReadOnlyList<(string Name, ParameterBlock Block)> StateBlocks => _binding?.Blocks ?? [];

    /// <summary>Everything else that the steps change. Can be set once the optimizer belongs to a network.</summary>
    internal OptimizerCounters Counters
    {
        get
        {
            (double first, double second) = _rules?.Powers ?? (1, 1);
            return new OptimizerCounters(Steps, AccumulatedSteps, first, second, LearningRate);
        }

        set
        {
            if (_rules is null)
            {
                throw new InvalidOperationException($"This {GetType().Name} belongs to no network yet.");
            }

            LearningRate = value.LearningRate;
            _rules.Powers = (value.Power1, value.Power2);
            (Steps, AccumulatedSteps, GradientNorm) = (value.Steps, value.AccumulatedSteps, null);
        }
    }

    /// <summary>Type and all settings but the learning rate as text: equal texts, equal rules.</summary>
    /// <returns>For example <c>Lion: Beta1 0.9, Beta2 0.99; WeightDecay 0, …</c>.</returns>
    public string Describe()
    {
        string shared = string.Create(
            CultureInfo.InvariantCulture,
            $"WeightDecay {WeightDecay}, DecoupledWeightDecay {DecoupledWeightDecay}, L1 {L1}, ClipNorm {Setting.Text(ClipNorm)}, ClipValue {Setting.Text(ClipValue)}, AccumulationSteps {AccumulationSteps}");
        return string.Join("; ", [$"{GetType().Name}: {Rule}", shared, .. Groups.Select(group => group.Describe())]);
    }

    /// <summary>Makes the optimizer belong to a network, as its first step would.</summary>
    /// <exception cref="InvalidOperationException">As <see cref="BeginStep"/>.</exception>
    internal void Attach(ParameterSet parameters)
    {
        if (parameters is ParameterSet<double> doubles)
        {
            Attach(doubles.Storage);
        }
        else
        {
            Attach(((ParameterSet<float>)parameters).Storage);
        }
    }

    private void Attach<T>(ParameterStorage<T> storage)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (_binding is null)
        {
            Bind(storage);
        }
        else if (!ReferenceEquals(storage, _binding.Storage))
        {
            string other = storage.Network == _binding.Network ? $"another {storage.Network}" : storage.Network;
            throw new InvalidOperationException(
                $"This {GetType().Name} belongs to {_binding.Network}, whose state it keeps, and was given to {other}. Make one optimizer per network.");
        }
    }

    private void Bind<T>(ParameterStorage<T> storage)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Validate();
        RequireOneDecay();
        _groups = Groups.Count > 0 ? new GroupTable(storage.Network, storage.Layouts, Groups) : null;
        OptimizerBinding binding = new OptimizerBinding<T>(this, storage, States);
        (_state0, _state1, _state2) = (binding.StateAddress(0), binding.StateAddress(1), binding.StateAddress(2));
        _rules = MakeRules(Groups.Count + 1);
        _preparations = new PreparationRule[Groups.Count + 1];
        _isElaborate = WantsWholeGradient || Groups.Count > 0 || ClipValue is not null || L1 != 0 || DecoupledWeightDecay != 0;
        _binding = binding;
    }
}
