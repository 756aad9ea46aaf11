namespace NetGen.Service.Tests;

/// <summary>A test that needs a browser; skipped, and reported as such, where the machine has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Browser.Path is null ? "There is no Chromium on this machine." : null;
}
