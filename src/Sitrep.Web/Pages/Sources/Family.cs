using System.Globalization;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages.Sources;

/// <summary>Who copied whom, and what became of the text.</summary>
internal static class Family
{
    /// <summary>Levels of copies of copies that are indented.</summary>
    private const int DepthMax = 6;

    /// <summary>Sentences shown of one difference.</summary>
    private const int SentencesMax = 400;

    /// <summary>The reports of a telling, each below what it was copied from, with a link to the difference.</summary>
    public static Html Tree(RecordView view, ViewState state, Dispatch dispatch)
    {
        var parts = new Parts(view, state);
        return Html.Of($"""<ul class="family">{FamilyTree.Of(dispatch).Select(member => Html.Of($"""<li class="depth-{Math.Min(member.Depth, DepthMax)}">{parts.Report(member.Report)}{Copied(member)}</li>"""))}</ul>""");

        Html Copied(FamilyMember member)
        {
            CopyLink[] links = member.Link is { } first ? [first, .. member.Others] : [.. member.Others];
            return Html.Join(links.Select(link => Html.Of($"""<span class="meta">; {Spelling.Spaced(link.Relation)} of {Html.Words(RecordIndex.Publisher(view.Index.Report(link.Of)))}, {Share(link.Overlap)} of its words</span> <a href="{state.Link($"/sources/diff?of={link.Of}&with={link.Report}")}">what changed</a>""")));
        }
    }

    /// <summary>Two reports beside each other, sentence by sentence.</summary>
    public static Html Difference(TextDifference difference)
    {
        List<Html> told = [];
        foreach (SentenceDifference sentence in difference.Sentences.Take(SentencesMax))
        {
            string change = Spelling.Kebab(sentence.Change);
            told.Add(Html.Of($"""<p class="d-{change}" dir="auto"><span class="kind">{change}</span> {sentence.Runs.Select(Run)}</p>"""));
        }
        int left = difference.Sentences.Length - told.Count;
        return Html.Of($"""<div class="diff">{told}{Html.If(left > 0, $"<p class=\"meta\">and {Wording.Count(left, "more sentence")}</p>")}</div>""");
    }

    private static Html Run(WordRun run) => (run.InEarlier, run.InLater) switch
    {
        (true, false) => Html.Of($"<del>{run.Words}</del> "),
        (false, true) => Html.Of($"<ins>{run.Words}</ins> "),
        _ => Html.Of($"{run.Words} "),
    };

    private static string Share(double overlap) => string.Create(CultureInfo.InvariantCulture, $"{overlap * 100:0} %");
}
