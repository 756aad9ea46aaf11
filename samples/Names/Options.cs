namespace Names;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">A folder with a file of names for each language; null: names that the program makes up.</param>
/// <param name="Epochs">Passes through the training set.</param>
/// <param name="BatchSize">Names per step.</param>
/// <param name="LearningRate">Of Adam, at the start.</param>
/// <param name="Seed">Of the initial weights and the order of the names.</param>
/// <param name="Threads">How many threads compute; null: one per processor.</param>
/// <param name="Save">Where the trained network goes.</param>
internal sealed record Options(string? Data, int Epochs, int BatchSize, double LearningRate, ulong Seed, int? Threads, string Save);
