using Sitrep.Model.Reports;

namespace Sitrep.Eval.Wordings;

/// <summary>Reports of one story, and what their record must say.</summary>
/// <param name="Name">Which story of the table it is.</param>
/// <param name="Musts">Checks as the table has them; <see cref="StoryAnswers"/> asks them.</param>
internal sealed record WordedStory(string Name, StoryCast Cast, Report[] Reports, string[] Musts)
{
    public string Text => string.Join(" // ", Reports.Select(report => $"{report.Published:MM-dd} {report.Text}"));
}
