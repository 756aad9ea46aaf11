namespace NetGen;

/// <summary>One pass over windows.</summary>
internal sealed class TokenWindowReader(TokenWindows windows, int next, IWindowStarts starts) : SampleReader<int, int>
{
    private int _next = next;

    public override int Read(Span<int> inputs, Span<int> targets)
    {
        int length = windows.Length, read = Math.Min(inputs.Length / length, windows.Count - _next);
        for (int i = 0; i < read; i++, _next++)
        {
            int start = starts[_next];
            windows.Tokens.Slice(start, length).CopyTo(inputs[(i * length)..]);
            windows.Tokens.Slice(start + 1, length).CopyTo(targets[(i * length)..]);
        }

        return read;
    }
}
