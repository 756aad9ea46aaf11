namespace NetGen;

/// <summary>Divides samples so that each part has the classes in the proportion of the whole.</summary>
internal static class Stratification
{
    /// <summary>
    /// Reorders samples stably so that the first <paramref name="first"/> hold each class's share of them. Shares are whole
    /// by the method of largest remainders; ties go to the lower label.
    /// </summary>
    /// <param name="order">Sample numbers in random order; reordered.</param>
    /// <param name="labels">The label of each sample, by its number.</param>
    /// <param name="first">The size of the first part.</param>
    public static void Divide(Span<int> order, ReadOnlySpan<int> labels, int first)
    {
        // Labels may be sparse and large: count by dictionary, never by an array as long as the largest label.
        var counts = new SortedDictionary<int, int>();
        foreach (int label in labels)
        {
            counts[label] = counts.GetValueOrDefault(label) + 1;
        }

        var quota = Quota(counts, labels.Length, first);
        int[] shuffled = order.ToArray();
        int head = 0, tail = first;
        foreach (int sample in shuffled)
        {
            int label = labels[sample];
            if (quota[label] > 0)
            {
                quota[label]--;
                order[head++] = sample;
            }
            else
            {
                order[tail++] = sample;
            }
        }
    }

    private static Dictionary<int, int> Quota(SortedDictionary<int, int> counts, int total, int first)
    {
        var quota = new Dictionary<int, int>();
        var remainders = new List<(long Remainder, int Label)>();
        int given = 0;
        foreach (var (label, count) in counts)
        {
            long share = (long)count * first;
            quota[label] = (int)(share / total);
            given += quota[label];
            remainders.Add((share % total, label));
        }

        remainders.Sort((a, b) => a.Remainder != b.Remainder ? b.Remainder.CompareTo(a.Remainder) : a.Label.CompareTo(b.Label));
        foreach (var (_, label) in remainders)
        {
            if (given == first)
            {
                break;
            }

            quota[label]++;
            given++;
        }

        return quota;
    }
}
