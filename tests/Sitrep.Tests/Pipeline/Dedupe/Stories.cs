using System.Collections.Immutable;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;

namespace Sitrep.Tests.Pipeline.Dedupe;

/// <summary>Stories of our own about invented days of real kinds of news, and reports made of them.</summary>
internal static class Stories
{
    /// <summary>A wire story on an earthquake, seven paragraphs.</summary>
    public static ImmutableArray<string> Quake { get; } =
    [
        "A strong earthquake shook the coast of northern Ecuador before dawn on Saturday, bringing down houses in three towns and cutting the only road to the port of Esmeraldas.",
        "Rescue teams with dogs and lamps were digging through a collapsed hotel where up to forty guests had been asleep, the fire service of the province reported at first light.",
        "\"We can hear voices under the second floor and we will not stop until we have reached every one of them,\" fire captain Lucia Mora told local radio.",
        "Hospitals in the regional capital had taken in ninety injured people by noon, most of them with broken bones, according to a list posted on the gate of the main clinic.",
        "The tremor was felt as far away as the mountains around Quito, where office workers ran into the street and the metro halted its trains for an hour to inspect the tunnels.",
        "Power was restored in the evening to two of the three towns, but telephone lines to the villages along the river remained dead and the army sent boats to look for survivors there.",
        "Ecuador lies on a seam between two plates of the earth's crust, and a quake in the same province killed several hundred people less than ten years earlier.",
    ];

    /// <summary>Another newsroom on the same earthquake: own words, one quotation in common.</summary>
    public static ImmutableArray<string> QuakeElsewhere { get; } =
    [
        "At least eleven people died and scores are missing after a powerful quake hit Ecuador's Pacific shore early Saturday, the emergency secretariat announced in the afternoon.",
        "Survivors described a roar followed by darkness. In Atacames the facade of a four-storey hotel slid onto the seafront, trapping holidaymakers who had arrived for the long weekend.",
        "\"We can hear voices under the second floor and we will not stop until we have reached every one of them,\" said Lucia Mora, who leads the brigade at the site.",
        "President Daniel Noboa cut short a visit abroad and declared a state of emergency in two provinces, releasing money for shelters, drinking water and field kitchens.",
        "Seismologists counted more than thirty aftershocks, the largest of magnitude 5.4, and warned people not to return to cracked buildings until engineers had checked the walls.",
    ];

    /// <summary>A wire story on something else.</summary>
    public static ImmutableArray<string> Strike { get; } =
    [
        "Dock workers in the Greek port of Piraeus walked off the job on Sunday, leaving nineteen container ships at anchor and lorries queueing along the ring road for several kilometres.",
        "The union of crane drivers wants an extra man on every night shift after two accidents in the spring, in one of which a young father lost his life beneath a falling hatch cover.",
        "Managers of the terminal called the stoppage unlawful and asked a court in Athens to order the men back before Tuesday, when the next convoy from Asia is due to arrive.",
        "Shop owners on the islands said that shelves would be empty within four days, and the ministry of shipping promised to bring fresh food across by naval landing craft if need be.",
        "Talks under a mediator lasted until midnight without a result, although both camps agreed to meet again once the judge has spoken and to keep one berth open for medicines.",
        "Piraeus handles more boxes than any other harbour in the eastern Mediterranean and has been run by a foreign investor for over a decade, to the lasting anger of its older hands.",
    ];

    /// <summary>A report with these paragraphs as its body, between a headline and a caption that are not body.</summary>
    public static Report Report(
        string id, IEnumerable<string> paragraphs, string? outlet = null, string? agency = null, string? published = null, string headline = "Headline")
    {
        var text = new System.Text.StringBuilder(headline);
        var zones = ImmutableArray.CreateBuilder<Zone>();
        zones.Add(new Zone(ZoneKind.Headline, new TextSpan(0, headline.Length)));
        foreach (string paragraph in paragraphs) Add(ZoneKind.Body, paragraph);
        Add(ZoneKind.Caption, "A general view of the scene, taken by a photographer whose caption every outlet prints below the very same picture.");
        string whole = text.ToString();
        return new Report(
            id, $"{id}.txt", $"sha-{id}", Markup.Text, whole, whole, OffsetMap.Identity(whole.Length), headline, outlet, null, agency, null, [], null,
            published is null ? null : DateOnly.ParseExact(published, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            published is null ? DateBasis.Unknown : DateBasis.Metadata, zones.ToImmutable(), []);

        void Add(ZoneKind kind, string words)
        {
            text.Append("\n\n");
            zones.Add(new Zone(kind, new TextSpan(text.Length, text.Length + words.Length)));
            text.Append(words);
        }
    }

    /// <summary>Dispatches as text: one line for each, the original first, then one for each link.</summary>
    public static string Describe(IEnumerable<Dispatch> dispatches) => string.Join('\n', dispatches.SelectMany(dispatch => (string[])
    [
        $"{dispatch.Agency ?? "-"}: {string.Join(' ', dispatch.Reports)}",
        .. dispatch.Links.Select(link => $"  {link.Report} {link.Relation} of {link.Of}"),
    ]));
}
