namespace Sitrep.Eval.Wordings;

/// <summary>Numbers that look drawn and are the same on every machine: the generator of Park and Miller (1988).</summary>
internal sealed class Draw
{
    private long _state = 42;

    public string[] Of(string[][] rows)
    {
        _state = _state * 48271 % int.MaxValue;
        return rows[(int)(_state % rows.Length)];
    }
}
