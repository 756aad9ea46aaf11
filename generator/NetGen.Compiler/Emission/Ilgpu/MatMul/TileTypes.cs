namespace NetGen.Compiler.Emission.Ilgpu.MatMul;

/// <summary>Adds the methods of tiles, and what they use, to what is emitted.</summary>
internal static class TileTypes
{
    public static void Add(GpuContext context, TileProduct product)
    {
        foreach (var text in product.Declarations())
        {
            context.Type(text);
        }

        _ = context.Method(product.Name, _ => product.Print());
    }
}
