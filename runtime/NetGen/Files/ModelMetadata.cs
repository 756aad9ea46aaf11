using System.Text;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// What the file of a model says besides its weights, in the <c>__metadata__</c> of the safetensors format: which network it is, and what its answers and its inputs
/// mean. <c>Save</c> of a network writes its metadata, <c>Load(path)</c> takes the file's over as a whole; <c>Load(path, pattern)</c> leaves them alone.
/// </summary>
/// <remarks>Not to be changed while another thread saves or loads the network.</remarks>
public sealed class ModelMetadata
{
    private readonly NetworkInfo? _info;
    private readonly string? _specHash;
    private SortedDictionary<string, string> _entries = new(StringComparer.Ordinal);

    /// <summary>The metadata of a network that was just made.</summary>
    internal ModelMetadata(NetworkInfo info)
    {
        _info = info;
        Network = info.Name;
        NetGenVersion = WriterVersion.Text;
        Architecture = info.Architecture;
    }

    /// <summary>The metadata of a file.</summary>
    internal ModelMetadata(string? network, string? version, string? specHash, IReadOnlyList<string> architecture)
    {
        Network = network;
        NetGenVersion = version;
        Architecture = architecture;
        _specHash = specHash;
    }

    /// <summary>The name of the network's class; null for a file that is not from NetGen.</summary>
    public string? Network { get; }

    /// <summary>The version of NetGen that wrote the file or runs the network; null for a file that is not from NetGen.</summary>
    public string? NetGenVersion { get; }

    /// <summary>The <see cref="NetworkInfo.SpecHash"/> of the network; null for a file that has none.</summary>
    public string? SpecHash => _info?.SpecHash ?? _specHash;

    /// <summary>The <see cref="NetworkInfo.Architecture"/> of the network; empty for a file that has none.</summary>
    public IReadOnlyList<string> Architecture { get; }

    /// <summary>
    /// The names of the classes in the order of the network's outputs; null: not known. A network with a single output may have two: of the answers near 0 and
    /// near 1. <c>Fit</c> takes them from the training set, if it has any.
    /// </summary>
    /// <exception cref="ArgumentException">The network has another number of classes, or a name is null or not valid Unicode.</exception>
    public IReadOnlyList<string>? ClassNames
    {
        get;
        set
        {
            if (value is not null && WhyNotClasses(value.Count) is { } reason)
            {
                throw new ArgumentException($"{reason}.", nameof(value));
            }

            field = value is null ? null : Array.AsReadOnly([.. value.Select(name => MetadataText.Require(name, "A class name"))]);
        }
    }

    /// <summary>How the values of the inputs were normalised; null: not, or not known. <c>Fit</c> takes it from the training set, if it has one.</summary>
    public Normalization? Normalization { get; set; }

    /// <summary>
    /// How raw values become inputs, as a text that whoever prepared them can read again, such as the JSON of a table's encoder; null: not known. <c>Fit</c> takes it
    /// from the training set, if it has one.
    /// </summary>
    /// <exception cref="ArgumentException">The text is not valid Unicode.</exception>
    public string? Preprocessing { get; set => field = value is null ? null : MetadataText.Require(value, "Preprocessing"); }

    /// <summary>Texts of your own, and those that other programs left in the file, by key in ordinal order.</summary>
    public IReadOnlyDictionary<string, string> Entries => _entries.AsReadOnly();

    /// <summary>A text of your own: a decision threshold, the day of training. Null: there is none; setting null removes it.</summary>
    /// <param name="key">Its name in the file. <c>format</c> and what starts with <c>netgen.</c> is taken.</param>
    /// <exception cref="ArgumentException">The key is taken, or key or text is not valid Unicode.</exception>
    public string? this[string key]
    {
        get => _entries.GetValueOrDefault(key);
        set
        {
            if (MetadataText.IsReserved(key))
            {
                throw new ArgumentException($"The key '{key}' is taken: 'format' and all that starts with 'netgen.' is written by NetGen.", nameof(key));
            }

            MetadataText.Require(key, "A key");
            if (value is null)
            {
                _entries.Remove(key);
            }
            else
            {
                _entries[key] = MetadataText.Require(value, $"The text of '{key}'");
            }
        }
    }

    /// <summary>Reads the metadata of a file, for which no network is needed.</summary>
    /// <param name="path">A safetensors file, of NetGen or of another program.</param>
    /// <returns>What the file says; what it does not say is null or empty.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or from a newer NetGen; the message names file, key and reason.</exception>
    public static ModelMetadata Read(string path)
    {
        using var file = TensorFile.Open(path);
        return MetadataReader.Read(path, file.Metadata);
    }

    /// <summary>A few lines for people: network, version, classes, preparation of the inputs, entries.</summary>
    /// <returns>The lines, without a line end after the last.</returns>
    public override string ToString()
    {
        var text = new StringBuilder($"Network        {Network ?? "unknown"}, NetGen {NetGenVersion ?? "unknown"}");
        Line(text, "Classes", ClassNames is null ? null : string.Join(", ", ClassNames));
        Line(text, "Normalization", Normalization?.ToString());
        Line(text, "Preprocessing", Preprocessing);
        foreach (var (key, value) in _entries)
        {
            Line(text, key, value);
        }

        return text.ToString();
    }

    /// <summary>Why so many names do not fit the classes of the network, in words that a sentence can go on with; null if they do.</summary>
    internal string? WhyNotClasses(int names)
    {
        if (_info is null)
        {
            return null;
        }

        int outputs = _info.OutputShape.Count > 0 ? _info.OutputShape[^1] : 1;
        return names == outputs || (outputs == 1 && names == 2)
            ? null
            : $"{names} class names are given, but {_info.Name} has {outputs} outputs: a name for each is needed{(outputs == 1 ? ", or two, of the answers near 0 and near 1" : "")}";
    }

    /// <summary>
    /// Takes over what the set says that the network is trained on: from then on the weights belong to its preparation, whatever was loaded before. What the set
    /// does not say stays. Class names that do not fit the network are left out.
    /// </summary>
    internal void Complete(Dataset training)
    {
        ClassNames = training.ClassNames is { } names && WhyNotClasses(names.Count) is null ? names : ClassNames;
        Normalization = training.Normalization ?? Normalization;
        Preprocessing = training.Preprocessing ?? Preprocessing;
    }

    /// <summary>Replaces everything that can be set.</summary>
    internal void TakeOver(ModelMetadata other)
    {
        ClassNames = other.ClassNames;
        Normalization = other.Normalization;
        Preprocessing = other.Preprocessing;
        _entries = new(other._entries, StringComparer.Ordinal);
    }

    private static void Line(StringBuilder text, string label, string? value)
    {
        if (value is not null)
        {
            text.Append('\n').Append(label.PadRight(14)).Append(' ').Append(value);
        }
    }
}
