namespace NetGen.Compiler.Emission.Ilgpu.Updates;

/// <summary>
/// The rule of an optimizer for one value, as statements over the parameter p, its gradient g and the states s0, s1, s2; what begins with <c>update.</c> is a
/// constant of the step. The formulas are those of the runtime's loops, in the same order of operations.
/// </summary>
/// <param name="Name">As the runtime's <c>DeviceRule</c> names it.</param>
/// <param name="States">How many states it has.</param>
/// <param name="Statements">What is computed; the root is <c>Sqrt</c>.</param>
internal sealed record UpdateRule(string Name, int States, IReadOnlyList<string> Statements)
{
    private const string Penalty = "g = g + (update.Decay * p);";

    /// <summary>All rules.</summary>
    public static IReadOnlyList<UpdateRule> All { get; } =
    [
        new("Sgd", 0, [Penalty, "p = p - (update.Rate * g);"]),
        new("Momentum", 1, [Penalty, "s0 = (update.First * s0) + (update.FirstRest * g);", "p = p - (update.Rate * s0);"]),
        new("Nesterov", 1, [Penalty, "s0 = (update.First * s0) + (update.FirstRest * g);", "p = p - (update.Rate * (g + (update.First * s0)));"]),
        new("Adam", 2, Adam(2, "s1")),
        new("AmsGrad", 3, Adam(3, "s2")),
        new("RmsProp", 1, RmsProp(centered: false, velocity: "")),
        new("RmsPropMomentum", 2, RmsProp(centered: false, velocity: "s1")),
        new("RmsPropCentered", 2, RmsProp(centered: true, velocity: "")),
        new("RmsPropCenteredMomentum", 3, RmsProp(centered: true, velocity: "s2")),
        new("Adagrad", 1, [Penalty, "s0 = s0 + (g * g);", "p = p - ((update.Rate * g) / (Sqrt(s0) + update.Epsilon));"]),
        new("Lion", 1,
        [
            "var d = (update.First * s0) + (update.FirstRest * g);",
            "d = d > 0 ? 1 : d < 0 ? -1 : 0;",
            "p = (update.Shrink * p) - (update.Rate * d);",
            "s0 = (update.Second * s0) + (update.SecondRest * g);",
        ]),
    ];

    private static IReadOnlyList<string> Adam(int states, string square) =>
    [
        Penalty,
        "s0 = (update.First * s0) + (update.FirstRest * g);",
        "s1 = (update.Second * s1) + ((update.SecondRest * g) * g);",
        .. states == 3 ? ["s2 = s2 > s1 ? s2 : s1;"] : Array.Empty<string>(),
        $"p = (update.Shrink * p) - ((update.Rate * s0) / ((Sqrt({square}) * update.InverseRoot) + update.Epsilon));",
    ];

    private static IReadOnlyList<string> RmsProp(bool centered, string velocity)
    {
        var statements = new List<string> { Penalty, "s0 = (update.First * s0) + ((update.FirstRest * g) * g);", "var v = s0;" };
        if (centered)
        {
            // Rounding can take a variance below zero.
            statements.AddRange(["s1 = (update.First * s1) + (update.FirstRest * g);", "v = v - (s1 * s1);", "v = v > 0 ? v : 0;"]);
        }

        statements.Add("var d = g / (Sqrt(v) + update.Epsilon);");
        if (velocity.Length > 0)
        {
            statements.AddRange([$"d = (update.Second * {velocity}) + d;", $"{velocity} = d;"]);
        }

        statements.Add("p = p - (update.Rate * d);");
        return statements;
    }
}
