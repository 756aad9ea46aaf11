using Forecast;

if (CommandLine.Parse(args, out var exitCode) is not { } options)
{
    return exitCode;
}

using var cancellation = Samples.Interruption.Begin();

try
{
    return Run.Execute(options, cancellation.Token);
}
catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or NotFiniteNumberException)
{
    Console.Error.WriteLine($"forecast: {error.Message}");
    return 1;
}
