using NetGen;

namespace Digits;

/// <summary>Here the network carries its weights.</summary>
[Weights("digits.netgen")]
public partial class DigitNet;
