using Churn;

if (CommandLine.Parse(args, out var exitCode) is not { } options)
{
    return exitCode;
}

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first Ctrl+C lets the step in progress finish; a second one ends the program at once.
    pressed.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
};

try
{
    return Run.Execute(options, cancellation.Token);
}
catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or NotFiniteNumberException or InvalidOperationException)
{
    // The last of them: a checkpoint that belongs to a training with other options.
    Console.Error.WriteLine($"churn: {error.Message}");
    return 1;
}
