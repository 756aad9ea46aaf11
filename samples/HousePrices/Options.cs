namespace HousePrices;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">A CSV file; null: a table that the program generates itself.</param>
/// <param name="Epochs">Passes through the training part, at most.</param>
/// <param name="Seed">Of the division of the table, the initial weights and the order of the districts.</param>
/// <param name="Save">Where the trained network goes.</param>
/// <param name="Checkpoint">The folder from which an interrupted training goes on; null: there is none.</param>
/// <param name="Quiet">Whether the progress of the training is left out.</param>
internal sealed record Options(string? Data, int Epochs, ulong Seed, string Save, string? Checkpoint, bool Quiet);
