using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>The rules of optimizers as devices know them: there is a kernel for each.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum DeviceRule
{
    /// <summary>Plain gradient descent.</summary>
    Sgd,

    /// <summary>With momentum.</summary>
    Momentum,

    /// <summary>With Nesterov's momentum.</summary>
    Nesterov,

    /// <summary>Adam and AdamW.</summary>
    Adam,

    /// <summary>Adam whose mean square never shrinks.</summary>
    AmsGrad,

    /// <summary>RMSProp.</summary>
    RmsProp,

    /// <summary>RMSProp with momentum.</summary>
    RmsPropMomentum,

    /// <summary>RMSProp by the variance.</summary>
    RmsPropCentered,

    /// <summary>RMSProp by the variance, with momentum.</summary>
    RmsPropCenteredMomentum,

    /// <summary>Adagrad.</summary>
    Adagrad,

    /// <summary>Lion.</summary>
    Lion,
}
