using Edge;

// Without a console class: it brings encodings, and a small program is what this sample is about.
using var input = new FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0);
using var output = new FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
return Classification.Run(new Digits.DigitNet(), input, output);
