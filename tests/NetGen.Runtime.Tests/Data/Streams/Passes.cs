namespace NetGen.Runtime.Tests.Data.Streams;

/// <summary>Reads streamed sets from start to end.</summary>
internal static class Passes
{
    public static (TInput[] Inputs, TTarget[] Targets) ReadAll<TInput, TTarget>(this StreamedDataset<TInput, TTarget> data, int atOnce = 7)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        var inputs = new List<TInput>();
        var targets = new List<TTarget>();
        var inputBuffer = new TInput[atOnce * data.InputSize];
        var targetBuffer = new TTarget[atOnce * data.TargetSize];
        using var reader = data.Open();
        while (reader.Read(inputBuffer, targetBuffer) is > 0 and var count)
        {
            inputs.AddRange(inputBuffer.AsSpan(0, count * data.InputSize));
            targets.AddRange(targetBuffer.AsSpan(0, count * data.TargetSize));
        }

        return ([.. inputs], [.. targets]);
    }
}
