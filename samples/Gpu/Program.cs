using GpuDigits;
using NetGen.Gpu;

if (CommandLine.Parse(args, out var exitCode) is not { } options)
{
    return exitCode;
}

using var cancellation = Samples.Interruption.Begin();

try
{
    // CUDA, then OpenCL, then ILGPU's own accelerator on the processor.
    using var device = options.Device is { } type ? GpuDevices.Open(type, options.Launches) : GpuDevices.Best(options.Launches);
    return Comparison.Run(options, device, cancellation.Token);
}
catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or NotFiniteNumberException or NotSupportedException or InsufficientMemoryException)
{
    Console.Error.WriteLine($"gpu: {error.Message}");
    return 1;
}
