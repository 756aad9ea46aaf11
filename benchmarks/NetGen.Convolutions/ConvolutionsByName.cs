using NetGen.Benchmarks.Peers;

namespace NetGen.Convolutions;

/// <summary>The convolutions of benchmarks/peers/convolutions.py, and the sums of two of them.</summary>
internal static class ConvolutionsByName
{
    /// <summary>A workload by its name, KIND/SHAPE.</summary>
    /// <param name="name">As in convolutions.py.</param>
    /// <returns>The workload.</returns>
    public static IWorkload Create(string name) => name.Split('/') switch
    {
        ["conv-rows", var shape] => new ConvolutionWorkload(() => One(shape), gradient: false),
        ["conv-rows-twice", var shape] => new ConvolutionWorkload(() => Two(shape), gradient: false),
        ["convgrad-rows", var shape] => new ConvolutionWorkload(() => One(shape), gradient: true),
        ["convgrad-rows-twice", var shape] => new ConvolutionWorkload(() => Two(shape), gradient: true),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such workload in benchmarks/peers/convolutions.py"),
    };

    private static ConvolutionCalls One(string shape)
    {
        switch (shape)
        {
            case "1x28-6-5p2s1":
                var of1x28To6 = new ConvolutionOf1x28To6(1);
                return new(ConvolutionOf1x28To6.Info, of1x28To6.Parameters, of1x28To6.Predict, of1x28To6.Backward);
            case "6x14-16-5p0s1":
                var of6x14To16 = new ConvolutionOf6x14To16(1);
                return new(ConvolutionOf6x14To16.Info, of6x14To16.Parameters, of6x14To16.Predict, of6x14To16.Backward);
            case "16x32-16-3p1s1":
                var of16x32To16 = new ConvolutionOf16x32To16(1);
                return new(ConvolutionOf16x32To16.Info, of16x32To16.Parameters, of16x32To16.Predict, of16x32To16.Backward);
            case "32x16-32-3p1s1":
                var of32x16To32 = new ConvolutionOf32x16To32(1);
                return new(ConvolutionOf32x16To32.Info, of32x16To32.Parameters, of32x16To32.Predict, of32x16To32.Backward);
            case "64x8-64-3p1s1":
                var of64x8To64 = new ConvolutionOf64x8To64(1);
                return new(ConvolutionOf64x8To64.Info, of64x8To64.Parameters, of64x8To64.Predict, of64x8To64.Backward);
            case "32x16-64-3p1s1":
                var of32x16To64 = new ConvolutionOf32x16To64(1);
                return new(ConvolutionOf32x16To64.Info, of32x16To64.Parameters, of32x16To64.Predict, of32x16To64.Backward);
            case "16x32-32-3p1s2":
                var of16x32To32 = new ConvolutionOf16x32To32(1);
                return new(ConvolutionOf16x32To32.Info, of16x32To32.Parameters, of16x32To32.Predict, of16x32To32.Backward);
            case "16x32-32-1p0s2":
                var of16x32To32By1 = new ConvolutionOf16x32To32By1(1);
                return new(ConvolutionOf16x32To32By1.Info, of16x32To32By1.Parameters, of16x32To32By1.Predict, of16x32To32By1.Backward);
            default:
                throw new ArgumentOutOfRangeException(nameof(shape), shape, "no such shape in benchmarks/peers/workloads.py");
        }
    }

    private static ConvolutionCalls Two(string shape)
    {
        switch (shape)
        {
            case "1x28-6-5p2s1":
                var of1x28To6 = new ConvolutionsOf1x28To6(1);
                return new(ConvolutionsOf1x28To6.Info, of1x28To6.Parameters, of1x28To6.Predict, of1x28To6.Backward);
            case "6x14-16-5p0s1":
                var of6x14To16 = new ConvolutionsOf6x14To16(1);
                return new(ConvolutionsOf6x14To16.Info, of6x14To16.Parameters, of6x14To16.Predict, of6x14To16.Backward);
            case "16x32-16-3p1s1":
                var of16x32To16 = new ConvolutionsOf16x32To16(1);
                return new(ConvolutionsOf16x32To16.Info, of16x32To16.Parameters, of16x32To16.Predict, of16x32To16.Backward);
            case "32x16-32-3p1s1":
                var of32x16To32 = new ConvolutionsOf32x16To32(1);
                return new(ConvolutionsOf32x16To32.Info, of32x16To32.Parameters, of32x16To32.Predict, of32x16To32.Backward);
            case "64x8-64-3p1s1":
                var of64x8To64 = new ConvolutionsOf64x8To64(1);
                return new(ConvolutionsOf64x8To64.Info, of64x8To64.Parameters, of64x8To64.Predict, of64x8To64.Backward);
            case "32x16-64-3p1s1":
                var of32x16To64 = new ConvolutionsOf32x16To64(1);
                return new(ConvolutionsOf32x16To64.Info, of32x16To64.Parameters, of32x16To64.Predict, of32x16To64.Backward);
            case "16x32-32-3p1s2":
                var of16x32To32 = new ConvolutionsOf16x32To32(1);
                return new(ConvolutionsOf16x32To32.Info, of16x32To32.Parameters, of16x32To32.Predict, of16x32To32.Backward);
            case "16x32-32-1p0s2":
                var of16x32To32By1 = new ConvolutionsOf16x32To32By1(1);
                return new(ConvolutionsOf16x32To32By1.Info, of16x32To32By1.Parameters, of16x32To32By1.Predict, of16x32To32By1.Backward);
            default:
                throw new ArgumentOutOfRangeException(nameof(shape), shape, "no such shape in benchmarks/peers/workloads.py");
        }
    }
}
