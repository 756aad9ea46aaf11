using Digits;

if (CommandLine.Parse(args, out var exitCode) is not { } options)
{
    return exitCode;
}

using var cancellation = Samples.Interruption.Begin();

try
{
    return options.Network switch
    {
        Network.Convolutional => Run.Execute(static seed => new ConvNet(seed), static (net, path) => net.SaveCompiled(path), options, cancellation.Token),
        Network.WideConvolutional => Run.Execute(static seed => new WideConvNet(seed), static (net, path) => net.SaveCompiled(path), options, cancellation.Token),
        _ => Run.Execute(static seed => new DigitNet(seed), static (net, path) => net.SaveCompiled(path), options, cancellation.Token),
    };
}
catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or NotFiniteNumberException)
{
    Console.Error.WriteLine($"digits: {error.Message}");
    return 1;
}
