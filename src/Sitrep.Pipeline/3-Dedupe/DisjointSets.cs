namespace Sitrep.Pipeline.Dedupe;

/// <summary>Union-find; the smallest number of a set is its root, so the outcome does not depend on the order of the joins.</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parent;

    public DisjointSets(int count)
    {
        _parent = new int[count];
        for (int i = 0; i < count; i++) _parent[i] = i;
    }

    public void Join(int one, int other)
    {
        (int first, int second) = (Root(one), Root(other));
        if (first != second) _parent[Math.Max(first, second)] = Math.Min(first, second);
    }

    /// <summary>For each number the root of its set.</summary>
    public int[] Roots()
    {
        var roots = new int[_parent.Length];
        for (int i = 0; i < roots.Length; i++) roots[i] = Root(i);
        return roots;
    }

    private int Root(int number)
    {
        while (_parent[number] != number) number = _parent[number] = _parent[_parent[number]];
        return number;
    }
}
