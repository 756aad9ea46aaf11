using System.Text;

namespace NetGen.Runtime;

/// <summary>The keys of a model's metadata, and what texts may be like.</summary>
internal static class MetadataText
{
    /// <summary>The version of what the keys below mean. A reader refuses a higher one; keys that it does not know it ignores.</summary>
    public const int Format = 1;

    /// <summary>Says to programs around PyTorch that names and layouts are those of a <c>state_dict</c>.</summary>
    public const string TensorFormatKey = "format";

    public const string NetworkKey = "netgen.network";

    public const string FormatKey = "netgen.format";

    public const string VersionKey = "netgen.version";

    public const string SpecHashKey = "netgen.spec_hash";

    /// <summary>The lines of the architecture, each ended by a line feed: exactly the text that the hash is of.</summary>
    public const string ArchitectureKey = "netgen.architecture";

    /// <summary>A JSON array of strings.</summary>
    public const string ClassNamesKey = "netgen.class_names";

    /// <summary>A JSON object of <c>mean</c> and <c>standard_deviation</c>: a number each, or an array of a number per channel each.</summary>
    public const string NormalizationKey = "netgen.normalization";

    public const string PreprocessingKey = "netgen.preprocessing";

    private const string Prefix = "netgen.";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether a key is not for users.</summary>
    public static bool IsReserved(string key) => key == TensorFormatKey || key.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Refuses what would not come out of a file as it went in.</summary>
    /// <exception cref="ArgumentException">The text is null or has half a surrogate pair.</exception>
    public static string Require(string? text, string what)
    {
        if (text is null)
        {
            throw new ArgumentException($"{what} is null; a text is needed.");
        }

        try
        {
            Strict.GetByteCount(text);
            return text;
        }
        catch (EncoderFallbackException problem)
        {
            throw new ArgumentException($"{what} is not valid Unicode: it has half a surrogate pair at position {problem.Index}.", problem);
        }
    }
}
