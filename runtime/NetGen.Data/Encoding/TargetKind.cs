namespace NetGen;

/// <summary>What a network learns from the target column.</summary>
public enum TargetKind
{
    /// <summary>Class labels from 0, in the order of the class names, for <c>[SoftmaxCrossEntropy]</c>.</summary>
    Labels,

    /// <summary>Numbers, for the losses of regression.</summary>
    Values,

    /// <summary>1 for one class and 0 for the others, for <c>[BinaryCrossEntropy]</c>.</summary>
    Binary,
}
