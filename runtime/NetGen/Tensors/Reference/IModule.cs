using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>A class with layers that can be a part of a network. Generated code implements it: <c>Forward</c> may be private.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IModule
{
    /// <summary>Runs <c>Forward</c>, or the stack at the class.</summary>
    /// <param name="inputs">Its arguments.</param>
    /// <returns>What it returns, the elements of a tuple one by one.</returns>
    public Tensor[] Run(Tensor[] inputs);
}
