namespace NetGen;

/// <summary>A truth value as a type: the JIT makes separate code for each.</summary>
internal interface ISwitch
{
    public static abstract bool IsOn { get; }
}

/// <summary>True.</summary>
internal readonly struct On : ISwitch
{
    public static bool IsOn => true;
}

/// <summary>False.</summary>
internal readonly struct Off : ISwitch
{
    public static bool IsOn => false;
}
