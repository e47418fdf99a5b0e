namespace Sitrep.Eval.Wordings;

/// <summary>Places in many forms: by their country, their division, what lies beside them, or by a name that several have.</summary>
internal sealed class PlaceForms(WordingRows rows)
{
    private static readonly ActorAnswer Gunmen = new(["gunmen"], ["rebelgroup", "militia", "other", "population"]);

    public WordedReference? Put(Draw draw, string shape)
    {
        string[] happened = rows.Of(draw, "happened"), home = rows.Of(draw, "home"), site = rows.Of(draw, "site");
        return shape == "twin" ? Twin(happened, home, rows.Of(draw, "twin")) : Where(happened, home, site, rows.Of(draw, "spot"));
    }

    private static WordedReference? Where(string[] happened, string[] home, string[] site, string[] spot)
    {
        if (site[0].Contains("{region} {country}", StringComparison.Ordinal) && spot[2].StartsWith("the ", StringComparison.Ordinal)) return null;
        if (site[0].Contains("{division}", StringComparison.Ordinal) && spot[4] == spot[8]) return null;
        // One bomb in two towns; clashes between towns, or between people of them.
        if (site[1].Contains('+', StringComparison.Ordinal) && happened[1] is not ("killing" or "clash") || site[0].StartsWith("between", StringComparison.Ordinal) && happened[1] == "clash") return null;
        string where = Filled(site[0], spot);
        string text = happened[0].Replace("{site}", where, StringComparison.Ordinal).Replace(", on Monday", " on Monday", StringComparison.Ordinal);
        if (site is not [.., "home"] && site[1] != "capital" || site[0] == "in the capital, {capital}") text += " " + WordingRows.Filled(Filled(home[0], spot), "people", spot[3]);
        PlaceAnswer Of(string what) => new(what switch { "capital" => [spot[7]], "beside" => [spot[8]], "division" => [spot[4]], "country" => [spot[2].Replace("the ", "", StringComparison.Ordinal), spot[9]], "spot or beside" => [spot[0], spot[8]], _ => [spot[0]] }, spot[1], site[2] switch { "near" => true, "at" => false, _ => null });
        return new WordedReference(text, [.. site[1].Split('+').Select(what => Event(happened, Of(what), spot[3]))]);
    }

    private static WordedReference Twin(string[] happened, string[] home, string[] twin)
    {
        // "in the Chilean city of X", or the country a sentence later.
        bool own = home[0].Contains("{country}", StringComparison.Ordinal);
        string text = happened[0].Replace("{site}", own ? $"in the {twin[3]} city of {twin[0]}" : $"in {twin[0]}", StringComparison.Ordinal) + (own ? "" : " " + WordingRows.Filled(home[0].Replace("{country}", twin[2], StringComparison.Ordinal), "people", twin[3]));
        return new WordedReference(text, [Event(happened, new PlaceAnswer([twin[0]], twin[1], false), twin[3])]);
    }

    private static WordedEvent Event(string[] happened, PlaceAnswer place, string people) =>
        new(happened[1].Split(','), happened[0].Contains("unmen", StringComparison.Ordinal) ? [Gunmen] : [], false, null, place, happened is [_, _, var teller] ? ActorAnswer.Read(teller.Split(':')[0].Replace("{people}", people, StringComparison.Ordinal), teller.Split(':')[1])[0] : null);

    private static string Filled(string words, string[] spot)
    {
        (string Name, string Words)[] parts = [("{spot}", spot[0]), ("{country}", spot[2]), ("{people}", spot[3]), ("{division}", spot[4]), ("{region}", spot[5]), ("{east}", spot[6]), ("{capital}", spot[7]), ("{beside}", spot[8])];
        return parts.Aggregate(words, (filled, part) => filled.Replace(part.Name, part.Words, StringComparison.Ordinal));
    }
}
