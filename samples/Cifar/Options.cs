namespace Cifar;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">A folder with the binary files of CIFAR-10; null: pictures that the program draws itself.</param>
/// <param name="Epochs">Passes through the training set.</param>
/// <param name="BatchSize">Samples per step.</param>
/// <param name="LearningRate">The highest of the one-cycle schedule.</param>
/// <param name="Seed">Of the initial weights, the order of the pictures and their changes.</param>
/// <param name="Threads">How many threads compute; null: one per processor.</param>
/// <param name="Deep">Whether the network of 20 layers is trained, rather than the one of 8.</param>
/// <param name="Folder">Where the trained network, the curves and their numbers go.</param>
/// <param name="Checkpoint">The folder from which an interrupted training goes on; null: there is none.</param>
internal sealed record Options(string? Data, int Epochs, int BatchSize, double LearningRate, ulong Seed, int? Threads, bool Deep, string Folder, string? Checkpoint);
