namespace NetGen;

/// <summary>How much a finding of a diagnosis matters.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing; often as it should be.</summary>
    Info,

    /// <summary>The training will probably be worse for it.</summary>
    Warning,

    /// <summary>The training cannot work.</summary>
    Error,
}
