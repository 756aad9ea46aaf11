using System.Text;
using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Data.Text;

public sealed class CorpusFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Text_is_read_without_its_mark() => Assert.Equal("a\nb\n", TextCorpus.Load(_folder.File("a.txt", "\uFEFFa\nb\n"u8.ToArray())));

    [Fact]
    public void Folder_is_read_in_the_order_of_names()
    {
        _folder.File("b.md", "second\r\n"u8.ToArray());
        _folder.File("a.md", "first"u8.ToArray());
        _folder.File("c.txt", "third"u8.ToArray());

        Assert.Equal("first\n\nsecond\n", TextCorpus.LoadFolder(_folder.Path));
    }

    [Fact]
    public void Lines_are_trimmed_and_distinct_where_asked_for()
    {
        string path = _folder.File("names.txt", "emma\r\n\nolivia \nemma"u8.ToArray());

        Assert.Equal(["emma", "olivia", "emma"], TextCorpus.LoadLines(path));
        Assert.Equal(["emma", "olivia"], TextCorpus.LoadLines(path, distinct: true));
    }

    [Fact]
    public void Labelled_lines_end_in_line_feeds_alone()
    {
        var texts = LabelledText.Load(_folder.File("l.txt", Encoding.UTF8.GetBytes("A very \u0085 good\tfilm.  \t1\nBad.\t0\n")));

        Assert.Equal([new("A very \u0085 good\tfilm.", 1), new("Bad.", 0)], texts);
    }

    [Theory]
    [InlineData("Good.\t1\nBad. 0\n")]
    [InlineData("Good.\t1\nBad.\tx\n")]
    public void Line_without_a_label_is_refused(string content) => Assert.Contains(
        "line 2: a text, a tabulator and a label", Assert.Throws<InvalidDataException>(() => LabelledText.Load(_folder.File("l.txt", Encoding.UTF8.GetBytes(content)))).Message, StringComparison.Ordinal);

    [Fact]
    public void Files_of_two_classes_are_read_in_turn()
    {
        var texts = LabelledText.LoadPolarity(_folder.File("neg", "bad\nworse\nworst"u8.ToArray()), _folder.File("pos", "good\nbetter"u8.ToArray()));

        Assert.Equal(["bad 0", "good 1", "worse 0", "better 1", "worst 0"], texts.Select(text => $"{text.Text} {text.Label}"));
    }

    [Fact]
    public void Nothing_to_read_is_refused()
    {
        Assert.Throws<InvalidDataException>(() => TextCorpus.Load(_folder.File("empty", [])));
        Assert.Throws<InvalidDataException>(() => TextCorpus.LoadLines(_folder.File("empty", "\n \n"u8.ToArray())));
        Assert.Throws<InvalidDataException>(() => LabelledText.Load(_folder.File("empty", [])));
        Assert.Throws<InvalidDataException>(() => TextCorpus.LoadFolder(_folder.Path));
        Assert.Throws<DirectoryNotFoundException>(() => TextCorpus.LoadFolder(_folder.File("none")));
        Assert.Throws<FileNotFoundException>(() => TextCorpus.Load(_folder.File("none")));
    }
}
