namespace NetGen.EndToEnd.Tests.PyTorch;

/// <content>How the networks that a project lists are made for a stored case.</content>
internal static partial class Subjects
{
    public static IReadOnlyCollection<string> Names => s_byName.Keys;

    /// <summary>A new network of the case, with the stored parameters.</summary>
    public static Subject Create(StoredCase stored)
    {
        var subject = s_byName[stored.Name]();
        foreach (var (name, tensor) in stored.Below("parameter/"))
        {
            subject.Parameters[name].CopyFrom(tensor.Values);
        }

        return subject;
    }

    private static NetworkSubject<float> Values<TNetwork>(
        TNetwork net, Func<TNetwork, Backward<float>> backward, Func<TNetwork, WeightedBackward<float>> weighted)
        where TNetwork : ITrainable<float, float> => new(net, backward(net), weighted(net));

    private static NetworkSubject<int> Labels<TNetwork>(
        TNetwork net, Func<TNetwork, Backward<int>> backward, Func<TNetwork, WeightedBackward<int>> weighted)
        where TNetwork : ITrainable<float, int> => new(net, backward(net), weighted(net));
}
