using System.Collections.Immutable;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Html;

/// <summary>Who copied whom as nested lists, and what was cut, added and changed behind a summary that any keyboard opens.</summary>
internal static class Families
{
    /// <summary>Levels of copies of copies that are indented.</summary>
    private const int DepthMax = 6;

    /// <summary>Sentences shown of one difference.</summary>
    private const int SentencesMax = 120;

    public static void Write(HtmlSheet sheet, ImmutableArray<SourceReport> reports)
    {
        int depth = -1;
        foreach (SourceReport report in reports)
        {
            int wanted = Math.Min(Math.Min(report.Depth, DepthMax), depth + 1);
            for (; depth > wanted; depth--) sheet.Raw("</li></ul>");
            if (depth == wanted) sheet.Raw("</li>\n");
            else sheet.Raw("<ul class=\"family\">\n");
            depth = wanted;
            sheet.Raw("<li>").Element("span", null, report.Text);
            if (report.Difference is { } difference && difference.Sentences.Any(sentence => sentence.Change != SentenceChange.Kept)) Write(sheet, difference);
        }
        for (; depth >= 0; depth--) sheet.Raw("</li></ul>");
        sheet.Raw("\n");
    }

    private static void Write(HtmlSheet sheet, TextDifference difference)
    {
        sheet.Raw("<details class=\"diff\"><summary>What became of the text</summary>\n");
        int kept = 0, shown = 0;
        foreach (SentenceDifference sentence in difference.Sentences)
        {
            if (sentence.Change == SentenceChange.Kept)
            {
                kept++;
                continue;
            }
            Kept(sheet, ref kept);
            if (++shown > SentencesMax) break;
            string change = Spelling.Kebab(sentence.Change);
            sheet.Raw($"<p class=\"d-{change}\" dir=\"auto\"><span class=\"kind\">").Raw(change).Raw("</span> ");
            for (int i = 0; i < sentence.Runs.Length; i++)
            {
                if (i > 0) sheet.Raw(" ");
                WordRun run = sentence.Runs[i];
                string? tag = !run.InLater ? "del" : !run.InEarlier ? "ins" : null;
                if (tag is not null) sheet.Raw("<").Raw(tag).Raw(">");
                sheet.Text(run.Words);
                if (tag is not null) sheet.Raw("</").Raw(tag).Raw(">");
            }
            sheet.Raw("</p>\n");
        }
        Kept(sheet, ref kept);
        sheet.Raw("</details>\n");
    }

    private static void Kept(HtmlSheet sheet, ref int kept)
    {
        if (kept > 0) sheet.Raw("<p class=\"d-kept\">").Text(kept == 1 ? "1 sentence is the same" : $"{Wording.Count(kept, "sentence")} are the same").Raw("</p>\n");
        kept = 0;
    }
}
