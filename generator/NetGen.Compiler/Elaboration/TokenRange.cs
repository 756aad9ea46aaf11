using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Elaboration;

/// <summary>Which tokens a value may hold: what an embedding has to know of its input.</summary>
internal static class TokenRange
{
    /// <summary>The layer with the vocabulary of its input, if it is an embedding that does not say one.</summary>
    public static LayerSpec Complete(LayerSpec layer, Node input)
    {
        if (layer.Kind is not ("Embedding" or "Masking"))
        {
            return layer;
        }

        var range = Of(input);
        if (layer.Kind == "Masking")
        {
            DemandMask(layer.Number("Value", 0), range, input.Type.Shape);
            return layer;
        }

        var vocabulary = layer.Int("Vocabulary", 0);
        if (range is Values)
        {
            throw new StepRefused("NG5005", "Embedding picks vectors by tokens, which are whole numbers, but its input is an [Input(…)] of any values; declare [TokenInput(length, vocabulary)]");
        }

        if (layer.Find("Vocabulary") is not null)
        {
            return range <= vocabulary || vocabulary < 1 ? layer
                : throw new StepRefused(new Complaint("NG5004", "Vocabulary", Inv($"Embedding has {vocabulary} vectors, but its input holds tokens from 0 to {range - 1}: {range} vectors are needed; leave the vocabulary out to have as many as there are tokens")) { Instead = Inv($"{range}") });
        }

        return range == Unknown
            ? throw new StepRefused("NG5005", "nothing says which tokens the computed input of this Embedding may hold; say how many vectors it has, Embedding(vocabulary, width)")
            : layer with { Arguments = new(layer.Arguments.Where(argument => argument.Name != "Vocabulary").Append(new Argument("Vocabulary", range))) };
    }

    private static void DemandMask(double value, int range, Shape shape)
    {
        if (shape.Rank == 1 && range <= 0)
        {
            throw new StepRefused("NG1002", Inv($"Masking takes tokens [length] or a sequence [length, features], but its input {shape} is a vector of values, which are no positions"));
        }

        if (range > 0 && !(value >= 0 && value < range && value == Math.Floor(value)))
        {
            throw new StepRefused(new Complaint("NG0005", "Value", Inv($"Masking marks the token {value}, but its input holds tokens from 0 to {range - 1}")));
        }
    }

    /// <summary>A computed value: nobody knows.</summary>
    private const int Unknown = 0;

    /// <summary>An input of values.</summary>
    private const int Values = -1;

    /// <summary>How many tokens a value may hold, as far as it is made of inputs by moving them about.</summary>
    private static int Of(Node node) => node.Operation switch
    {
        InputOperation input => input.Vocabulary == 0 ? Values : input.Vocabulary,
        DetachOperation or MaskedOperation or ReshapeOperation or TransposeOperation or SliceOperation => Of(node.Inputs[0]),
        ConcatOperation => node.Inputs.Select(Of).ToList() is var parts && parts.All(part => part > 0) ? parts.Max() : Unknown,
        _ => Unknown,
    };
}
