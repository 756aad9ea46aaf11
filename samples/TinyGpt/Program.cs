using NetGen;
using TinyGpt;

if (CommandLine.Parse(args, out var exitCode) is not { } options)
{
    return exitCode;
}

using var cancellation = Samples.Interruption.Begin();

try
{
    return options.Quick
        ? Run.Execute(new SmallGpt(options.Seed), options, cancellation.Token)
        : Run.Execute(new Gpt(options.Seed), options, cancellation.Token);
}
catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or NotFiniteNumberException or ArgumentException)
{
    Console.Error.WriteLine($"tinygpt: {error.Message}");
    return 1;
}
catch (CheckpointMismatchException error)
{
    // The folder belongs to a training with other options or another text.
    Console.Error.WriteLine($"tinygpt: {error.Message} For this program: give the options that '{options.Checkpoint}' was begun with, or another folder.");
    return 1;
}
