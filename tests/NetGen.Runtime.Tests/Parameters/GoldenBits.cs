namespace NetGen.Tests.Parameters;

/// <summary>
/// The first three values in single precision and a hash of 1000 in double: seed 42, parameter 2, fan-in 20, fan-out 50. Printed by
/// tests/reference/initialization.py, which computes them without this library.
/// </summary>
internal static class GoldenBits
{
    public const string HeUniform = "3f0702f4 be8ea621 3ef0fc4a 020fd8bba2107759";
    public const string HeNormal = "3f28bda4 be5ed9bb 3eee8a5e cffde92bf8563d00";
    public const string GlorotUniform = "3e905559 be187f86 3e80cfea 1c8f7a61bb277ad6";
    public const string GlorotNormal = "3eb46439 bdee3cbb 3e7f02b1 99beb462d5ffea41";
    public const string LeCunUniform = "3ebeef65 be49bc70 3eaa6709 9074e355b86e5b4d";
    public const string LeCunNormal = "3eeea2b1 be1d9441 3ea8ac71 ab6f05690e7f2f2c";
    public const string Uniform = "3d45326c bcd05a25 3d2ffdae dd279e099eb64fee";
    public const string Normal = "3d2ac0f1 bc618245 3cf162d1 ac48d3742320bab1";
    public const string Zeros = "00000000 00000000 00000000 0000000000000000";
    public const string Ones = "3f800000 3f800000 3f800000 1800000000000000";
}
