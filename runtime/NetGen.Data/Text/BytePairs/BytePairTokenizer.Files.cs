namespace NetGen;

public sealed partial class BytePairTokenizer
{
    /// <summary>Reads the two files of a GPT-2 style tokenizer.</summary>
    /// <param name="vocabularyPath"><c>vocab.json</c>: an object of tokens, in GPT-2's alphabet of bytes, and their ids, which are all numbers from 0.</param>
    /// <param name="mergesPath"><c>merges.txt</c>: two tokens on each line, the first merge first; a first line that begins with <c>#version</c> is passed over.</param>
    /// <exception cref="FileNotFoundException">A file does not exist.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or the files do not belong together; the message names file and line.</exception>
    public static BytePairTokenizer Load(string vocabularyPath, string mergesPath)
    {
        var vocabulary = VocabularyJson.Read(TextFile.Bytes(vocabularyPath), vocabularyPath);
        for (int value = 0; value < 256; value++)
        {
            string character = ByteAlphabet.Character((byte)value).ToString();
            if (vocabulary.Find(character) is null)
            {
                throw new InvalidDataException($"'{vocabularyPath}' has no token {VocabularyJson.Quoted(character)} for the byte {value}: it is no vocabulary of a byte-level tokenizer, or only a part of one.");
            }
        }

        return new(new(vocabulary, MergesText.Read(TextFile.Read(mergesPath), mergesPath, vocabulary, vocabularyPath)));
    }

    /// <summary>Writes both files, for <see cref="Load"/>, and for other libraries that read GPT-2's.</summary>
    /// <param name="vocabularyPath">Usually <c>vocab.json</c>.</param>
    /// <param name="mergesPath">Usually <c>merges.txt</c>.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Save(string vocabularyPath, string mergesPath)
    {
        TextFile.Write(vocabularyPath, VocabularyJson.Write(_model.Vocabulary.Texts));
        TextFile.Write(mergesPath, MergesText.Write(_model));
    }
}
