using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Shapes;

/// <summary>Checks the arguments that mean the same on every layer.</summary>
internal static class CommonArguments
{
    public const int MaxNameLength = 64;

    /// <summary>What is wrong with the name or the initialiser, or null.</summary>
    public static Complaint? Check(LayerSpec layer)
    {
        if (layer.Name is { } name && !IsName(name))
        {
            return new Complaint("NG0005", "Name", Inv($"a layer's Name is made of 1 to {MaxNameLength} letters, digits, '_' and '-', not \"{name}\"; parameters are saved as Name.weight and found by patterns with * and ?"));
        }

        return layer.Find("Init") is not null && !Enum.IsDefined(typeof(Initializer), layer.Init)
            ? new Complaint("NG0005", "Init", Inv($"Init is one of the values of NetGen.Initializer, not {(int)layer.Init}"))
            : null;
    }

    private static bool IsName(string name) =>
        name.Length is >= 1 and <= MaxNameLength && name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-');
}
