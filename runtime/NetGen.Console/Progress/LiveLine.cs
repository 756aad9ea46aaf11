namespace NetGen;

/// <summary>
/// The last line of a terminal, written over and over while it is live. The cursor stays on it: what somebody else prints meanwhile lands behind it or, once a
/// line has ended, on lines of its own, and is never erased.
/// </summary>
/// <remarks>Ends the line, so that what follows gets its own, when the program is interrupted, exits or dies of an exception.</remarks>
internal sealed class LiveLine(TextWriter writer)
{
    private const string Return = "\r";
    private const string EraseRest = "\e[K";

    // What others print behind the text is told apart from it.
    private const string Gap = " ";

    // Events of the process come on threads of their own.
    private readonly Lock gate = new();
    private bool shown;
    private bool interrupted;
    private bool watching;

    /// <summary>Shows a text, which must leave two columns of the terminal free, in place of the one before.</summary>
    public void Show(string text)
    {
        Watch();
        lock (gate)
        {
            if (!interrupted)
            {
                writer.Write(Return + text + Gap + EraseRest);
                writer.Flush();
                shown = true;
            }
        }
    }

    /// <summary>Takes the text away, to make place for a line that stays.</summary>
    public void Clear()
    {
        Unwatch();
        lock (gate)
        {
            if (shown)
            {
                writer.Write(Return + EraseRest);
            }

            shown = interrupted = false;
        }
    }

    /// <summary>Leaves the text where it is, and moves on to the next line.</summary>
    public void Leave()
    {
        Unwatch();
        End();
    }

    // Outside the lock: whoever raises these events may hold a lock of his own while a handler waits for ours.
    private void Watch()
    {
        if (!watching)
        {
            watching = true;
            Console.CancelKeyPress += Interrupt;
            AppDomain.CurrentDomain.UnhandledException += Interrupt;
            AppDomain.CurrentDomain.ProcessExit += Interrupt;
        }
    }

    private void Unwatch()
    {
        if (watching)
        {
            watching = false;
            Console.CancelKeyPress -= Interrupt;
            AppDomain.CurrentDomain.UnhandledException -= Interrupt;
            AppDomain.CurrentDomain.ProcessExit -= Interrupt;
        }
    }

    // A training that is told to stop may still finish a step, and must not show the line again.
    private void Interrupt(object? sender, EventArgs happened)
    {
        lock (gate)
        {
            interrupted = true;
            End();
        }
    }

    private void End()
    {
        lock (gate)
        {
            if (shown)
            {
                writer.WriteLine();
                writer.Flush();
                shown = false;
            }
        }
    }
}
