namespace ILGPU.Util;

public abstract class DisposeBase : IDisposable
{
    public bool IsDisposed { get; private set; }

    public void Dispose()
    {
        if (!IsDisposed)
        {
            IsDisposed = true;
            Dispose(true);
        }

        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
