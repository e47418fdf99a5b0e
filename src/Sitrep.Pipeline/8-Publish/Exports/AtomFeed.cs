using System.Text;
using System.Xml;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.Exports;

/// <summary>Atom 1.0 (RFC 4287) with stable ids, positions as GeoRSS, and tombstones (RFC 6721) for what was taken back.</summary>
internal static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom", Tombstones = "http://purl.org/atompub/tombstones/1.0", GeoRss = "http://www.georss.org/georss";

    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), CheckCharacters = true, CloseOutput = false };

    /// <returns>How many entries were written.</returns>
    public static int Write(ExportBasis basis, SituationRecord? before, Stream output)
    {
        FeedEntry[] entries = FeedEntries.Of(basis);
        using (var xml = XmlWriter.Create(output, Settings))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xmlns", "at", null, Tombstones);
            xml.WriteAttributeString("xmlns", "georss", null, GeoRss);
            Text(xml, "id", FeedEntries.Ref("feed"));
            Text(xml, "title", FeedEntries.Title(basis));
            Text(xml, "updated", ExportBasis.Moment(basis.Last));
            xml.WriteStartElement("author", Atom);
            Text(xml, "name", "Sitrep");
            xml.WriteEndElement();
            Text(xml, "generator", "Sitrep");
            foreach (FeedEntry entry in entries) Write(xml, entry);
            foreach (Tombstone gone in FeedEntries.Gone(basis, before))
            {
                xml.WriteStartElement("deleted-entry", Tombstones);
                xml.WriteAttributeString("ref", gone.Ref);
                xml.WriteAttributeString("when", ExportBasis.Moment(gone.When));
                xml.WriteElementString("comment", Tombstones, gone.Why);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        output.WriteByte((byte)'\n');
        return entries.Length;
    }

    private static void Write(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        Text(xml, "id", entry.Ref);
        Text(xml, "title", entry.Title);
        Text(xml, "published", ExportBasis.Moment(entry.Published));
        Text(xml, "updated", ExportBasis.Moment(entry.Updated));
        if (entry.Link is { } link)
        {
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("rel", "via");
            xml.WriteAttributeString("href", Valid(link));
            xml.WriteEndElement();
        }
        foreach (string tag in entry.Tags)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", tag);
            xml.WriteEndElement();
        }
        if (entry.Point is { } point) xml.WriteElementString("point", GeoRss, point);
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(Valid(entry.Text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, Valid(text));

    // XML 1.0 has no place for most control characters, however they are escaped.
    private static string Valid(string text) => string.Concat(Spelling.WellFormed(text).Select(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter) ? letter : '\uFFFD'));
}
