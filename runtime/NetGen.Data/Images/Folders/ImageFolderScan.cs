using System.Globalization;
using System.Text;
using NetGen.Runtime;

namespace NetGen;

/// <summary>What a folder with a subfolder per class holds.</summary>
internal static class ImageFolderScan
{
    /// <summary>Formats that are met often: a set that lacks its images of one of them would be another set without anybody noticing.</summary>
    private static readonly string[] OtherFormats = [".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".heic", ".avif"];

    /// <summary>The images of all classes in the order of labels and names, and the names of the classes.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">There is no class, a class has no image or was not expected, or an image has a format that no decoder reads.</exception>
    public static (ImageFile[] Files, string[] ClassNames) Scan(string folder, ImageOptions options)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder '{folder}'. A folder is expected that has a subfolder with images for each class.");
        }

        string[] found = [.. Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)!).Where(name => !IsHidden(name)).Order(StringComparer.Ordinal)];
        if (found.Length == 0)
        {
            throw new InvalidDataException($"The folder '{folder}' has no subfolder; one with images is expected for each class.");
        }

        string[] names = [.. options.ClassNames ?? found];
        if (found.Except(names).FirstOrDefault() is { } unexpected)
        {
            throw new InvalidDataException($"The folder '{folder}' has a subfolder '{unexpected}', which is none of the classes {string.Join(", ", names)}.");
        }

        HashSet<string> extensions = [".png", ".pgm", ".ppm", ".pnm", .. options.Decoders.SelectMany(decoder => decoder.Extensions)];
        var files = new List<ImageFile>();
        for (int label = 0; label < names.Length; label++)
        {
            if (found.Contains(names[label]))
            {
                files.AddRange(Images(Path.Combine(folder, names[label]), extensions).Select(path => new ImageFile(path, label)));
            }
        }

        return ([.. files], names);
    }

    /// <summary>Tells these files from others by their names and lengths.</summary>
    public static string Identity(string folder, IEnumerable<ImageFile> files)
    {
        TensorChecksum checksum = default;
        foreach (var file in files)
        {
            checksum.Add(Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"{Path.GetRelativePath(folder, file.Path)}\0{file.Label}\0{new FileInfo(file.Path).Length}\0")));
        }

        return $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))}, names and lengths {checksum.Text}";
    }

    private static IEnumerable<string> Images(string folder, HashSet<string> extensions)
    {
        string[] all = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => !IsHidden(Path.GetFileName(path))).Order(StringComparer.Ordinal)];
        if (Array.Find(all, path => OtherFormats.Contains(Extension(path)) && !extensions.Contains(Extension(path))) is { } other)
        {
            throw new InvalidDataException(
                $"'{other}' has a format that no decoder reads; there are decoders for {string.Join(", ", extensions.Order(StringComparer.Ordinal))}. Convert the images to PNG, or give a decoder in ImageOptions.Decoders.");
        }

        string[] images = [.. all.Where(path => extensions.Contains(Extension(path)))];
        return images.Length > 0
            ? images
            : throw new InvalidDataException($"The folder '{folder}' of a class has no image ({string.Join(", ", extensions.Order(StringComparer.Ordinal))}).");
    }

    private static string Extension(string path) => Path.GetExtension(path).ToLowerInvariant();

    private static bool IsHidden(string name) => name.StartsWith('.');
}
