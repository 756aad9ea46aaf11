using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>Whether a set fits a network; asked once, before anything is computed.</summary>
internal static class DatasetFit
{
    /// <param name="network">The network.</param>
    /// <param name="data">The set.</param>
    /// <param name="role">What the set is for, as in "the training set".</param>
    /// <param name="parameter">The argument that it came in.</param>
    /// <exception cref="ArgumentException">The set does not fit; the message tells what was expected and found.</exception>
    public static void Require<TInput, TTarget>(NetworkInfo network, Dataset data, string role, string parameter)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        if (data.InputSize != network.InputSize)
        {
            throw new ArgumentException(
                $"An input of the {role} set has {data.InputSize} values ({Shapes.Format(data.InputShape)}), one of {network.Name} has {network.InputSize} ({Shapes.Format(network.InputShape)}).",
                parameter);
        }

        if (data.TargetSize != network.TargetSize)
        {
            throw new ArgumentException(
                $"A target of the {role} set has {data.TargetSize} value(s), one of {network.Name} (output {Shapes.Format(network.OutputShape)}, {network.Loss}) has {network.TargetSize}.",
                parameter);
        }

        // What is streamed is looked at batch by batch, before each step.
        if (data is not Dataset<TInput, TTarget> array)
        {
            return;
        }

        if (network.HasSeveralAnswers)
        {
            SeveralTargets.Require(network, array, role, parameter);
        }
        else if (typeof(TTarget) == typeof(int))
        {
            RequireLabels(network, array, role, parameter);
        }
        else
        {
            TargetRange.Require(network, array, role, parameter);
        }
    }

    /// <summary>Whether the validation set, if there is one, has the types of the network and fits.</summary>
    /// <exception cref="ArgumentException">It has other types, or does not fit.</exception>
    public static void RequireValidation<TInput, TTarget>(NetworkInfo network, Dataset? validation, string parameter)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        if (validation is null)
        {
            return;
        }

        if (validation is not (Dataset<TInput, TTarget> or StreamedDataset<TInput, TTarget>))
        {
            string found = validation.GetType().GetGenericArguments() is [var input, var target] ? $"Dataset<{input.Name}, {target.Name}>" : validation.GetType().Name;
            throw new ArgumentException(
                $"FitOptions.Validation is a {found}, but {network.Name} takes a Dataset<{typeof(TInput).Name}, {typeof(TTarget).Name}>.", parameter);
        }

        Require<TInput, TTarget>(network, validation, "validation", parameter);
    }

    /// <summary>Whether every batch of an epoch, the last one too, is large enough to train on.</summary>
    /// <exception cref="ArgumentException">One has fewer samples than <see cref="NetworkInfo.SmallestTrainingBatch"/>.</exception>
    public static void RequireBatches(NetworkInfo network, IBatchPlan plan, string parameter)
    {
        int last = plan.SamplesPerEpoch - ((plan.BatchesPerEpoch - 1) * plan.BatchSize);
        if (last < network.SmallestTrainingBatch)
        {
            throw new ArgumentException(
                BatchCheck.TooFew(network, $"{(plan.BatchesPerEpoch == 1 || last == plan.BatchSize ? "the batches" : "the last batch of an epoch")} of {plan.SamplesPerEpoch} samples, {plan.BatchSize} at a time, would have {last}. Choose another BatchSize{(last < plan.BatchSize ? ", or DropLast = true" : "")}."), parameter);
        }
    }

    /// <summary>Whether the targets of a training set may be mixed, if it mixes them.</summary>
    /// <exception cref="ArgumentException">The network takes whole labels among other numbers, or targets that are 1 or -1.</exception>
    public static void RequireMixing<TTarget>(NetworkInfo network, Dataset train, string parameter)
        where TTarget : unmanaged
    {
        // Labels that are integers are never mixed.
        if (train.Augmentation?.MixupAlpha is not null && typeof(TTarget) != typeof(int)
            && network.Targets.FirstOrDefault(target => target.Classes > 0 || target.Loss == "Hinge") is { } target)
        {
            throw new ArgumentException($"The training set mixes its targets (Mixup), but '{target.Name}' of {network.Name} takes {target.Range}, between which there is nothing.", parameter);
        }
    }

    private static void RequireLabels<TInput, TTarget>(NetworkInfo network, Dataset<TInput, TTarget> data, string role, string parameter)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        int classes = network.OutputSize / network.TargetSize;
        if (data.ClassCount <= classes)
        {
            return;
        }

        // The count is that of the whole set; this part may do without the labels beyond.
        for (int i = 0; i < data.Count; i++)
        {
            foreach (int label in MemoryMarshal.Cast<TTarget, int>(data.Target(i)))
            {
                if (label >= classes && label != network.IgnoredLabel)
                {
                    throw new ArgumentException(
                        $"Sample {i} of the {role} set has the label {label}; {network.Name} has {classes} classes, labels 0 to {classes - 1}.", parameter);
                }
            }
        }
    }
}
