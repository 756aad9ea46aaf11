using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Emission;

/// <summary>Windows as the runtime takes them.</summary>
internal static class WindowText
{
    public static string Of(Window window, Shape image, bool joined) =>
        Inv($"new global::NetGen.Runtime.WindowShape({image[0]}, {image[1]}, {image[2]}, {window.Height}, {window.Width}, {window.StrideY}, {window.StrideX}, {window.DilationY}, {window.DilationX}, {(joined ? "true" : "false")})");
}
