using Edge;
using Microsoft.Win32.SafeHandles;

// Without a console class: it brings encodings, and a small program is what this sample is about.
using var reader = new SafeFileHandle(0, ownsHandle: false);
using var writer = new SafeFileHandle(1, ownsHandle: false);
using var input = new FileStream(reader, FileAccess.Read, bufferSize: 0);
using var output = new FileStream(writer, FileAccess.Write, bufferSize: 0);
return Classification.Run(new Digits.DigitNet(), input, output);
