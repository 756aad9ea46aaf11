using System.Runtime.InteropServices;

namespace OnnxEdge;

/// <summary>A network in ONNX Runtime: one input row x, one output row y, one thread. Its C interface is a table of functions whose order is part of the binary interface; the few that are used are named by their place.</summary>
internal sealed unsafe class OnnxSession : IDisposable
{
    private const int ErrorMessage = 2, CreateEnvironment = 3, CreateSession = 7, CreateOptions = 10, SetOptimization = 23, SetThreads = 24, CreateTensor = 49, CreateMemoryInfo = 69, RunBound = 133, CreateBinding = 134, BindInput = 136, BindOutput = 137;
    private const uint Version = 17;

    private readonly void** _api;
    private readonly void* _session;
    private readonly void* _binding;
    private readonly float* _input;
    private readonly float* _output;
    private readonly int _inputs;
    private readonly int _outputs;

    public OnnxSession(string library, string model, int inputs, int outputs)
    {
        (_inputs, _outputs) = (inputs, outputs);
        _input = (float*)NativeMemory.AlignedAlloc((nuint)inputs * sizeof(float), 64);
        _output = (float*)NativeMemory.AlignedAlloc((nuint)outputs * sizeof(float), 64);
        var apiBase = ((delegate* unmanaged<void**>)NativeLibrary.GetExport(NativeLibrary.Load(library), "OrtGetApiBase"))();
        _api = ((delegate* unmanaged<uint, void**>)apiBase[0])(Version);

        void* environment, options, session, memory, x, y, binding;
        fixed (byte* name = "edge\0"u8, file = System.Text.Encoding.UTF8.GetBytes(model + "\0"), xName = "x\0"u8, yName = "y\0"u8)
        {
            Check(((delegate* unmanaged<int, byte*, void**, void*>)_api[CreateEnvironment])(3, name, &environment));
            Check(((delegate* unmanaged<void**, void*>)_api[CreateOptions])(&options));
            Check(((delegate* unmanaged<void*, int, void*>)_api[SetOptimization])(options, 99));
            Check(((delegate* unmanaged<void*, int, void*>)_api[SetThreads])(options, 1));
            Check(((delegate* unmanaged<void*, byte*, void*, void**, void*>)_api[CreateSession])(environment, file, options, &session));
            Check(((delegate* unmanaged<int, int, void**, void*>)_api[CreateMemoryInfo])(1, 0, &memory));
            Check(Tensor(memory, _input, inputs, &x));
            Check(Tensor(memory, _output, outputs, &y));
            Check(((delegate* unmanaged<void*, void**, void*>)_api[CreateBinding])(session, &binding));
            Check(((delegate* unmanaged<void*, byte*, void*, void*>)_api[BindInput])(binding, xName, x));
            Check(((delegate* unmanaged<void*, byte*, void*, void*>)_api[BindOutput])(binding, yName, y));
        }

        _session = session;
        _binding = binding;
    }

    public Span<float> Input => new(_input, _inputs);

    public ReadOnlySpan<float> Output => new(_output, _outputs);

    public void Run() => Check(((delegate* unmanaged<void*, void*, void*, void*>)_api[RunBound])(_session, null, _binding));

    // The process ends with it: only what is ours is given back.
    public void Dispose()
    {
        NativeMemory.AlignedFree(_input);
        NativeMemory.AlignedFree(_output);
    }

    private void* Tensor(void* memory, float* values, int count, void** tensor)
    {
        var shape = stackalloc long[] { 1, count };
        return ((delegate* unmanaged<void*, void*, nuint, long*, nuint, int, void**, void*>)_api[CreateTensor])(memory, values, (nuint)count * sizeof(float), shape, 2, 1, tensor);
    }

    private void Check(void* status)
    {
        if (status != null)
        {
            throw new InvalidOperationException(Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<void*, byte*>)_api[ErrorMessage])(status)));
        }
    }
}
