using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>Whether a set fits a network; asked once, before anything is computed.</summary>
internal static class DatasetFit
{
    /// <param name="network">The network.</param>
    /// <param name="data">The set.</param>
    /// <param name="role">What the set is for, as in "the training set".</param>
    /// <param name="parameter">The argument that it came in.</param>
    /// <exception cref="ArgumentException">The set does not fit; the message tells what was expected and found.</exception>
    public static void Require<TInput, TTarget>(NetworkInfo network, Dataset<TInput, TTarget> data, string role, string parameter)
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

        if (typeof(TTarget) == typeof(int))
        {
            RequireLabels(network, data, role, parameter);
        }
        else
        {
            TargetRange.Require(network, data, role, parameter);
        }
    }

    /// <summary>The validation set in the types of the network, or null if there is none.</summary>
    /// <exception cref="ArgumentException">It has other types, or does not fit.</exception>
    public static Dataset<TInput, TTarget>? RequireValidation<TInput, TTarget>(NetworkInfo network, Dataset? validation, string parameter)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        if (validation is null)
        {
            return null;
        }

        if (validation is not Dataset<TInput, TTarget> data)
        {
            Type[] types = validation.GetType().GetGenericArguments();
            throw new ArgumentException(
                $"FitOptions.Validation is a Dataset<{types[0].Name}, {types[1].Name}>, but {network.Name} takes a Dataset<{typeof(TInput).Name}, {typeof(TTarget).Name}>.", parameter);
        }

        Require(network, data, "validation", parameter);
        return data;
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
                if (label >= classes)
                {
                    throw new ArgumentException(
                        $"Sample {i} of the {role} set has the label {label}; {network.Name} has {classes} classes, labels 0 to {classes - 1}.", parameter);
                }
            }
        }
    }
}
