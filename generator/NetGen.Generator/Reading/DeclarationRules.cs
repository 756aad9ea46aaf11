namespace NetGen.Generator.Reading;

/// <summary>The ids of what can be wrong with a declaration before any shape is known.</summary>
public static class DeclarationRules
{
    public const string NotPartial = "NG0001";
    public const string NotConstant = "NG0002";
    public const string SplitDeclaration = "NG0003";
    public const string StackAndGraph = "NG0004";
    public const string ContainsItself = "NG0007";
    public const string Unreadable = "NG0008";
    public const string NotDifferentiable = "NG0009";
    public const string UnsupportedClass = "NG0011";
    public const string NotOneInput = "NG0012";
    public const string LossNotLast = "NG0013";
}
