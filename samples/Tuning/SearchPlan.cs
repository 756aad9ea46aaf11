namespace Tuning;

/// <summary>Which trials are trained how far. Fixed before the first step.</summary>
/// <param name="Name">What the method is called; its folder too.</param>
/// <param name="FirstTrial">The number of the first trial; the others follow.</param>
/// <param name="Rungs">From the first, which all trials enter, to the last.</param>
internal sealed record SearchPlan(string Name, int FirstTrial, IReadOnlyList<Rung> Rungs)
{
    // η: a third goes on, for three times as long. Jamieson and Talwalkar 2016 prove the most for 2, Li et al. 2018 use 3 or 4 and find
    // that it matters little.
    private const int Eta = 3;

    /// <summary>The numbers of the trials.</summary>
    public IEnumerable<int> Trials => Enumerable.Range(FirstTrial, Rungs[0].Trials);

    /// <summary>The epochs of all trials together, if none fails.</summary>
    public int Budget
    {
        get
        {
            var (budget, before) = (0, 0);
            foreach (var rung in Rungs)
            {
                budget += rung.Trials * (rung.Epochs - before);
                before = rung.Epochs;
            }

            return budget;
        }
    }

    /// <summary>
    /// Successive halving (Jamieson and Talwalkar 2016; the inner loop of Hyperband, Li et al. 2018): all trials are trained a little, the
    /// best third goes on for three times as long, and so on, until the number of trials or of epochs is used up.
    /// </summary>
    /// <param name="trials">At least 1.</param>
    /// <param name="epochs">On the last rung, at least 1.</param>
    public static SearchPlan Halving(int trials, int epochs)
    {
        var (most, steps) = (Math.Min(trials, epochs), 1);
        while (most >= Eta)
        {
            most /= Eta;
            steps++;
        }

        var rungs = new Rung[steps];
        for (var rung = steps - 1; rung >= 0; rung--)
        {
            rungs[rung] = new(0, epochs);
            epochs /= Eta;
        }

        for (var rung = 0; rung < steps; rung++)
        {
            rungs[rung] = rungs[rung] with { Trials = trials };
            trials /= Eta;
        }

        return new("halving", 0, rungs);
    }

    /// <summary>
    /// Random search for the same budget: fewer trials, all trained to the end; the nearest number of them. They are others than those of
    /// the halving, so that the one says nothing about the other.
    /// </summary>
    public static SearchPlan RandomLike(SearchPlan halving)
    {
        var epochs = halving.Rungs[^1].Epochs;
        var trials = Math.Max(1, (int)Math.Round((double)halving.Budget / epochs, MidpointRounding.AwayFromZero));
        return new("random", halving.FirstTrial + halving.Rungs[0].Trials, [new(trials, epochs)]);
    }

    /// <summary>As <c>27 to epoch 1, 9 to epoch 3</c>.</summary>
    public override string ToString() => string.Join(", ", Rungs);
}
