namespace NetGen;

public sealed partial class TableEncoder
{
    /// <summary>The encoder as JSON, from which <see cref="FromJson"/> makes one that gives the same bits. Data sets carry it as <see cref="Dataset.Preprocessing"/>.</summary>
    public string ToJson() => _json ??= EncoderJson.Write(_all, _targets, _groups, _missing);

    /// <summary>Reads an encoder that <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The text is not that of an encoder, or of a version not known; the message tells what is wrong where.</exception>
    public static TableEncoder FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return EncoderJsonReader.Read(json);
    }
}
