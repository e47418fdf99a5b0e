namespace Sitrep.Eval.Wordings;

/// <summary>Actors and places in many forms, and what goes back to them: the rows of <c>eval/gold/reference-wordings.tsv</c>, and the texts put together from them.</summary>
internal sealed class ReferenceTable(WordingRows rows)
{
    private static readonly ActorAnswer Residents = new(["residents"], ["population"]), Journalist = new(["local journalist", "journalist"], ["media", "person"]), Gunmen = new(["gunmen"], ["rebelgroup", "militia", "other", "population"]);

    private readonly PlaceForms _places = new(rows);

    public IEnumerable<WordedReference> Facts(int count) => rows.Facts(count, Put, told => told.Text);

    private WordedReference? Put(Draw draw)
    {
        string shape = rows.Of(draw, "shape")[0];
        if (shape is "where" or "twin") return _places.Put(draw, shape);
        bool Acts(string[] row) => row[3].Split(' ').Contains("a") && (shape == "who" || row[1] != ".");
        if (rows.Of(draw, "who", row => shape == "who" || Acts(row) && (shape == "next" || !row[3].Contains("air", StringComparison.Ordinal))) is not { } who) return null;
        bool air = who[3].Contains("air", StringComparison.Ordinal);
        string[]? deed = rows.Of(draw, "deed", row => row is [.., "air"] == air), town = rows.Of(draw, "town", row => who[6].Split(' ').Contains(row[1])), second = rows.Of(draw, "town", row => row[1] == town?[1] && row[0] != town[0]);
        if (deed is null || town is null || second is null) return null;
        var story = new Story(new Party(who), deed, town, second);
        return shape switch
        {
            "who" => One(draw, story),
            "pair" => Pair(draw, story),
            "next" => Next(draw, story),
            "quote" => Quote(draw, story),
            _ => Two(draw, story),
        };
    }

    private WordedReference? One(Draw draw, Story story)
    {
        if (rows.Of(draw, "frame", row => story.Party.May.Contains(row[1]) && (story.Party.Pronoun == "they" || !row[0].Contains(" were ", StringComparison.Ordinal))) is not { } frame) return null;
        PlaceAnswer place = At(story.Town, frame[0].Contains("near ", StringComparison.Ordinal));
        string text = Filled(frame[0], story, "", "");
        return new WordedReference(text, [frame[1] switch
        {
            "a" => new WordedEvent(story.Types, story.Party.Answers, false, null, place, frame.ElementAtOrDefault(2) switch { "residents" => Residents, "journalist" => Journalist, _ => null }),
            "t" => new WordedEvent([frame[2]], [Gunmen], false, story.Party.Answers[0], place, null),
            _ => new WordedEvent([frame[2]], [Gunmen], false, null, place, story.Party.Answers[0]),
        }]);
    }

    /// <summary>Two forms of one actor: they are one.</summary>
    private WordedReference? Pair(Draw draw, Story story)
    {
        if (rows.Of(draw, "who", row => row[1] == story.Party.Group && row[0] != story.Party.Words && row[3].Split(' ').Contains("a") && !row[3].Contains("air", StringComparison.Ordinal)) is not { } again) return null;
        string text = $"{Filled("{Who} {did} on Monday, residents said.", story, "", "")} On Tuesday {again[0]} entered {story.Second[0]}.";
        return new WordedReference(text, [First(story, Residents), new WordedEvent(["movement"], new Party(again).Answers, false, null, At(story.Second), null)]);
    }

    private WordedReference? Next(Draw draw, Story story)
    {
        string[] first = rows.Of(draw, "first"), between = rows.Of(draw, "between"), next = rows.Of(draw, "next");
        bool told = first[1] == "teller", ofArmy = next[2] == "army";
        string[] teller = told ? rows.Of(draw, "teller", row => row[0] != "-")! : ["-"];   // the table has some
        if (Back(draw, story) is not { } back) return null;
        string[]? land = rows.Of(draw, "land", row => row[0] == story.Town[1]);
        string needs = next[5 < next.Length ? 5 : ^1], lost = between.ElementAtOrDefault(1) ?? "";
        if (needs.Contains("person", StringComparison.Ordinal) && (!told || teller[1] == "they") || needs.Contains("told", StringComparison.Ordinal) && !told || needs.Contains("attack", StringComparison.Ordinal) && story.Types[0] != "attack") return null;
        if (ofArmy && (land is null || story.Party.Answers[0].Kinds[0] == "military" || story.Types[0] != "capture")) return null;
        string speaks = told ? teller.ElementAtOrDefault(4)?.Split('|').Prepend(teller[1]).ElementAt(next[0].Length % 2 * (first[0].Length % 2)) ?? teller[1] : "nobody";
        // Behind a president who is named, "he" is he.
        if (next[4] == "teller" && speaks is "he" or "she" && lost == "he") return null;
        // "Residents said …. They also …": the residents, by grammar alone.
        bool open = back[0] is "they" or "it" && (back[0] == lost || teller.ElementAtOrDefault(1) == "they" || story.Party.Pronoun != back[0]);
        if (open && back[0] == "they" && next[4] == "teller") return null;
        string text = $"{Filled(first[0], story, teller[0], "")} {(between[0] == "-" ? "" : Filled(between[0] + " ", story, "", ""))}{WordingRows.Filled(WordingRows.Filled(Filled(next[0], story, "", ""), "ref", back[0]), "he", speaks)}";
        if (story.Party.May.Contains("air") && !needs.Contains("air", StringComparison.Ordinal)) return null;
        if (needs.Contains("named", StringComparison.Ordinal) && (story.Party.Answers[0].Kinds[0] != "rebelgroup" || back[0] != "the group")) return null;
        ActorAnswer? by = told ? ActorAnswer.Read(teller[2], teller[3])[0] : null;
        ActorAnswer[] doers = ofArmy ? [new ActorAnswer(land![2].Split('|'), ["military"])] : story.Party.Answers;
        return new WordedReference(text, [First(story, by), new WordedEvent(next[1].Split(','), doers, open || next[2] == "-", null, At(next[3] == "1" ? story.Town : story.Second), next[4] switch { "teller" => by, "spokesman" => Spokesman(story.Party.Answers[0]), _ => null })]);
    }

