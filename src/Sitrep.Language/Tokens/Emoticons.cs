using System.Buffers;

namespace Sitrep.Language.Tokens;

/// <summary>Faces made of signs: ":)", ";-(", "=P", "^_^".</summary>
internal static class Emoticons
{
    // Characters looked back for an open bracket.
    private const int Reach = 120;

    private static readonly string[] Whole = ["(:", "(;", "^_^", "^^", "-_-", ">_<", "o_O", "O_o", "T_T", "<3", "\\o/", "XD", "xD", "D:"];
    private static readonly SearchValues<char> Mouths = SearchValues.Create("()[]DPpOoSsXx3/\\|*$@");

    /// <summary>End of the face at <paramref name="at"/>; <paramref name="at"/> itself when there is none.</summary>
    /// <param name="chunk">Start of the run of visible characters.</param>
    public static int End(string text, int chunk, int at, int end)
    {
        if (at == chunk)
        {
            foreach (string face in Whole)
            {
                if (end - at == face.Length && text.AsSpan(at, face.Length).SequenceEqual(face)) return end;
            }
        }
        int i = at;
        if (text[i] == '>' && i + 1 < end) i++;
        if (text[i] is not (':' or ';' or '=')) return at;
        i++;
        if (i < end && text[i] is '-' or '\'' or '^' or 'o') i++;
        if (i >= end || !Mouths.Contains(text[i])) return at;
        char mouth = text[i];
        bool round = mouth is '(' or ')';
        // A colon before a bracket that closes an older one is a colon: "(as follows:)". Other mouths need a blank before the eyes.
        if (at > chunk && (!round || (mouth == ')' && InBrackets(text, at)))) return at;
        while (i < end && text[i] == mouth) i++;
        return i == end || text[i] is '.' or ',' or '!' or '?' or '"' or ')' or '<' or '\'' ? i : at;
    }

    private static bool InBrackets(string text, int at)
    {
        ReadOnlySpan<char> before = text.AsSpan(Math.Max(0, at - Reach), Math.Min(at, Reach));
        return before.LastIndexOf('(') > before.LastIndexOf(')');
    }
}
