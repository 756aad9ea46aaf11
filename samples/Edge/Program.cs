using Edge;

try
{
    using Stream input = OperatingSystem.IsWindows() ? Console.OpenStandardInput() : new DescriptorStream(0);
    using Stream output = OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new DescriptorStream(1);
    return Classification.Run(new Digits.DigitNet(), input, output);
}
catch (IOException)
{
    // Nobody sends or nobody reads any more, as in "edge | head -1".
    return 1;
}
