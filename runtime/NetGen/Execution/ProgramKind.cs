using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>The programs that are compiled for a network.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ProgramKind
{
    /// <summary>From inputs to what the user gets.</summary>
    Predict,

    /// <summary>The mean loss, in evaluation mode.</summary>
    Loss,

    /// <summary>The mean loss in training mode, its gradients, and the update.</summary>
    Train,

    /// <summary>Gradients from elsewhere, through Predict, to parameters and inputs.</summary>
    Backward,

    /// <summary>From one position of a sequence, and what is remembered of those before, to what Predict says there.</summary>
    Advance,
}
