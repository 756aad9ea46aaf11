namespace NetGen;

public abstract partial class Optimizer
{
    /// <summary>Whether no parameter can be updated before the gradient of all is known.</summary>
    internal bool WantsWholeGradient => ClipNorm is not null || AccumulationSteps > 1;

    /// <summary>Whether parameters differ in their settings, so that a chunk must not reach over the end of one.</summary>
    internal bool HasGroups => Groups.Count > 0;

    /// <summary>
    /// Updates with what is accumulated although fewer than <see cref="AccumulationSteps"/> gradients have come: the sum of those divided by
    /// <see cref="AccumulationSteps"/> as it stands, as a PyTorch loop that steps at the end does. Not to be called while the network computes.
    /// </summary>
    /// <returns>Whether anything was accumulated; otherwise nothing has changed.</returns>
    public bool Flush()
    {
        if (AccumulatedSteps == 0)
        {
            return false;
        }

        if (Device is { } device)
        {
            device.Flush();
            return true;
        }

        UpdateAll(gradient: null);
        _binding!.RefreshTransposed();
        return true;
    }

    /// <summary>Takes the gradient of all parameters after <see cref="BeginStep"/>, where <see cref="WantsWholeGradient"/>.</summary>
    /// <param name="gradient">The address of the gradient in the kernels' layout; overwritten.</param>
    /// <returns>Whether parameters have changed: transposed copies are to be made anew.</returns>
    internal bool TakeGradient(nint gradient)
    {
        if (AccumulationSteps == 1)
        {
            UpdateAll(gradient);
            return true;
        }

        _binding!.Accumulate(gradient, AccumulatedSteps == 0);
        AccumulatedSteps++;
        if (AccumulatedSteps < AccumulationSteps)
        {
            return false;
        }

        UpdateAll(gradient: null);
        return true;
    }

    private void UpdateAll(nint? gradient)
    {
        double? scale = null;
        if (ClipNorm is { } limit)
        {
            double norm = _binding!.Norm(gradient, ClipValue ?? double.PositiveInfinity);
            GradientNorm = norm;
            scale = Math.Min(1, limit / (norm + 1e-6));
        }

        BeginUpdate(scale);
        _binding!.Update(gradient);
        AccumulatedSteps = 0;
    }
}
