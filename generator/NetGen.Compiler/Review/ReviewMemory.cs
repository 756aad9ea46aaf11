using NetGen.Compiler.Model;

namespace NetGen.Compiler.Review;

/// <summary>
/// Remembers the reviews of the declarations that were asked for last. An editor makes a new compilation per keystroke, in which all networks but one say the same as before. Specs and reviews are plain data, so that
/// no compilation is kept alive; a review of a declaration with problems of its own is not kept, because those are known by identity to the reading that found them.
/// </summary>
internal sealed class ReviewMemory
{
    private const int Most = 128;

    private readonly Dictionary<NetworkSpec, LinkedListNode<(NetworkSpec Spec, ReviewedNetwork Review)>> _known = [];
    private readonly LinkedList<(NetworkSpec Spec, ReviewedNetwork Review)> _byAge = new();

    public ReviewedNetwork Get(NetworkSpec spec, Func<NetworkSpec, ReviewedNetwork> review)
    {
        if (spec.Problems.Count > 0)
        {
            return review(spec);
        }

        lock (_known)
        {
            if (_known.TryGetValue(spec, out var found))
            {
                _byAge.Remove(found);
                _byAge.AddFirst(found);
                return found.Value.Review;
            }
        }

        // Outside of the lock: analyzers look at several networks at once.
        var made = review(spec);
        lock (_known)
        {
            if (!_known.ContainsKey(spec))
            {
                _known.Add(spec, _byAge.AddFirst((spec, made)));
            }

            if (_known.Count > Most)
            {
                _ = _known.Remove(_byAge.Last!.Value.Spec);
                _byAge.RemoveLast();
            }
        }

        return made;
    }
}
