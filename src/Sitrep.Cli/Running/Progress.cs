namespace Sitrep.Cli.Running;

/// <summary>One line on standard error that counts up while a person looks, and is wiped at the end. Nothing is written to a file or a pipe.</summary>
internal sealed class Progress(Terminal terminal, string verb) : IDisposable
{
    private int _count;
    private int _width;

    public void Step()
    {
        _count++;
        if (!terminal.Live) return;
        string line = $"{verb} {_count}";
        terminal.Error.Write($"\r{line}");
        _width = line.Length;
    }

    /// <summary>Takes the line away so that another can be written.</summary>
    public void Wipe()
    {
        if (_width > 0) terminal.Error.Write($"\r{new string(' ', _width)}\r");
        _width = 0;
    }

    public void Dispose() => Wipe();
}
