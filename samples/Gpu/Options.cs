using ILGPU.Runtime;

namespace GpuDigits;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">A folder with MNIST-style IDX files; null: digits that the program draws itself.</param>
/// <param name="Samples">How many digits the program draws itself.</param>
/// <param name="Epochs">Passes through the training set.</param>
/// <param name="BatchSize">Samples per step.</param>
/// <param name="LearningRate">Of Adam.</param>
/// <param name="Device">The kind of device; null: the best there is.</param>
/// <param name="Launches">Whether the launches of a step are timed one by one.</param>
internal sealed record Options(string? Data, int Samples, int Epochs, int BatchSize, double LearningRate, AcceleratorType? Device, bool Launches);
