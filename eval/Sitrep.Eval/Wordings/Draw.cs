namespace Sitrep.Eval.Wordings;

/// <summary>Numbers that look drawn and are the same on every machine: the generator of Park and Miller (1988).</summary>
/// <param name="first">From 1 up; another one draws other sentences.</param>
internal sealed class Draw(int first)
{
    /// <summary>The draw that is scored and pinned.</summary>
    public const int Pinned = 42;

    private long _state = first;

    public string[] Of(string[][] rows)
    {
        _state = _state * 48271 % int.MaxValue;
        return rows[(int)(_state % rows.Length)];
    }
}
