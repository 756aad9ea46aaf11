namespace Sentiment;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">A folder with labelled sentences; null: sentences that the program writes.</param>
/// <param name="Epochs">Passes through the training set.</param>
/// <param name="BatchSize">Sentences per step.</param>
/// <param name="LearningRate">Of AdamW, after the warm-up.</param>
/// <param name="Seed">Of the initial weights and the order of the sentences.</param>
/// <param name="Threads">How many threads compute; null: one per processor.</param>
/// <param name="Folder">Where the trained networks go.</param>
internal sealed record Options(string? Data, int Epochs, int BatchSize, double LearningRate, ulong Seed, int? Threads, string Folder);
