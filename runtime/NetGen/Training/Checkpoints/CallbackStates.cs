namespace NetGen;

/// <summary>The states of callbacks in a checkpoint, found again by type and number: a training may be resumed with more or fewer logs than before.</summary>
internal static class CallbackStates
{
    public static Dictionary<string, string> Save(IReadOnlyList<TrainingCallback> callbacks)
    {
        var states = new Dictionary<string, string>();
        foreach (var (key, callback) in Keyed(callbacks))
        {
            if (callback.SaveState() is { } state)
            {
                states.Add(key, state);
            }
        }

        return states;
    }

    /// <exception cref="InvalidOperationException">A callback cannot take its state back.</exception>
    public static void Restore(IReadOnlyList<TrainingCallback> callbacks, IReadOnlyDictionary<string, string> states)
    {
        foreach (var (key, callback) in Keyed(callbacks))
        {
            if (states.TryGetValue(key, out string? state))
            {
                Restore(callback, state);
            }
        }
    }

    private static void Restore(TrainingCallback callback, string state)
    {
        try
        {
            callback.RestoreState(state);
        }
        catch (Exception problem)
        {
            throw new InvalidOperationException($"{callback.GetType()} cannot take its state back from the checkpoint: {problem.Message}", problem);
        }
    }

    private static IEnumerable<(string Key, TrainingCallback Callback)> Keyed(IReadOnlyList<TrainingCallback> callbacks)
    {
        var counts = new Dictionary<string, int>();
        foreach (var callback in callbacks)
        {
            string type = callback.GetType().ToString();
            int number = counts[type] = counts.GetValueOrDefault(type) + 1;
            yield return ($"{type}#{number}", callback);
        }
    }
}
