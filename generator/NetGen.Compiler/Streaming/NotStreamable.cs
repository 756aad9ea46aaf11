namespace NetGen.Compiler.Streaming;

/// <summary>Says why a network needs its whole sequence at once.</summary>
internal sealed class NotStreamableException(string reason) : Exception(reason);
