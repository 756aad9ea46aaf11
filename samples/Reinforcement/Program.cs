using Reinforcement;

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

return Run.Execute(options, cancellation.Token);
