namespace NetGen;

/// <summary>The powers β₁ᵗ and β₂ᵗ behind Adam's bias corrections, carried along by one multiplication per step: no library function, the same bits everywhere.</summary>
internal struct MomentCorrection
{
    private double _power1;
    private double _power2;
    private bool _started;

    /// <summary>1 - β₁ᵗ.</summary>
    public readonly double Mean => 1 - _power1;

    /// <summary>1 - β₂ᵗ.</summary>
    public readonly double Square => 1 - _power2;

    /// <summary>Goes on to the next step.</summary>
    public void Advance(double beta1, double beta2)
    {
        _power1 = _started ? _power1 * beta1 : beta1;
        _power2 = _started ? _power2 * beta2 : beta2;
        _started = true;
    }
}
