using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Analyzers;

/// <summary>NG4xxx: settings of optimizers, schedules and trainings, and sets that are used for what they are no good for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SettingsAnalyzer() : CallAnalyzer(
    SettingsDiagnostics.LearningRate,
    SettingsDiagnostics.ScheduleEnds,
    SettingsDiagnostics.Seed,
    SettingsDiagnostics.NoClipping,
    SettingsDiagnostics.NoClippingOfGates,
    SettingsDiagnostics.VanishingEpsilon,
    SettingsDiagnostics.TrainingSet,
    SettingsDiagnostics.MeasuredOnTrainingSet,
    SettingsDiagnostics.Leak)
{
    internal override IEnumerable<Diagnostic> FindInCall(IInvocationOperation call, CallScene scene)
    {
        Diagnostic?[] found = [ScheduleRule.Find(call, scene), SeedRule.Find(call, scene), ClippingRule.Find(call, scene), TrainingSetRule.Find(call, scene), LeakRule.Find(call, scene)];
        return found.OfType<Diagnostic>();
    }

    internal override IEnumerable<Diagnostic> FindInCreation(IObjectCreationOperation creation, CallScene scene)
    {
        Diagnostic?[] found = [LearningRateRule.Find(creation, scene), EpsilonRule.Find(creation, scene), SeedRule.Find(creation, scene)];
        return found.OfType<Diagnostic>();
    }
}
