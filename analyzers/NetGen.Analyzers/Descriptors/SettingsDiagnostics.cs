using Microsoft.CodeAnalysis;

namespace NetGen.Analyzers;

/// <summary>Diagnostics about the settings of a training and the sets that it uses (NG4xxx).</summary>
public static class SettingsDiagnostics
{
    /// <summary>The property of a diagnostic that says which setting to write into the initializer around it.</summary>
    public const string Setting = nameof(Setting);

    public static readonly DiagnosticDescriptor LearningRate = new(
        "NG4001",
        "Learning rate is out of the range of its optimizer",
        "The learning rate {0} is out of the range in which {1} works: {2}; begin with {3}, its default",
        DiagnosticCategory.Settings,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Each optimizer has a range of rates within which training neither stands still nor diverges.",
        helpLinkUri: DiagnosticPage.Root + "NG4001" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor ScheduleEnds = new(
        "NG4002",
        "Schedule and epochs do not fit each other",
        "{0}",
        DiagnosticCategory.Settings,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A schedule that is through long before the training ends wastes the rest of it, and one that begins after the end does nothing.",
        helpLinkUri: DiagnosticPage.Root + "NG4002" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor Seed = new(
        "NG4003",
        "Training does not name its seed",
        "{0}",
        DiagnosticCategory.Settings,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A result is that of a seed; it should say which, and be the same the next time.",
        helpLinkUri: DiagnosticPage.Root + "NG4003" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor NoClipping = new(
        "NG4004",
        "Recurrence is trained without clipping",
        "'{0}' has a recurrence ({1}), whose gradients grow with the power of the number of steps now and then, and {2} clips none: write ClipNorm = 1",
        DiagnosticCategory.Settings,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The gradient of a recurrence is a product over its steps. One batch in which it explodes throws away what many have learned.",
        helpLinkUri: DiagnosticPage.Root + "NG4004" + DiagnosticPage.Extension);

    /// <summary>The other half of NG4004: gates bound most gradients, so that training without clipping is common, and a hint is enough.</summary>
#pragma warning disable RS2001 // One id, two severities, and the release tracking knows one of them.
    public static readonly DiagnosticDescriptor NoClippingOfGates = new(
        "NG4004",
        "Recurrence is trained without clipping",
        "'{0}' has a recurrence ({1}), whose gradients grow with the power of the number of steps now and then, and {2} clips none: write ClipNorm = 1",
        DiagnosticCategory.Settings,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The gradient of a recurrence is a product over its steps. One batch in which it explodes throws away what many have learned.",
        helpLinkUri: DiagnosticPage.Root + "NG4004" + DiagnosticPage.Extension);
#pragma warning restore RS2001

    public static readonly DiagnosticDescriptor VanishingEpsilon = new(
        "NG4005",
        "Epsilon is below the resolution of the numbers",
        "{0}",
        DiagnosticCategory.Settings,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An epsilon that is smaller than what rounding leaves does not keep divisions from blowing rounding errors up.",
        helpLinkUri: DiagnosticPage.Root + "NG4005" + DiagnosticPage.Extension);

    public static readonly DiagnosticDescriptor TrainingSet = new(
        "NG4006",
        "Network is measured on its training set",
        "{0}",
        DiagnosticCategory.Settings,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "How well a network does on samples that it was trained on says little about others.",
        helpLinkUri: DiagnosticPage.Root + "NG4006" + DiagnosticPage.Extension);

    /// <summary>The other half of NG4006: an answer that says little, and no training that goes wrong.</summary>
#pragma warning disable RS2001 // One id, two severities, and the release tracking knows one of them.
    public static readonly DiagnosticDescriptor MeasuredOnTrainingSet = new(
        "NG4006",
        "Network is measured on its training set",
        "'{0}' is what the network was trained on: how well it does there says nothing about samples that it has not seen; measure it on a part that was held back, and compare the two",
        DiagnosticCategory.Settings,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "How well a network does on samples that it was trained on says little about others.",
        helpLinkUri: DiagnosticPage.Root + "NG4006" + DiagnosticPage.Extension);
#pragma warning restore RS2001

    public static readonly DiagnosticDescriptor Leak = new(
        "NG4007",
        "Statistics of the whole set are used before it is divided",
        "'{0}' is measured as a whole by {2}, and divided by {1}: what is held back takes part in its own preparation, so that results look better than they are; divide first, and measure the training part alone",
        DiagnosticCategory.Settings,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A mean, a standard deviation or a list of categories is learned too. Learned from all samples it tells training about those that are held back.",
        helpLinkUri: DiagnosticPage.Root + "NG4007" + DiagnosticPage.Extension);
}
