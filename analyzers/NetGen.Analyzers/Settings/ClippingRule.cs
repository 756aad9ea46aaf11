using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Model;

namespace NetGen.Analyzers;

/// <summary>
/// NG4004: a network with a recurrence that is trained by an optimizer which clips no gradients, as far as the call says. Pascanu, Mikolov, Bengio 2013. A warning for a plain RNN;
/// a hint where gates, or a cell of the user's, keep most gradients in bounds.
/// </summary>
internal static class ClippingRule
{
    public static Diagnostic? Find(IInvocationOperation fit, CallScene scene)
    {
        if (!TrainingCall.IsFit(fit)
            || WrittenSettings.OfFit(fit, scene.Cancellation) is not { Creation: { } creation } options
            || Optimizer(options, scene.Cancellation) is not { IsClipped: false } optimizer
            || TrainingCall.Network(fit, scene) is not { } network
            || Recurrence(network.Spec) is not { } kind)
        {
            return null;
        }

        return Diagnostic.Create(kind == "RNN" ? SettingsDiagnostics.NoClipping : SettingsDiagnostics.NoClippingOfGates, (optimizer.Creation ?? creation).Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(SettingsDiagnostics.Setting, optimizer.Creation is null ? "Optimizer = new Adam(1e-3) { ClipNorm = 1 }" : "ClipNorm = 1"),
            network.Type.Name, kind, optimizer.Creation?.Type?.Name ?? "the default optimizer, Adam,");
    }

    /// <summary>The optimizer, if it is known; without one it is the default, which does not clip.</summary>
    private static (bool IsClipped, IObjectCreationOperation? Creation)? Optimizer(WrittenSettings options, CancellationToken cancellation) =>
        options.Find("Optimizer") is not { } value ? (false, null)
        : WrittenSettings.Of(value, cancellation) is { Creation: { } creation } written ? (written.Find("ClipNorm") is not null || written.Find("ClipValue") is not null, creation)
        : null;

    /// <summary>The kind of its recurrences; RNN, which needs clipping most, before others.</summary>
    private static string? Recurrence(NetworkSpec spec) => spec.AllLayers
        .Select(layer => layer.Kind).Where(kind => kind is "RNN" or "LSTM" or "GRU" or "Recurrent").OrderBy(kind => kind == "RNN" ? 0 : 1).FirstOrDefault();
}
