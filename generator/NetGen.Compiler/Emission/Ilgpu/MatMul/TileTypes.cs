namespace NetGen.Compiler.Emission.Ilgpu.MatMul;

/// <summary>Adds the methods of tiles, and the types that they use, to what is emitted.</summary>
internal static class TileTypes
{
    public static void Add(GpuContext context, TileProduct product)
    {
        foreach (var type in product.Types())
        {
            context.Type(type);
        }

        _ = context.Method(product.Name, _ => product.Print());
    }
}
