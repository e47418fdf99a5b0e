using System.Collections;

namespace Sitrep.Pipeline.Extract;

/// <summary>The children of a token in their order. Asked for at every step of every walk, so it is walked without an allocation; what is asked most has its own method here, in place of that of LINQ.</summary>
public readonly record struct ChildTokens : IEnumerable<int>
{
    private readonly int[] _next;
    private readonly int _first;

    /// <param name="next">For each token its next sibling; -1: none.</param>
    /// <param name="first">The first child; -1: none.</param>
    internal ChildTokens(int[] next, int first) => (_next, _first) = (next, first);

    public Enumerator GetEnumerator() => new(_next, _first);

    IEnumerator<int> IEnumerable<int>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Any() => _first >= 0;

    public bool Any(Func<int, bool> fits)
    {
        for (int child = _first; child >= 0; child = _next[child]) if (fits(child)) return true;
        return false;
    }

    public bool All(Func<int, bool> fits)
    {
        for (int child = _first; child >= 0; child = _next[child]) if (!fits(child)) return false;
        return true;
    }

    /// <returns><paramref name="none"/> when no child fits.</returns>
    public int FirstOrDefault(Func<int, bool> fits, int none)
    {
        for (int child = _first; child >= 0; child = _next[child]) if (fits(child)) return child;
        return none;
    }

    /// <summary>Walks the children.</summary>
    public struct Enumerator : IEnumerator<int>
    {
        private readonly int[] _next;
        private readonly int _first;
        private bool _begun;

        internal Enumerator(int[] next, int first) => (_next, _first) = (next, first);

        public int Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            Current = _begun ? _next[Current] : _first;
            _begun = true;
            return Current >= 0;
        }

        public void Reset() => _begun = false;

        public readonly void Dispose()
        {
        }
    }
}
