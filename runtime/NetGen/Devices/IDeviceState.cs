namespace NetGen.Runtime;

/// <summary>A device that keeps the state of an optimizer.</summary>
internal interface IDeviceState
{
    /// <summary>Brings the state back into the optimizer and forgets the optimizer: somebody else goes on with it.</summary>
    public void Leave();

    /// <summary>Updates with what is accumulated.</summary>
    public void Flush();
}
