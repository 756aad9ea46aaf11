using NetGen.Compiler.Emission.Simd.MatMul;
using NetGen.Compiler.Emission.Simd.Scalars;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>Prints expressions for one instruction set and remembers which mathematical functions they need.</summary>
internal sealed class MathFunctions(InstructionSet set, Precision precision)
{
}
