using NetGen;

namespace TinyGpt;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">A text file, or a folder of them; null: prose that the program writes.</param>
/// <param name="Quick">Whether the smaller network is trained.</param>
/// <param name="Steps">Steps of the training, rounded up to whole intervals.</param>
/// <param name="Interval">Steps between two validations.</param>
/// <param name="BatchSize">Windows per step.</param>
/// <param name="LearningRate">Of AdamW, after the warm-up.</param>
/// <param name="Seed">Of the initial weights, the places of the windows and the text.</param>
/// <param name="Threads">How many threads compute; null: one per processor.</param>
/// <param name="Save">Where the trained network goes.</param>
/// <param name="Checkpoint">The folder from which an interrupted training goes on; null: there is none.</param>
/// <param name="Load">A trained network to write with, instead of training one; null: there is none.</param>
/// <param name="Writing">What to write.</param>
internal sealed record Options(
    string? Data, bool Quick, int Steps, int Interval, int BatchSize, double LearningRate, ulong Seed, int? Threads, string Save, string? Checkpoint, string? Load, Writing Writing);

/// <summary>What to write.</summary>
/// <param name="Beginning">What to go on with.</param>
/// <param name="Length">Characters.</param>
/// <param name="Drawing">How they are drawn.</param>
internal sealed record Writing(string Beginning, int Length, GenerationOptions Drawing);
