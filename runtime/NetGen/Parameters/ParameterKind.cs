using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>How the kernels keep a parameter.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ParameterKind
{
    /// <summary>A weight <c>[out, in]</c>, kept in panels of output features.</summary>
    Matrix = 0,

    /// <summary>Values in their order, padded with zeros to a whole vector.</summary>
    Vector = 1,

    /// <summary>A tensor of any other number of axes: values in their order, padded with zeros to a whole vector.</summary>
    General = 2,

    /// <summary>A whole number of 64 bits that no kernel reads, without axes: how many batches a layer has seen.</summary>
    Counter = 3,
}
