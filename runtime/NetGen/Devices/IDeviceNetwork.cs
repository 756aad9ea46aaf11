using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>A network that trains on a device: what is saved and what is loaded goes through the network that it was made from.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IDeviceNetwork
{
    /// <summary>Brings parameters, buffers and the optimizer's state back from the device.</summary>
    public void Download();

    /// <summary>Brings parameters, buffers and the optimizer's state to the device.</summary>
    public void Upload();
}
