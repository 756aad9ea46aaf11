namespace NetGen;

/// <summary>A place between two batches of a training.</summary>
/// <param name="Epoch">Epochs that are complete.</param>
/// <param name="Batch">Batches of the next epoch that are done.</param>
internal readonly record struct BatchPosition(int Epoch, int Batch);
