using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Clean;
using Sitrep.Pipeline.Ingest;

namespace Sitrep.Tests.Pipeline.Clean;

public sealed class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "KABUL, May 3 (AFP) - ", "• nick\n", "    deeper\n", "\n", "\n\n", "\r\n", "<p>", "</p>", "<div class=\"comments\">", "</div>", "<br>", "&amp;", "&#x110000;", "&", "<", ">", "(", ")", "/", "REUTERS/", "By Ana Souza", "May 3, 2021", "99/99/9999",
        "told AFP", "\uD83D", "\uDE00", "\u0000", "12 PHOTOS\n", "3 comments\n", "A sentence that says something about the town. ", "\"quoted\" ", "…", "[...]", "{\"text\":\"", "\"}", "[", "]", "—", ":", "ÜBER ", "9", "http://", "<script>", "<!--", "-->", "\t", "a",
    ];

    [Fact]
    public void Whatever_comes_is_cleaned_or_set_aside_and_never_crashes()
    {
        var random = new System.Random(20171109);
        for (int n = 0; n < 1500; n++)
        {
            var text = new StringBuilder();
            for (int i = random.Next(60); i > 0; i--) text.Append(Pieces[random.Next(Pieces.Length)]);
            Check(text.ToString(), n % 2 == 0 ? Markup.Html : Markup.Text);
        }
    }

    [Fact]
    public void Any_text_keeps_its_zones_in_order() => Prop.ForAll<string>(text => Check(text ?? "", Markup.Text)).QuickCheckThrowOnFailure();

    [Fact]
    public void Files_of_random_and_cut_bytes_are_all_accounted_for()
    {
        var random = new System.Random(42);
        string folder = Directory.CreateTempSubdirectory("sitrep-fuzz").FullName;
        try
        {
            string[] endings = [".txt", ".html", ".json", ".jsonl", ".bin", ""];
            byte[] sample = Encoding.UTF8.GetBytes("{\"title\":\"Dürre\",\"text\":\"KABUL, May 3 (AFP) - Nine people died in the drought, officials said.\",\"date\":\"2021-05-03\"}\n");
            for (int n = 0; n < 500; n++)
            {
                byte[] bytes = new byte[random.Next(400)];
                random.NextBytes(bytes);
                if (n % 3 == 0) bytes = sample[..random.Next(sample.Length)];
                if (n % 3 == 1) for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)(32 + (bytes[i] % 90));
                File.WriteAllBytes(Path.Combine(folder, $"{n:000}{endings[n % endings.Length]}"), bytes);
            }
            var met = new HashSet<string>(StringComparer.Ordinal);
            foreach (Ingested one in new IngestStage().Read([folder], Stream.Null))
            {
                Assert.True(one.Report is null != one.Problem is null);
                met.Add((one.Report?.Input ?? one.Problem?.Input ?? "").Split('#')[0]);
                if (one.Report is not null) CleanFixture.Stage.Clean(one.Report);
            }
            Assert.Equal(500, met.Count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Check(string text, Markup markup)
    {
        Cleaned cleaned = CleanFixture.Stage.Clean(CleanFixture.Raw(text, markup));
        if (cleaned.Report is null) Assert.NotEmpty(cleaned.Problems);
        else CleanFixture.CheckZones(cleaned.Report);
    }
}
