using Edge;
using OnnxEdge;

if (args is not [var library, var model])
{
    Console.Error.WriteLine("usage: onnxedge LIBONNXRUNTIME MODEL");
    return 1;
}

// One line after another, as samples/Edge answers them; without its care for bad ones.
using var input = new StreamReader(new DescriptorStream(0));
using var output = new DescriptorStream(1);
using var session = new OnnxSession(library, model, PixelLine.Count, 10);
while (input.ReadLine() is { } line)
{
    if (!PixelLine.TryRead(System.Text.Encoding.UTF8.GetBytes(line), session.Input, out _))
    {
        return 1;
    }

    session.Run();
    var best = 0;
    for (var digit = 1; digit < session.Output.Length; digit++)
    {
        best = session.Output[digit] > session.Output[best] ? digit : best;
    }

    output.Write([(byte)('0' + best), (byte)'\n']);
}

return 0;
