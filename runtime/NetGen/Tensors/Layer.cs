namespace NetGen;

/// <summary>
/// A stack of layers: the attributes of a field of this type. <c>Forward</c> calls it; the compiler reads the call, and at run time the field holds the plain, unfused
/// implementation of the stack in evaluation mode.
/// </summary>
/// <param name="x">A batch.</param>
/// <returns>What the stack makes of it.</returns>
public delegate Tensor Layer(Tensor x);
