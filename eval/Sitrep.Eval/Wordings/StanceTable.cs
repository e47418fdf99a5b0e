using Sitrep.Model.Record;

namespace Sitrep.Eval.Wordings;

/// <summary>Denials, doubts and forecasts in many wordings: the rows of <c>eval/gold/stance-wordings.tsv</c>, and the sentences put together from them.</summary>
internal sealed class StanceTable(WordingRows rows)
{
    /// <summary>Forms of a deed after its types, in the order of the table.</summary>
    private static readonly string[] Forms = ["{had}", "{doing}", "{done}", "{not}", "{do}", "{nor}"];

    public IEnumerable<WordedStance> Facts(int count) => rows.Facts(count, Put, fact => fact.Text);

    private WordedStance? Put(Draw draw)
    {
        string actor = rows.Of(draw, "actor")[0], place = rows.Of(draw, "place")[0], site = rows.Of(draw, "site")[0].Replace("{}", place, StringComparison.Ordinal), source = rows.Of(draw, "source")[0];
        string[] deed = rows.Of(draw, "deed"), frame = rows.Of(draw, "frame"), more = deed[1].Split('|');
        // "the army were preparing", "the army denied that they"
        if (actor.StartsWith("the ", StringComparison.Ordinal) && (frame[0].Contains(" were ", StringComparison.Ordinal) || frame[0].Contains(" they ", StringComparison.Ordinal) || frame[0].Contains("{Actor} have", StringComparison.Ordinal) || frame[0].Contains("{Actor} are", StringComparison.Ordinal))) return null;
        // "claimed to have controlled"
        if (more[0] == "holding" && (frame[0].Contains("having {done}", StringComparison.Ordinal) || frame[0].Contains("have {done}", StringComparison.Ordinal))) return null;
        string text = frame[0].Replace("{did}", deed[0], StringComparison.Ordinal);
        for (int form = 0; form < Forms.Length; form++) text = text.Replace(Forms[form], more[form + 1], StringComparison.Ordinal);
        text = WordingRows.Filled(WordingRows.Filled(text.Replace("{place}", site, StringComparison.Ordinal), "actor", actor), "source", source);
        string?[] sources = [.. frame[2].Split(',').Select(who => who switch { "source" => source, "actor" => actor, _ => null })];
        return new WordedStance(text, more[0].Split(','), Enum.Parse<Stance>(frame[1], ignoreCase: true), actor, place, sources);
    }
}
