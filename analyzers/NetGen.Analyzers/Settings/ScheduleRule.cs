using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Analyzers;

/// <summary>
/// NG4002: a schedule and a number of epochs that do not fit: the rate is next to nothing long before the training ends, or the training ends before the schedule does anything. Schedules that stretch over the training
/// (cosine, linear, one-cycle) always fit.
/// </summary>
internal static class ScheduleRule
{
    /// <summary>Below this part of its start the learning rate changes nothing that a weight in single precision could hold.</summary>
    private const double Nothing = 1e-7;

    public static Diagnostic? Find(IInvocationOperation fit, CallScene scene)
    {
        if (!TrainingCall.IsFit(fit)
            || WrittenSettings.OfFit(fit, scene.Cancellation) is not { } options
            || options.Number("Epochs", scene.Cancellation) is not { } epochs
            || options.Find("Schedule") is not { } value
            || Made(value, scene.Cancellation) is not { TargetMethod: { ContainingType: { Name: "Schedule", ContainingNamespace.Name: "NetGen" } } method } schedule)
        {
            return null;
        }

        var message = method.Name switch
        {
            "Exponential" => Fades(Argument("factor"), 1),
            "Step" => Fades(Argument("factor") ?? 0.1, Argument("everyEpochs")) ?? Late(Argument("everyEpochs"), "falls for the first time after"),
            "MultiStep" => Late(LastMilestone(), "falls for the last time after"),
            "OnPlateau" => Impatient(options, Argument("patience") ?? 10, scene),
            _ => null,
        };
        return message is null ? null : Diagnostic.Create(SettingsDiagnostics.ScheduleEnds, schedule.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(NetworkAnalyzer.Instead, method.Name == "OnPlateau" ? null : "Schedule.Cosine()"), message);

        double? Argument(string name) => LocalValues.Number(
            schedule.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name && argument.ArgumentKind == ArgumentKind.Explicit)?.Value, scene.Cancellation);

        // The first epoch in which next to nothing is left: factor^(n / every) < 1e-7.
        string? Fades(double? factor, double? every) =>
            factor is > 0 and < 1 && every is >= 1 && Math.Ceiling(Math.Log(Nothing) / Math.Log(factor.Value)) * every.Value is var end && end < epochs
                ? FormattableString.Invariant($"from epoch {end + 1} of {epochs} on less than a ten-millionth of the learning rate is left, and nothing is learned any more: choose a larger factor, or Schedule.Cosine(), which ends with the training")
                : null;

        string? Late(double? epoch, string what) => epoch >= epochs
            ? FormattableString.Invariant($"the learning rate {what} epoch {epoch}, and the training ends after epoch {epochs}: count in epochs of this training, or use Schedule.Cosine(), which ends with it")
            : null;

        double? LastMilestone()
        {
            var list = schedule.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "epochs")?.Value;
            IEnumerable<IOperation> elements = (list is null ? null : LocalValues.Origin(list, scene.Cancellation)) switch
            {
                ICollectionExpressionOperation collection => collection.Elements,
                IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
                _ => [],
            };
            return elements.Select(element => LocalValues.Number(element, scene.Cancellation)).Max();
        }
    }

    /// <summary>The call that makes the schedule, before a warm-up was put in front of it.</summary>
    private static IInvocationOperation? Made(IOperation value, CancellationToken cancellation) => LocalValues.Origin(value, cancellation) switch
    {
        IInvocationOperation { TargetMethod.Name: "WithWarmup", Instance: { } before } => Made(before, cancellation),
        IInvocationOperation made => made,
        _ => null,
    };

    private static string? Impatient(WrittenSettings options, double patience, CallScene scene) =>
        WrittenSettings.Of(options.Find("EarlyStopping"), scene.Cancellation)?.Number("Patience", scene.Cancellation) is { } stop && stop <= patience
            ? FormattableString.Invariant($"training stops after {stop} epochs without progress, before the learning rate would fall, which takes {patience + 1}: give EarlyStopping more patience than the schedule")
            : null;
}
