namespace Digits;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">A folder with MNIST-style IDX files; null: digits that the program draws itself.</param>
/// <param name="Epochs">Passes through the training set.</param>
/// <param name="BatchSize">Samples per step.</param>
/// <param name="LearningRate">Of Adam, at the start.</param>
/// <param name="Seed">Of the initial weights and the order of the samples.</param>
/// <param name="Threads">How many threads compute; null: one per processor.</param>
/// <param name="Network">Which network is trained.</param>
/// <param name="Save">Where the trained network goes.</param>
/// <param name="Compiled">Where its weights go as kernels keep them; null: nowhere.</param>
internal sealed record Options(string? Data, int Epochs, int BatchSize, double LearningRate, ulong Seed, int? Threads, Network Network, string Save, string? Compiled);

/// <summary>The networks of this program.</summary>
internal enum Network
{
    /// <summary>Two dense layers.</summary>
    Dense,

    /// <summary>LeNet-5.</summary>
    Convolutional,

    /// <summary>A wider one with batch norms.</summary>
    WideConvolutional,
}
