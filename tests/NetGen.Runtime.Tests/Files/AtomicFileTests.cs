namespace NetGen.Runtime.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static void Write(string path) => AtomicFile.Write(path, 0, static (file, _) => file.WriteByte(9));

    [Fact]
    public void Failed_write_keeps_the_old_file_leaves_nothing_behind_and_names_the_file_rather_than_its_temporary()
    {
        string path = _folder.File("net.safetensors", [1, 2, 3]);
        var error = Assert.Throws<IOException>(() => AtomicFile.Write(path, 0, static (file, _) =>
        {
            file.WriteByte(9);
            throw new IOException($"No space left on device : '{file.Name}'");
        }));

        Assert.Equal($"'{path}' cannot be written: No space left on device : '{path}'. The file of that name is as it was.", error.Message);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Failure_of_another_kind_passes_through()
    {
        string path = _folder.File("net.safetensors");
        var problem = new InvalidOperationException("not a matter of files");
        Assert.Same(problem, Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, 0, (_, _) => throw problem)));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Refused_access_stays_refused_access_and_names_the_file()
    {
        string path = _folder.File("net.safetensors");
        var error = Assert.Throws<UnauthorizedAccessException>(() => AtomicFile.Write(path, 0, static (_, _) => throw new UnauthorizedAccessException("Denied.")));
        Assert.Equal($"'{path}' cannot be written: Denied. Nothing was written.", error.Message);
    }

    [Fact]
    public void Temporary_that_cannot_be_deleted_does_not_hide_the_failure()
    {
        string path = _folder.File("net.safetensors");
        var error = Assert.Throws<IOException>(() => AtomicFile.Write(path, 0, static (file, _) =>
        {
            // Deleting a folder as a file fails, for root as well.
            file.Dispose();
            File.Delete(file.Name);
            Directory.CreateDirectory(file.Name);
            throw new IOException("disk full");
        }));
        Assert.Contains("disk full", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_is_not_replaced_by_a_file()
    {
        string path = Directory.CreateDirectory(_folder.File("net")).FullName;
        foreach (string target in new[] { path, path + Path.DirectorySeparatorChar })
        {
            Assert.Contains("it is a folder", Assert.Throws<IOException>(() => Write(target)).Message, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.GetFileSystemEntries(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Missing_folder_is_named()
    {
        var error = Assert.Throws<DirectoryNotFoundException>(() => Write(Path.Combine(_folder.Path, "no", "net.safetensors")));
        Assert.Contains($"there is no folder '{_folder.File("no")}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_that_is_a_file_is_named()
    {
        string file = _folder.File("plain", [1]);
        var error = Assert.Throws<IOException>(() => Write(Path.Combine(file, "net.safetensors")));
        Assert.Contains($"'{file}' is a file, not a folder", error.Message, StringComparison.Ordinal);
        Assert.Equal([1], File.ReadAllBytes(file));
    }
}
