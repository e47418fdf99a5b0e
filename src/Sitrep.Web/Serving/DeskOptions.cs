using System.Net;
using Sitrep.Web.Safety;

namespace Sitrep.Web.Serving;

/// <summary>What a desk is opened on.</summary>
/// <param name="StorePath">The store that is looked at and read into; made when it is not there.</param>
public sealed record DeskOptions(string StorePath)
{
    /// <summary>Files, folders, patterns and addresses to be read when it opens.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>Folders and addresses that are read again and again.</summary>
    public IReadOnlyList<string> Watched { get; init; } = [];

    /// <summary>Fetch the pages behind entries of feeds that have no text of their own.</summary>
    public bool Follow { get; init; }

    /// <summary>The address of this machine that is listened at; null: only this machine itself can reach the desk.</summary>
    public IPAddress? Host { get; init; }

    /// <summary>Who may come in; null: whoever can reach the desk, which must then be this machine alone.</summary>
    public KeyFile? Keys { get; init; }

    /// <summary>Stands beside what is ruled and added at a desk without keys.</summary>
    public string Author { get; init; } = "analyst";

    /// <summary>Given a line for the operator when something goes wrong that nobody who looks at a page can mend.</summary>
    public Action<string> Tell { get; init; } = _ => { };

    /// <summary>0: any free one.</summary>
    public int Port { get; init; }
}
