using System.Text.Json;

namespace NetGen;

/// <summary>Reads an encoder from JSON and refuses whatever an encoder would not have written.</summary>
internal static class EncoderJsonReader
{
    /// <exception cref="InvalidDataException">The text is not that of an encoder; the message tells where.</exception>
    public static TableEncoder Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(new JsonPart(document.RootElement, ""));
        }
        catch (JsonException malformed)
        {
            throw new InvalidDataException($"This is not the JSON of a table encoder: {malformed.Message}", malformed);
        }
    }

    private static TableEncoder Read(JsonPart root)
    {
        if (root["format"].Text() != EncoderJson.Format)
        {
            throw root["format"].Invalid($"is '{root["format"].Text()}', not '{EncoderJson.Format}'");
        }

        if (root["version"].Number() != EncoderJson.Version)
        {
            throw root["version"].Invalid($"is {root["version"].Element.GetRawText()}; this version of NetGen reads version {EncoderJson.Version}");
        }

        var inputs = Array.ConvertAll(root["inputs"].Items(), Input);
        var targets = Array.ConvertAll(root["targets"].Items(), Target);
        if (inputs.Length == 0 || inputs.Select(input => input.Name).Concat(targets.Select(target => target.Name)).Distinct().Count() < inputs.Length + targets.Length)
        {
            throw root["inputs"].Invalid("has no column, or one twice");
        }

        if (targets.Length > 1 && targets.Any(target => target.Kind != targets[0].Kind || target.Kind == TargetKind.Labels))
        {
            throw root["targets"].Invalid("has several columns that are not numbers of one kind");
        }

        return new(inputs, targets, Array.ConvertAll(root["groups"].Items(), group => Group(group, inputs)), new MissingSet(root["missingValues"].Texts()));
    }

    private static InputColumn Input(JsonPart part)
    {
        string name = part["name"].Text();
        if (part["kind"].Choice<ColumnKind>() == ColumnKind.Number)
        {
            return new NumberInput(name, part["offset"].Number(), Scale(part["scale"]), part["fill"].IsNull ? null : part["fill"].Number(), part["indicator"].Flag());
        }

        string[] values = part["values"].Texts();
        bool hasMissing = part["hasMissing"].Flag();
        string? fill = part["fill"].IsNull ? null : part["fill"].Text();
        var missing = part["missing"].Choice<MissingCategory>();
        if ((fill is not null && !values.Contains(fill)) || (hasMissing && missing != MissingCategory.OwnCategory))
        {
            throw part["missing"].Invalid("contradicts 'fill', 'hasMissing' or 'values'");
        }

        return new CategoryInput(name, part["encoding"].Choice<CategoryEncoding>(), values, hasMissing, fill, missing, part["unknown"].Choice<UnknownCategory>());
    }

    private static TargetColumn Target(JsonPart part)
    {
        string name = part["name"].Text();
        var kind = part["kind"].Choice<TargetKind>();
        if (part["column"].Choice<ColumnKind>() == ColumnKind.Number)
        {
            return kind != TargetKind.Labels
                ? new NumberTarget(name, kind, part["offset"].Number(), Scale(part["scale"]))
                : throw part["kind"].Invalid("is Labels for a column of numbers");
        }

        string[] classes = part["classes"].Texts();
        string? positive = part["positive"].IsNull ? null : part["positive"].Text();
        bool agrees = kind == TargetKind.Labels ? positive is null : kind == TargetKind.Binary && positive is not null && classes.Contains(positive);
        return agrees && classes.Length > 0 ? new ClassTarget(name, classes, positive) : throw part["kind"].Invalid("contradicts 'classes' or 'positive'");
    }

    private static EncodedGroup Group(JsonPart part, InputColumn[] inputs)
    {
        InputColumn[] columns = [.. part["columns"].Items().Select(item => Array.Find(inputs, input => input.Name == item.Text()) ?? throw item.Invalid("is no input"))];
        return columns.Length > 0 ? new(part["name"].Text(), columns) : throw part["columns"].Invalid("has no column");
    }

    private static double Scale(JsonPart part) => part.Number() > 0 ? part.Number() : throw part.Invalid("is not above zero");
}
