using Reinforcement;

if (CommandLine.Parse(args, out var exitCode) is not { } options)
{
    return exitCode;
}

using var cancellation = Samples.Interruption.Begin();

return Run.Execute(options, cancellation.Token);
