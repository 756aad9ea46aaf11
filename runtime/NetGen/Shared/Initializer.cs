#if NETGEN_COMPILER
namespace NetGen.Compiler;
#else
namespace NetGen;
#endif

/// <summary>How the initial values of a weight are drawn. Biases always start at zero.</summary>
public enum Initializer
{
    /// <summary>He (Kaiming) uniform before the ReLU family, Glorot uniform otherwise.</summary>
    Default = 0,

    /// <summary>He uniform: U(-a, a), a = sqrt(6 / fan-in). He et al. 2015; <c>torch.nn.init.kaiming_uniform_</c> with ReLU gain.</summary>
    HeUniform = 1,

    /// <summary>He normal: N(0, 2 / fan-in). <c>torch.nn.init.kaiming_normal_</c>.</summary>
    HeNormal = 2,

    /// <summary>Glorot (Xavier) uniform: U(-a, a), a = sqrt(6 / (fan-in + fan-out)). <c>torch.nn.init.xavier_uniform_</c>.</summary>
    GlorotUniform = 3,

    /// <summary>Glorot normal: N(0, 2 / (fan-in + fan-out)). <c>torch.nn.init.xavier_normal_</c>.</summary>
    GlorotNormal = 4,

    /// <summary>LeCun uniform: U(-a, a), a = sqrt(3 / fan-in).</summary>
    LeCunUniform = 5,

    /// <summary>LeCun normal: N(0, 1 / fan-in). The right one before SELU.</summary>
    LeCunNormal = 6,

    /// <summary>U(-0.05, 0.05).</summary>
    Uniform = 7,

    /// <summary>N(0, 0.02²), as language models use it.</summary>
    Normal = 8,

    /// <summary>All zeros.</summary>
    Zeros = 9,

    /// <summary>All ones.</summary>
    Ones = 10,
}
