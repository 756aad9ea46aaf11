using NetGen;
using Spectre.Console;

namespace Tuning;

/// <summary>A table of all trials, which changes as they are trained.</summary>
internal sealed class LiveTable : ISearchView
{
    // Title, head, the line below and one for the cursor.
    private const int LinesAround = 4;

    private readonly IAnsiConsole console;
    private readonly SearchPlan plan;
    private readonly Lock gate = new();
    private readonly SortedDictionary<int, TrialRow> rows = [];
    private LiveDisplayContext? display;

    /// <param name="console">A terminal.</param>
    /// <param name="plan">Which trials are trained how far.</param>
    /// <param name="trials">The trials, by number.</param>
    /// <param name="results">What earlier runs came to.</param>
    public LiveTable(IAnsiConsole console, SearchPlan plan, IReadOnlyDictionary<int, Trial> trials, IReadOnlyList<RungResult> results)
    {
        this.console = console;
        this.plan = plan;
        foreach (var number in plan.Trials)
        {
            rows.Add(number, new(trials[number]) { State = TrialState.Waiting });
        }

        foreach (var result in results)
        {
            rows[result.Trial].Take(result, plan.Rungs[result.Rung].Epochs);
        }
    }

    public bool Watch(Func<bool> search)
    {
        var finished = false;
        console.Live(Table()).Start(context =>
        {
            display = context;
            finished = search();
            Rest();
        });
        display = null;
        return finished;
    }

    public void Started(int rung, int trial) => Change(trial, row => (row.Rung, row.State) = (rung, TrialState.Training));

    public void Measured(int trial, EpochResult epoch) =>
        Change(trial, row => (row.Epochs, row.Loss, row.Accuracy) = (epoch.Epoch, epoch.ValidationLoss, epoch.ValidationAccuracy));

    public void Ended(RungResult result) => Change(result.Trial, row => row.Take(result, plan.Rungs[result.Rung].Epochs));

    public void Settled(int rung, IReadOnlyList<int> goOn)
    {
        lock (gate)
        {
            foreach (var row in rows.Values.Where(row => row.State == TrialState.Waiting && !goOn.Contains(row.Number)))
            {
                row.State = TrialState.Eliminated;
            }

            if (rung == plan.Rungs.Count - 1 && goOn is [var best])
            {
                rows[best].State = TrialState.Best;
            }

            display?.UpdateTarget(Table());
        }
    }

    // Whoever trained when the search was stopped goes on another time.
    private void Rest()
    {
        lock (gate)
        {
            foreach (var row in rows.Values.Where(row => row.State == TrialState.Training))
            {
                row.State = TrialState.Waiting;
            }

            display?.UpdateTarget(Table());
        }
    }

    private void Change(int trial, Action<TrialRow> change)
    {
        lock (gate)
        {
            change(rows[trial]);
            display?.UpdateTarget(Table());
        }
    }

    private Table Table()
    {
        var table = new Table { Title = new TableTitle(Markup.Escape($"{plan.Name}: {plan}")), Border = TableBorder.None };
        foreach (var head in (string[])["trial", "width", "drop", "rate", "batch", "decay", "rung", "epoch", "loss", "accuracy", "state"])
        {
            // No borders, one column between: 80 columns are enough.
            table.AddColumn(new Spectre.Console.TableColumn(head) { NoWrap = true, Alignment = head == "state" ? Justify.Left : Justify.Right, Padding = new Padding(0, 0, 1, 0) });
        }

        // All of them in their order or, where the terminal is too low for that, those that matter most.
        var room = Math.Max(1, console.Profile.Height - LinesAround);
        var shown = rows.Count <= room ? rows.Values : rows.Values.OrderBy(row => row.State).ThenBy(row => row.Loss ?? double.MaxValue).Take(room);
        foreach (var row in shown)
        {
            table.AddRow(row.Cells());
        }

        if (rows.Count > room)
        {
            table.Caption = new TableTitle($"and {rows.Count - room} more");
        }

        return table;
    }
}
