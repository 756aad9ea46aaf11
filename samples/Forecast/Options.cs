namespace Forecast;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">A file with a number for each day; null: a series that the program makes.</param>
/// <param name="Epochs">Passes through the training set.</param>
/// <param name="BatchSize">Samples per step.</param>
/// <param name="LearningRate">Of Adam, at the start.</param>
/// <param name="Seed">Of the initial weights and the order of the samples.</param>
/// <param name="Threads">How many threads compute; null: one per processor.</param>
/// <param name="Folder">Where the trained network and the picture go.</param>
internal sealed record Options(string? Data, int Epochs, int BatchSize, double LearningRate, ulong Seed, int? Threads, string Folder);
