namespace Sitrep.Pipeline.Ingest;

/// <summary>A path pattern: <c>?</c> one character, <c>*</c> any within a name, <c>**</c> any number of folders.</summary>
internal sealed class PathPattern(string pattern)
{
    private readonly string[] _parts = pattern.Split('/');

    /// <param name="path">Relative, with forward slashes.</param>
    public bool Matches(string path)
    {
        string[] names = path.Split('/');
        // reached[i]: the parts so far can cover the first i names.
        bool[] reached = new bool[names.Length + 1];
        reached[0] = true;
        foreach (string part in _parts)
        {
            bool[] next = new bool[names.Length + 1];
            bool any = false;
            for (int i = 0; i <= names.Length; i++)
            {
                if (part == "**")
                {
                    any |= reached[i];
                    next[i] = any;
                }
                else if (i > 0 && reached[i - 1]) next[i] = MatchesName(part, names[i - 1]);
            }
            reached = next;
        }
        return reached[^1];
    }

    // The usual two-pointer match: on failure give the last star one more character. At most part × name steps.
    private static bool MatchesName(string part, string name)
    {
        int p = 0, n = 0, star = -1, starAt = 0;
        while (n < name.Length)
        {
            if (p < part.Length && part[p] == '*') (star, starAt) = (p++, n);
            else if (p < part.Length && (part[p] == '?' || part[p] == name[n])) (p, n) = (p + 1, n + 1);
            else if (star >= 0) (p, n) = (star + 1, ++starAt);
            else return false;
        }
        while (p < part.Length && part[p] == '*') p++;
        return p == part.Length;
    }
}