    private WordedReference? Quote(Draw draw, Story story)
    {
        string[] quote = rows.Of(draw, "quote");
        if (story.Party.Pronoun != "they" || rows.Of(draw, "teller", row => row is [_, "he" or "she", ..]) is not { } teller) return null;
        string text = WordingRows.Filled(WordingRows.Filled(Filled(quote[0], story, teller[0], ""), "they", "they"), "he", teller[1]).Replace("¶", "\n\n", StringComparison.Ordinal);
        ActorAnswer by = ActorAnswer.Read(teller[2], teller[3])[0];
        return new WordedReference(text, [First(story, by), .. quote[1].Split('|').Select(more => more.Split(' ')).Select(more => new WordedEvent([more[0]], story.Party.Answers, false, null, At(more[1] == "1" ? story.Town : story.Second), by))]);
    }

    private WordedReference? Two(Draw draw, Story story)
    {
        string[] two = rows.Of(draw, "two"), rival = rows.Of(draw, "rival");
        if (Back(draw, story, row => row[0] is not ("they" or "it" or "the fighters")) is not { } back) return null;
        string text = WordingRows.Filled(WordingRows.Filled(WordingRows.Filled(Filled(two[0], story, "", ""), "rival2", rival[1]), "rival", rival[0]), "ref", back[0]);
        ActorAnswer other = ActorAnswer.Read(rival[2], rival[3])[0];
        ActorAnswer[] doers = two[2] switch { "rival" => [other], "both" => [.. story.Party.Answers, other], _ => story.Party.Answers };
        return new WordedReference(text, [new WordedEvent(two[1].Split(','), doers, two[2] == "open", null, At(story.Second), null)]);
    }

    /// <summary>How the party is spoken of again; null where no word is left.</summary>
    private string[]? Back(Draw draw, Story story, Func<string[], bool>? may = null) =>
        rows.Of(draw, "back", row => row[1].Split(' ').Contains(story.Party.Group) && (row[0] is not ("they" or "it") || row[0] == story.Party.Pronoun) && may?.Invoke(row) != false);

    // Whoever speaks for the party: he, or the party.
    private static ActorAnswer Spokesman(ActorAnswer party) => new([.. party.Names, "spokesman", "group's spokesman", "spokesman for the group"], [.. party.Kinds, "person"]);

    private static WordedEvent First(Story story, ActorAnswer? by) => new(story.Types, story.Party.Answers, false, null, At(story.Town), by);

    private static PlaceAnswer At(string[] town, bool near = false) => new([town[0]], town[1], near);

    private static string Filled(string frame, Story story, string teller, string again)
    {
        string text = frame.Replace("{did}", story.Deed[0], StringComparison.Ordinal).Replace("{done}", story.Deed[2], StringComparison.Ordinal).Replace("{have}", story.Party.Pronoun == "they" ? "have" : "has", StringComparison.Ordinal);
        (string Name, string Words)[] parts = [("who", story.Party.Words), ("place2", story.Second[0]), ("place", story.Town[0]), ("thetown", "the " + story.Town[2])];
        text = parts.Aggregate(text, (filled, part) => WordingRows.Filled(filled, part.Name, part.Words));
        text = text.Replace(",,", ",", StringComparison.Ordinal);
        return teller.Length == 0 ? text : WordingRows.Filled(text, "teller", text.EndsWith("{teller}.", StringComparison.Ordinal) ? teller.TrimEnd(',') : teller);
    }

    /// <summary>Who did what where, and where next.</summary>
    private sealed record Story(Party Party, string[] Deed, string[] Town, string[] Second)
    {
        public string[] Types { get; } = Deed[1].Split(',');
    }

    /// <summary>One form of an actor.</summary>
    private sealed record Party(string[] Row)
    {
        public string Words => Row[0];
        public string Group => Row[1];
        public string Pronoun => Row[2];
        public string[] May { get; } = Row[3].Split(' ');
        public ActorAnswer[] Answers { get; } = ActorAnswer.Read(Row[4], Row[5]);
    }
}
