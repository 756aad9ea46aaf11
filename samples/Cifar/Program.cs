using Cifar;
using NetGen;

if (CommandLine.Parse(args, out var exitCode) is not { } options)
{
    return exitCode;
}

using var cancellation = Samples.Interruption.Begin();

try
{
    return options.Deep
        ? Run.Execute(static seed => new ResNet20(seed), options, cancellation.Token)
        : Run.Execute(static seed => new ResNet8(seed), options, cancellation.Token);
}
catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or NotFiniteNumberException)
{
    Console.Error.WriteLine($"cifar: {error.Message}");
    return 1;
}
catch (CheckpointMismatchException error)
{
    // The folder belongs to a training with other options or other pictures.
    Console.Error.WriteLine($"cifar: {error.Message} For this program: give the options that '{options.Checkpoint}' was begun with, or another folder.");
    return 1;
}
