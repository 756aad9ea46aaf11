using System.Numerics;

namespace NetGen.Runtime;

// Sequences that come one position at a time.
public abstract partial class NetworkCore<T>
{
    /// <summary>Begins sequences.</summary>
    /// <typeparam name="TInput"><see cref="int"/> for tokens, otherwise the type of the values.</typeparam>
    /// <param name="streams">How many, side by side.</param>
    /// <returns>What remembers them.</returns>
    public PredictionStream<TInput, T> OpenStream<TInput>(int streams)
        where TInput : unmanaged, INumberBase<TInput> => new(this, streams);

    internal Pass<T> NewPass() => new(Storage);

    /// <summary>Runs one position of some sequences.</summary>
    internal void Advance(Pass<T> pass, int streams)
    {
        var program = _layout.Programs[(int)ProgramKind.Advance]!;
        pass.Prepare(program, streams, 0);
        Run(ProgramKind.Advance, program, pass);
    }
}
