using Sitrep.Language.Tagging;

namespace Sitrep.Language.Parsing;

/// <summary>Counts of commas and finite verbs up to each word of a sentence.</summary>
internal sealed class ClauseMarks
{
    private readonly int[] _commas, _finites;

    public ClauseMarks(ReadOnlySpan<ClauseRole> roles, ReadOnlySpan<int> tags)
    {
        (_commas, _finites) = (new int[tags.Length + 1], new int[tags.Length + 1]);
        for (int i = 0; i < tags.Length; i++)
        {
            ClauseRole role = roles[tags[i]];
            _commas[i + 1] = _commas[i] + (role == ClauseRole.Comma ? 1 : 0);
            _finites[i + 1] = _finites[i] + (role is ClauseRole.Finite or ClauseRole.FiniteAuxiliary ? 1 : 0);
        }
    }

    /// <summary>Commas and finite verbs in <c>[from, to)</c>, two of each at most.</summary>
    public uint Between(int from, int to) =>
        to <= from ? 0 : (uint)((Math.Min(_commas[to] - _commas[from], 2) * 3) + Math.Min(_finites[to] - _finites[from], 2));

    /// <summary>Finite verbs from a word to the end, three at most.</summary>
    public uint FiniteFrom(int word) => (uint)Math.Min(_finites[^1] - _finites[word], 3);
}
