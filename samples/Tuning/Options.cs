namespace Tuning;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">A folder with MNIST-style IDX files; null: digits that the program draws itself.</param>
/// <param name="Method">Which searches to run.</param>
/// <param name="Trials">Trials on the first rung of successive halving.</param>
/// <param name="Epochs">Epochs of a trial that gets to the end.</param>
/// <param name="Seed">Of the trials and of the division of the images.</param>
/// <param name="Parallel">How many trials train at once; null: one per processor.</param>
/// <param name="Folder">Where the state of the search is kept.</param>
/// <param name="Save">Where the best network goes.</param>
internal sealed record Options(string? Data, Method Method, int Trials, int Epochs, ulong Seed, int? Parallel, string Folder, string Save);

/// <summary>Which searches to run.</summary>
internal enum Method
{
    /// <summary>Both, for the same number of epochs.</summary>
    Both,

    /// <summary>Successive halving.</summary>
    Halving,

    /// <summary>Random search for as many epochs as successive halving would take.</summary>
    Random,
}
