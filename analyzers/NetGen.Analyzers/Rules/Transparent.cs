using NetGen.Compiler.Model;

namespace NetGen.Analyzers;

/// <summary>Layers that pass every value on or drop it, so that rules about what follows what look through them.</summary>
internal static class Transparent
{
    /// <summary>The index of the nearest layer before <paramref name="index"/> that computes something, or -1.</summary>
    public static int Before(NetworkSpec spec, int index)
    {
        do
        {
            index--;
        }
        while (index >= 0 && spec.Layers[index].Kind is "Dropout" or "Flatten" or "Reshape");

        return index;
    }
}
