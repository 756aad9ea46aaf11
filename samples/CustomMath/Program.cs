using CustomMath;

if (CommandLine.Parse(args, out var exitCode) is not { } options)
{
    return exitCode;
}

using var cancellation = Samples.Interruption.Begin();

try
{
    return Run.Execute(options, cancellation.Token);
}
catch (OperationCanceledException)
{
    Console.WriteLine("Stopped.");
    return Run.Cancelled;
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"custommath: {error.Message}");
    return 1;
}
