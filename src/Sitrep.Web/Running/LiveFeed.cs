using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Sitrep.Web.Running;

/// <summary>Something that open pages are told: an event of <c>text/event-stream</c>.</summary>
/// <param name="Kind">"progress", "found", "problem", "record".</param>
internal sealed record LiveEvent(string Kind, string Json);

/// <summary>Tells every open page what is read and when the record changed.</summary>
internal sealed class LiveFeed
{
    /// <summary>Events that wait for one slow page; older ones are dropped, because the record itself is asked for anyway.</summary>
    private const int WaitingMax = 256;

    /// <summary>Pages that listen at a time; a browser opens one connection a tab.</summary>
    private const int ListenersMax = 64;

    private readonly ConcurrentDictionary<Guid, Channel<LiveEvent>> _listeners = new();

    public void Tell(LiveEvent told)
    {
        foreach (Channel<LiveEvent> listener in _listeners.Values) listener.Writer.TryWrite(told);
    }

    /// <returns>Null when too many listen already.</returns>
    public Listening? Listen()
    {
        if (_listeners.Count >= ListenersMax) return null;
        var channel = Channel.CreateBounded<LiveEvent>(new BoundedChannelOptions(WaitingMax) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        var id = Guid.NewGuid();   // never shown, and gone with the page
        _listeners[id] = channel;
        return new Listening(channel.Reader, () => _listeners.TryRemove(id, out _));
    }

    internal sealed class Listening(ChannelReader<LiveEvent> events, Action leave) : IDisposable
    {
        public ChannelReader<LiveEvent> Events { get; } = events;

        public void Dispose() => leave();
    }
}
