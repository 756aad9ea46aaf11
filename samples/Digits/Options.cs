namespace Digits;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">A folder with MNIST-style IDX files; null: digits that the program draws itself.</param>
/// <param name="Epochs">Passes through the training set.</param>
/// <param name="BatchSize">Samples per step.</param>
/// <param name="LearningRate">Of Adam, at the start.</param>
/// <param name="Seed">Of the initial weights and the order of the samples.</param>
/// <param name="Threads">How many threads compute; null: one per processor.</param>
/// <param name="Convolutional">Whether the convolutional network is trained, rather than the one of two dense layers.</param>
/// <param name="Save">Where the trained network goes.</param>
internal sealed record Options(string? Data, int Epochs, int BatchSize, double LearningRate, ulong Seed, int? Threads, bool Convolutional, string Save);
