namespace Gan;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">A folder with MNIST-style IDX files; null: digits that the program draws itself.</param>
/// <param name="Epochs">Passes through the pictures.</param>
/// <param name="LearningRate">Of both networks.</param>
/// <param name="Seed">Of weights, order and random numbers.</param>
/// <param name="Folder">Where the pictures, the curves and the generator go.</param>
internal sealed record Options(string? Data, int Epochs, double LearningRate, ulong Seed, string Folder);
