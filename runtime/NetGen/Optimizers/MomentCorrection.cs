namespace NetGen;

/// <summary>The powers β₁ᵗ and β₂ᵗ behind Adam's bias corrections, carried along by one multiplication per step: no library function, the same bits everywhere.</summary>
/// <param name="power1">β₁ᵗ, 1 before the first step.</param>
/// <param name="power2">β₂ᵗ, 1 before the first step.</param>
internal struct MomentCorrection(double power1, double power2)
{
    /// <summary>β₁ᵗ.</summary>
    public double Power1 { get; private set; } = power1;

    /// <summary>β₂ᵗ.</summary>
    public double Power2 { get; private set; } = power2;

    /// <summary>1 - β₁ᵗ.</summary>
    public readonly double Mean => 1 - Power1;

    /// <summary>1 - β₂ᵗ.</summary>
    public readonly double Square => 1 - Power2;

    /// <summary>Goes on to the next step.</summary>
    public void Advance(double beta1, double beta2)
    {
        Power1 *= beta1;
        Power2 *= beta2;
    }
}
