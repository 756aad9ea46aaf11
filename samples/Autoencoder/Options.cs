namespace Autoencoder;

/// <summary>What the command line asks for.</summary>
/// <param name="Generates">Whether digits are generated; otherwise noise is taken out of them.</param>
/// <param name="Data">A folder with MNIST-style IDX files; null: digits that the program draws itself.</param>
/// <param name="Epochs">Passes through the training set.</param>
/// <param name="Seed">Of weights, order and noise.</param>
/// <param name="Noise">The standard deviation of the noise; a pixel goes from 0 to 1.</param>
/// <param name="Picture">Where the picture goes.</param>
internal sealed record Options(bool Generates, string? Data, int Epochs, ulong Seed, double Noise, string Picture);
