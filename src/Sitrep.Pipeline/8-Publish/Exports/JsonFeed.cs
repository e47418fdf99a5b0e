using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish.Json;

namespace Sitrep.Pipeline.Publish.Exports;

/// <summary>JSON Feed 1.1. The format knows no deletion: what was taken back stands in the extension <c>_sitrep</c>.</summary>
internal static class JsonFeed
{
    /// <returns>How many items were written.</returns>
    public static int Write(ExportBasis basis, SituationRecord? before, Stream output)
    {
        FeedEntry[] entries = FeedEntries.Of(basis);
        using (var sheet = new JsonSheet(output))
        {
            sheet.Object(null, () =>
            {
                sheet.Text("version", "https://jsonfeed.org/version/1.1");
                sheet.Text("title", FeedEntries.Title(basis));
                sheet.Text("description", "Events and figures with who says so; each keeps its id when it changes.");
                sheet.Text("language", "en");
                sheet.Objects("items", entries, entry =>
                {
                    sheet.Text("id", entry.Ref);
                    if (entry.Link is { } link) sheet.Text("external_url", link);
                    sheet.Text("title", entry.Title);
                    sheet.Text("content_text", entry.Text);
                    sheet.Text("date_published", ExportBasis.Moment(entry.Published));
                    sheet.Text("date_modified", ExportBasis.Moment(entry.Updated));
                    sheet.Words("tags", entry.Tags);
                });
                sheet.Object("_sitrep", () =>
                {
                    sheet.Text("about", "https://www.rfc-editor.org/rfc/rfc6721");
                    sheet.Objects("deleted", FeedEntries.Gone(basis, before), tombstone =>
                    {
                        sheet.Text("ref", tombstone.Ref);
                        sheet.Text("when", ExportBasis.Moment(tombstone.When));
                        sheet.Text("comment", tombstone.Why);
                    });
                });
            });
        }
        output.WriteByte((byte)'\n');
        return entries.Length;
    }
}
