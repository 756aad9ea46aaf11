using Autoencoder;

if (CommandLine.Parse(args, out var exitCode) is not { } options)
{
    return exitCode;
}

using var cancellation = Samples.Interruption.Begin();

try
{
    return options.Generates ? Run.Generate(options, cancellation.Token) : Run.Denoise(options, cancellation.Token);
}
catch (OperationCanceledException)
{
    Console.WriteLine("Stopped.");
    return Run.Cancelled;
}
catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"autoencoder: {error.Message}");
    return 1;
}
