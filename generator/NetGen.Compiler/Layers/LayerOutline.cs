using NetGen.Compiler.Model;

namespace NetGen.Compiler.Layers;

/// <summary>What a layer does to a shape; or, when <see cref="Complaint"/> is set, why it cannot.</summary>
public sealed record LayerOutline(
    Shape Output,
    EquatableArray<ParameterSpec> Parameters,
    long Flops,
    Complaint? Complaint = null)
{
    /// <summary>Vectors that training gathers.</summary>
    public EquatableArray<ParameterSpec> Buffers { get; init; } = EquatableArray<ParameterSpec>.Empty;

    /// <summary>What works and is perhaps not what was meant: a warning.</summary>
    public Complaint? Remark { get; init; }

    /// <summary>The fewest samples that the layer can be trained on.</summary>
    public int SmallestBatch { get; init; } = 1;

    public LayerOutline(Shape output, long flops = 0) : this(output, EquatableArray<ParameterSpec>.Empty, flops)
    {
    }

    public static LayerOutline Refuse(string id, string? argument, string message) => Refuse(new Complaint(id, argument, message));

    public static LayerOutline Refuse(Complaint complaint) => new(new Shape(), EquatableArray<ParameterSpec>.Empty, 0, complaint);
}

/// <summary>A problem of one layer before anybody knows where in the network it stands.</summary>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Argument">The argument to blame, or null for the whole layer.</param>
/// <param name="Message">One sentence: what was expected, what was found, what to do.</param>
public sealed record Complaint(string Id, string? Argument, string Message)
{
    /// <summary>A layer, as an attribute is written, that cures the problem where it stands right before; null where no such layer is known.</summary>
    public string? Cure { get; init; }

    /// <summary>What cures the problem in the place of the argument; null where no such value is known.</summary>
    public string? Instead { get; init; }
}

/// <summary>A trainable tensor of a layer, in PyTorch's layout.</summary>
/// <param name="Name">The name within the layer, such as <c>weight</c>.</param>
/// <param name="Shape">PyTorch's shape: <c>[out, in]</c> for Dense.</param>
/// <param name="Init">How it starts; <see cref="Initializer.Default"/> is resolved by <see cref="DefaultInitializer"/>.</param>
/// <param name="FanIn">Inputs per output unit.</param>
/// <param name="FanOut">Outputs per input unit.</param>
public sealed record ParameterSpec(string Name, Shape Shape, Initializer Init, int FanIn, int FanOut)
{
    /// <summary>Factor of random initial values; with <see cref="Initializer.Ones"/> the value itself.</summary>
    public double Gain { get; init; } = 1;

    /// <summary>Taps of the window that the parameter belongs to: the last axes of <see cref="Shape"/>, which kernels have before the channels. 0 for any other parameter.</summary>
    public int Taps { get; init; }

    /// <summary>The row that starts at zero, whatever the initialiser; −1 for none.</summary>
    public int ZeroRow { get; init; } = -1;

    /// <summary>As kernels see it: weights of a convolution are a matrix, [out, taps · channels].</summary>
    public Shape KernelShape => Taps == 0 ? Shape : new Shape(Shape[0], (int)(Shape.Count / Shape[0]));
}
