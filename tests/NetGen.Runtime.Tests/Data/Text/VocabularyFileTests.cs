using System.Text;
using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Data.Text;

/// <summary>What is wrong with a file is told with its name and line.</summary>
public sealed class VocabularyFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{\"a\": 0,\n\"b\": 1", "line 2: this is not the JSON of a vocabulary, or only a part of it")]
    [InlineData("{\"a\": 0,\n\"b\": 1}\n}", "line 3: this is not the JSON")]
    [InlineData("", "line 1: this is not the JSON")]
    [InlineData("[1]", "line 1: the vocabulary is no JSON object")]
    [InlineData("{}", "line 1: the vocabulary has no token")]
    [InlineData("{\n\"a\": 0,\n\"a\": 1}", "line 3: the vocabulary has the token \"a\" a second time")]
    [InlineData("{\n\"a\": 0,\n\"b\": 0}", "line 3: the vocabulary gives the id 0 to \"b\" and to \"a\"")]
    [InlineData("{\n\"a\": 0,\n\"b\": 2}", "line 3: the vocabulary has the id 2, but none of its 2 tokens has the id 1")]
    [InlineData("{\n\"a\": \"0\"}", "line 2: the vocabulary has no id for the token \"a\"")]
    [InlineData("{\n\"a\": -1}", "line 2: the vocabulary has no id for the token \"a\"")]
    [InlineData("{\n\"a\": 1.5}", "line 2: the vocabulary has no id for the token \"a\"")]
    [InlineData("{\"a\": 0,\n\n\"\\ud800\": 1}", "line 3: the vocabulary has a text that is not valid Unicode")]
    public void Damaged_vocabulary_is_refused(string json, string expected)
    {
        string path = _folder.File("vocab.json", Encoding.UTF8.GetBytes(json));

        string message = Assert.Throws<InvalidDataException>(() => CharacterTokenizer.Load(path)).Message;

        Assert.StartsWith($"'{path}', {expected}", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a b c", "line 2: \"a b c\" is no merge")]
    [InlineData("ab", "line 2: \"ab\" is no merge")]
    [InlineData("a  b", "line 2: \"a  b\" is no merge")]
    [InlineData("", "line 2: \"\" is no merge", "b a")]
    [InlineData("x q", "line 2: the token \"xq\" is not in ")]
    [InlineData("a 漢", "line 2: \"漢\" has characters that stand for no byte")]
    [InlineData("a b", "line 3: the merge \"a b\" stands on line 2 already", "a b")]
    public void Damaged_merges_are_refused(string line, string expected, string? next = null)
    {
        string vocabulary = _folder.File("vocab.json", Encoding.UTF8.GetBytes(VocabularyJson.Write(BytePairReference.OddVocabulary)));
        string merges = _folder.File("merges.txt", Encoding.UTF8.GetBytes($"#version: 0.2\n{line}\n{next}"));

        string message = Assert.Throws<InvalidDataException>(() => BytePairTokenizer.Load(vocabulary, merges)).Message;

        Assert.StartsWith($"'{merges}', {expected}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_that_begins_with_a_hash_is_one()
    {
        string vocabulary = _folder.File("vocab.json", Encoding.UTF8.GetBytes(VocabularyJson.Write([.. BytePairReference.OddVocabulary, "##"])));

        var tokenizer = BytePairTokenizer.Load(vocabulary, _folder.File("merges.txt", "# #\r\na b\r\n"u8.ToArray()));

        Assert.Equal([tokenizer.VocabularySize - 1], tokenizer.Encode("##"));
    }

    [Fact]
    public void Vocabulary_without_a_byte_is_refused()
    {
        string path = _folder.File("vocab.json", Encoding.UTF8.GetBytes(VocabularyJson.Write([.. BytePairReference.OddVocabulary.Where(text => text != "Ġ")])));

        Assert.Contains("has no token \"Ġ\" for the byte 32", Assert.Throws<InvalidDataException>(() => BytePairTokenizer.Load(path, path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        string vocabulary = _folder.File("vocab.json", Encoding.UTF8.GetBytes(VocabularyJson.Write(BytePairReference.OddVocabulary)));
        string merges = _folder.File("merges.txt", [(byte)'a', (byte)' ', (byte)'b', (byte)'\n', 0xFF]);

        Assert.Contains("line 2: the bytes are no UTF-8", Assert.Throws<InvalidDataException>(() => BytePairTokenizer.Load(vocabulary, merges)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_file_is_named() =>
        Assert.Contains("vocab.json", Assert.Throws<FileNotFoundException>(() => WordTokenizer.Load(_folder.File("vocab.json"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Vocabulary_of_another_kind_is_refused()
    {
        string path = _folder.File("vocab.json", "{\"ab\": 0}"u8.ToArray());

        Assert.Contains("\"ab\", which is no single character", Assert.Throws<InvalidDataException>(() => CharacterTokenizer.Load(path)).Message, StringComparison.Ordinal);
        Assert.Contains("0 and 1 are not <pad> and <unk>", Assert.Throws<InvalidDataException>(() => WordTokenizer.Load(path)).Message, StringComparison.Ordinal);
    }
}
