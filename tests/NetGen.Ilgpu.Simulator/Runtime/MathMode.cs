namespace ILGPU;

public enum MathMode
{
    Default,
    Fast32BitOnly,
    Fast,
}
