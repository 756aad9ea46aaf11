using ILGPU.Runtime;

namespace ILGPU.Simulation;

/// <summary>Memory of the host, which is none of the device's.</summary>
internal sealed class PageLockedBuffer(Accelerator accelerator, long length, int elementSize) : MemoryBuffer(accelerator, length, elementSize, ofDevice: false);
