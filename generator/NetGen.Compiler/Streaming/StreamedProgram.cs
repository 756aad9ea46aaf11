using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Streaming;

/// <summary>What a network computes for one position of its sequence after the other.</summary>
/// <param name="Program">From a position (input 0), its number (input 1) and what was remembered (input 2) to the outputs (0) and what is remembered (1).</param>
/// <param name="Input">Values of a position.</param>
/// <param name="Output">Values of the output at a position.</param>
/// <param name="Remembered">Numbers that one position leaves to the next: the states of recurrences.</param>
/// <param name="Positions">How many positions there may be; 0 where it does not matter, because nothing depends on the number of a position.</param>
/// <param name="AnswersEach">Whether the network answers at each position, rather than once at the end.</param>
public sealed record StreamedProgram(TensorProgram Program, int Input, int Output, int Remembered, int Positions, bool AnswersEach)
{
    /// <summary>The name of such programs.</summary>
    public const string Name = "advance";
}
