using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Simulation;

namespace NetGen.Ilgpu.Simulator.Tests;

/// <summary>Instructions of CUDA devices that all threads of a warp take part in.</summary>
public sealed class WarpTests
{
    private const int Rows = 16;
    private const int Columns = 8;

    private static readonly Action<ArrayView<float>, ArrayView<float>, ArrayView<float>> s_tensorFloats = WarpKernels.MultiplyTensorFloats;
    private static readonly Action<ArrayView<float>, ArrayView<float>, ArrayView<float>> s_bFloats = WarpKernels.MultiplyBFloats;

    public static TheoryData<int, int?> Cases => new() { { 8, null }, { 8, 1 }, { 16, null }, { 16, 2 } };

    [Theory, MemberData(nameof(Cases))]
    public void A_product_of_whole_numbers_is_exact(int depth, int? order)
    {
        var (a, b, sums) = (Numbers(Rows * depth, 1, random => random.Next(-9, 10)), Numbers(depth * Columns, 2, random => random.Next(-9, 10)), Numbers(Rows * Columns, 3, random => random.Next(-9, 10)));

        var actual = Run(depth == 8 ? s_tensorFloats : s_bFloats, a, b, sums, order: new ThreadOrder(order));

        Assert.Equal(Product(a, b, sums, depth), actual);
    }

    [Theory]
    [InlineData(8, 1e-3)]
    [InlineData(16, 1e-2)]
    public void A_product_of_real_numbers_is_as_close_as_its_type_allows(int depth, double tolerance)
    {
        var (a, b, sums) = (Numbers(Rows * depth, 1, random => random.NextDouble() - 0.5), Numbers(depth * Columns, 2, random => random.NextDouble() - 0.5), new float[Rows * Columns]);

        var actual = Run(depth == 8 ? s_tensorFloats : s_bFloats, a, b, sums);

        var expected = Product(a, b, sums, depth);
        var difference = expected.Zip(actual, (x, y) => Math.Abs(x - y)).Max();
        Assert.InRange(difference, 1e-6, tolerance * expected.Max(Math.Abs));
    }

    [Theory]
    [InlineData(1f, 1f)]
    [InlineData(1.00048828125f, 1.0009765625f)]
    [InlineData(-1.00048828125f, -1.0009765625f)]
    [InlineData(1.0004f, 1f)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(float.NaN, float.NaN)]
    public void TF32_is_the_nearest_value_and_halves_go_away_from_zero(float value, float expected) => Assert.Equal(expected, Convert(WarpKernels.RoundAll, value));

    [Theory]
    [InlineData(1f, 1f)]
    [InlineData(1.00390625f, 1f)]
    [InlineData(1.01171875f, 1.015625f)]
    [InlineData(-1.005f, -1.0078125f)]
    [InlineData(float.NegativeInfinity, float.NegativeInfinity)]
    [InlineData(float.NaN, float.NaN)]
    public void Bfloat16_is_the_nearest_value_and_halves_go_to_even(float value, float expected) => Assert.Equal(expected, Convert(WarpKernels.PackAll, value));

    [Fact]
    public void A_warp_multiplies_while_another_waits()
    {
        var (a, b, sums) = (Numbers(128, 1, random => random.Next(-9, 10)), Numbers(64, 2, random => random.Next(-9, 10)), new float[128]);

        Assert.Equal(Product(a, b, sums, 8), Run(WarpKernels.MultiplyInSecondWarp, a, b, sums, threads: 64));
    }

    [Fact]
    public void A_thread_that_does_not_come_is_found()
    {
        var fault = Assert.Throws<DivergentBarrierException>(() => Run(WarpKernels.MultiplyWithoutOne, new float[128], new float[64], new float[128]));

        Assert.Equal("kernel 'MultiplyWithoutOne', group 0 of 1: thread 0 waits at instruction 1 of its warp of 'MultiplyTensorFloats', thread 7 of its warp has ended", fault.Message);
    }

    [Fact]
    public void A_warp_that_is_not_whole_is_found() => Assert.Contains(
        "its warp has 8 threads", Assert.Throws<DivergentBarrierException>(() => Run(s_tensorFloats, new float[128], new float[64], new float[128], threads: 40)).Message, StringComparison.Ordinal);

    [Fact]
    public void Other_instructions_are_named() => Assert.Contains(
        "m16n8k16.row.col.f32.f16.f16.f32", Assert.Throws<NotSupportedException>(() => Run(WarpKernels.MultiplyHalves, new float[128], new float[64], new float[128])).Message, StringComparison.Ordinal);

    [Fact]
    public void Other_devices_have_none()
    {
        using var device = new Device();

        Assert.Contains("cvt.rna.tf32.f32", Assert.Throws<UnsupportedKernelException>(() => device.Run(WarpKernels.RoundAll, 1, 1, new float[1])).Message, StringComparison.Ordinal);
    }

    private static float Convert(Action<ArrayView<float>> kernel, float value)
    {
        using var installed = SimulatedDevices.Install(CudaArchitecture.SM_80);
        using var context = Context.Create(builder => builder.Cuda());
        using var accelerator = context.CreateCudaAccelerator(0);
        using var buffer = accelerator.Allocate1D([value]);
        accelerator.LoadKernel(kernel)(accelerator.DefaultStream, (1, 1), buffer.View);
        return buffer.GetAsArray1D()[0];
    }

    private static float[] Run(Action<ArrayView<float>, ArrayView<float>, ArrayView<float>> kernel, float[] a, float[] b, float[] sums, int threads = 32, ThreadOrder? order = null)
    {
        using var installed = SimulatedDevices.Install(CudaArchitecture.SM_80);
        using var context = Context.Create(builder => builder.Cuda());
        using var accelerator = context.CreateCudaAccelerator(0);
        ILGPU.Simulation.Simulator.Of(accelerator).Order = order ?? ThreadOrder.ByNumber;
        using var left = accelerator.Allocate1D(a);
        using var right = accelerator.Allocate1D(b);
        using var result = accelerator.Allocate1D(sums);
        accelerator.LoadKernel(kernel)(accelerator.DefaultStream, (1, threads), left.View, right.View, result.View);
        return result.GetAsArray1D();
    }

    private static float[] Numbers(int count, int seed, Func<Random, double> draw)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)draw(random))];
    }

    private static float[] Product(float[] a, float[] b, float[] sums, int depth) => [.. Enumerable.Range(0, Rows * Columns).Select(i =>
        (float)(sums[i] + Enumerable.Range(0, depth).Sum(k => (double)a[(i / Columns * depth) + k] * b[(k * Columns) + (i % Columns)])))];
}
