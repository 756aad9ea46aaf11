#if NETGEN_COMPILER
namespace NetGen.Compiler;
#else
namespace NetGen;
#endif

/// <summary>The number type in which a network stores its parameters and computes.</summary>
public enum Precision
{
    /// <summary>32-bit floating point (<see cref="float"/>), the default.</summary>
    Single = 0,

    /// <summary>64-bit floating point (<see cref="double"/>), for gradient checks and scientific work.</summary>
    Double = 1,
}
