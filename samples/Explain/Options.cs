namespace Explaining;

/// <summary>What the command line asks for.</summary>
/// <param name="Images">A folder with MNIST-style IDX files; null: digits that the program draws itself.</param>
/// <param name="Table">A CSV file of customers; null: a table that the program generates itself.</param>
/// <param name="Epochs">Passes through each training set.</param>
/// <param name="Seed">Of weights, orders, divisions and noise.</param>
/// <param name="Folder">Where the pictures go.</param>
internal sealed record Options(string? Images, string? Table, int Epochs, ulong Seed, string Folder);
