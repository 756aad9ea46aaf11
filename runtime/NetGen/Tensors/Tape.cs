namespace NetGen.Runtime;

/// <summary>Reverse-mode differentiation over what tensors remember of their origin.</summary>
internal static class Tape
{
    /// <summary>The gradients of the sum of <c>y * seed</c> by each target; zeros where it does not depend on it.</summary>
    public static Tensor[] Pull(Tensor y, Tensor seed, params Tensor[] targets)
    {
        var gradients = new Dictionary<Tensor, Tensor> { [y] = seed };
        var ways = Ways(y, targets);
        foreach (var tensor in ways.OrderByDescending(tensor => tensor.Order))
        {
            if (!gradients.TryGetValue(tensor, out var gradient))
            {
                continue;
            }

            foreach (var (input, pull) in tensor.Origin)
            {
                if (ways.Contains(input))
                {
                    var part = Ops.SumTo(pull(gradient, tensor), input.Extents);
                    gradients[input] = gradients.TryGetValue(input, out var others) ? others + part : part;
                }
            }
        }

        return [.. targets.Select(target => gradients.TryGetValue(target, out var gradient) ? gradient : Zeros(target))];
    }

    /// <summary>
    /// All tensors on a way from a target to <paramref name="y"/>. What is older than the targets cannot depend on them; what does not is left alone, so that functions
    /// without a derivative may stand there.
    /// </summary>
    private static HashSet<Tensor> Ways(Tensor y, Tensor[] targets)
    {
        long oldest = targets.Min(target => target.Order);
        var found = new HashSet<Tensor> { y };
        var open = new Stack<Tensor>(found);
        while (open.TryPop(out var tensor))
        {
            foreach (var dependence in tensor.Origin)
            {
                if (dependence.Input.Order >= oldest && found.Add(dependence.Input))
                {
                    open.Push(dependence.Input);
                }
            }
        }

        var ways = new HashSet<Tensor>();
        foreach (var tensor in found.OrderBy(tensor => tensor.Order))
        {
            if (targets.Contains(tensor) || tensor.Origin.Any(dependence => ways.Contains(dependence.Input)))
            {
                ways.Add(tensor);
            }
        }

        return ways;
    }

    private static Tensor Zeros(Tensor like) => new(new double[like.Length], like.Extents, like.Kind);
}
