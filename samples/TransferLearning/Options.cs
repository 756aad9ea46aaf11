namespace TransferLearning;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">A folder with MNIST-style IDX files; null: digits that the program draws itself.</param>
/// <param name="Epochs">Passes through the many images.</param>
/// <param name="Images">Images of each class in the second task; null: several numbers, one after the other.</param>
/// <param name="Repeats">Choices of these images and of initial weights, over which accuracies are averaged.</param>
/// <param name="Seed">Of weights, order and choices.</param>
/// <param name="Trunk">Where the network of the first task goes, from which the others take their trunk.</param>
internal sealed record Options(string? Data, int Epochs, int? Images, int Repeats, ulong Seed, string Trunk);
