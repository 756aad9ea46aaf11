namespace NetGen;

public sealed partial class TableEncoder
{
    /// <summary>
    /// How many token ids a group of categories uses: the size of an embedding for it. The ids of its columns are distinct; each column has one for
    /// values never seen, and one for each value.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such group.</exception>
    /// <exception cref="InvalidOperationException">The group has columns that are not encoded by <see cref="CategoryEncoding.Index"/>.</exception>
    public int TokenCount(string group) => TokenGroup(group).TokenCount;

    /// <summary>Token ids of a group of categories, row after row: one for each column.</summary>
    /// <exception cref="ArgumentException">There is no such group, the table lacks a column, or a column is of another kind than in the table learned from.</exception>
    /// <exception cref="InvalidOperationException">The group has columns that are not encoded by <see cref="CategoryEncoding.Index"/>.</exception>
    /// <exception cref="InvalidDataException">A value cannot be encoded; the message tells row, column and value.</exception>
    public int[] Tokens(CsvTable table, string group)
    {
        var tokens = TokenGroup(group);
        float[] inputs = Inputs(table, tokens);
        var ids = new int[inputs.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            ids[i] = (int)inputs[i] + tokens.TokenOffsets![i % tokens.Size];
        }

        return ids;
    }

    /// <summary>Token ids of a group of categories, and class labels.</summary>
    /// <inheritdoc cref="Tokens"/>
    public Dataset<int, int> TokenLabels(CsvTable table, string group)
    {
        RequireTarget(NetGen.TargetKind.Labels);
        var labels = Array.ConvertAll(TargetsOf(table), label => (int)label);
        return new Dataset<int, int>(Tokens(table, group), labels, table.Count, [Group(group).Size]).WithPreprocessing(ToJson()).WithClassNames(ClassNames!);
    }

    /// <summary>Token ids of a group of categories, and numbers.</summary>
    /// <inheritdoc cref="Tokens"/>
    public Dataset<int, float> TokenValues(CsvTable table, string group)
    {
        RequireTarget(NetGen.TargetKind.Values, NetGen.TargetKind.Binary);
        return new Dataset<int, float>(Tokens(table, group), TargetsOf(table), table.Count, [Group(group).Size]).WithPreprocessing(ToJson()).WithBinaryNames(ClassNames);
    }
}
