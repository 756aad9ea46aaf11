namespace NetGen.Analyzers;

/// <summary>Where the page of every diagnostic is found.</summary>
internal static class DiagnosticPage
{
    public const string Root = "https://github.com/netgen/netgen/blob/main/docs/diagnostics/";

    public const string Extension = ".md";
}

/// <summary>The categories, one per family of ids.</summary>
internal static class DiagnosticCategory
{
    public const string Declaration = "NetGen.Declaration";
    public const string Shape = "NetGen.Shape";
    public const string Loss = "NetGen.ActivationAndLoss";
    public const string Training = "NetGen.Training";
    public const string Settings = "NetGen.Settings";
    public const string Sequence = "NetGen.Sequence";
    public const string Deployment = "NetGen.Deployment";
    public const string Insight = "NetGen.Insight";
}
