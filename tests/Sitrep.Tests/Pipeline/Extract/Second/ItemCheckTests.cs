using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Extract.Second;

namespace Sitrep.Tests.Pipeline.Extract.Second;

/// <summary>One report, one item that a model might give on it: the claim it becomes, or the reason for which it is refused.</summary>
public sealed class ItemCheckTests
{
    private const string Report = """
        Gunmen desecrated the shrine in Gao on Monday, the army said. The army has not entered the town. Rebels killed 12 soldiers near Menaka on Sunday.

        “They crept in at night,”  said Awa Traore, a nurse. Around 300 villagers went hungry after the raid. Colonel Modibo Keita told reporters that the camp was unharmed.
        """;

    [Theory]
    [InlineData("all that the words say", """{"kind":"event","type":"attack","quote":"Gunmen desecrated the shrine in Gao on Monday","word":"desecrated","stance":"affirms","source":"the army","actor":["Gunmen"],"target":["the shrine"],"place":"Gao","when":"on Monday"}""",
        "attack affirms by the army (institution, say): actor=Gunmen, target=the shrine, place=Gao, when=XXXX-WXX-1")]
    [InlineData("less than the words say, but never whose word it is", """{"kind":"event","type":"attack","quote":"Gunmen desecrated the shrine","word":"desecrated","stance":"affirms"}""",
        "attack affirms by the army (institution, say)")]
    [InlineData("one name and no list", """{"kind":"event","type":"attack","quote":"Gunmen desecrated the shrine","word":"desecrated","stance":"affirms","actor":"Gunmen"}""",
        "attack affirms by the army (institution, say): actor=Gunmen")]
    [InlineData("other quotation marks and white space", """{"kind":"event","type":"attack","quote":"\"They crept in at night,\" said","word":"crept","stance":"affirms","source":"Awa Traore"}""",
        "attack affirms by Awa Traore (namedperson, say, quoted)")]
    [InlineData("a name from the sentence before", """{"kind":"event","type":"attack","quote":"They crept in at night","word":"crept","stance":"affirms","source":"Awa Traore","place":"Menaka"}""",
        "attack affirms by Awa Traore (namedperson, say, quoted): place=near Menaka")]
    [InlineData("a figure by its words", """{"kind":"figure","measure":"affected","quote":"Around 300 villagers went hungry","number":"300","stance":"affirms","counted":"villagers","total":true}""",
        "figure affirms by narration: affected=300 about of villagers in all")]
    [InlineData("a figure by its value", """{"kind":"figure","measure":"affected","quote":"300 villagers went hungry","number":300,"stance":"affirms"}""",
        "figure affirms by narration: affected=300 about")]
    [InlineData("no quote of the report", """{"kind":"event","type":"attack","quote":"Gunmen attacked the shrine in Gao","word":"attacked","stance":"affirms"}""", "ItemNotQuoted")]
    [InlineData("a quote with words left out", """{"kind":"event","type":"attack","quote":"Gunmen desecrated ... the army said","word":"desecrated","stance":"affirms"}""", "ItemNotQuoted")]
    [InlineData("a quote cut inside a word", """{"kind":"event","type":"attack","quote":"men desecrated the shrine","word":"desecrated","stance":"affirms"}""", "ItemNotQuoted")]
    [InlineData("a quote that is too short to say anything", """{"kind":"event","type":"attack","quote":"desecrated","word":"desecrated","stance":"affirms"}""", "ItemNotQuoted")]
    [InlineData("a type nobody knows", """{"kind":"event","type":"sacrilege","quote":"Gunmen desecrated the shrine","word":"desecrated","stance":"affirms"}""", "ItemNotInVocabulary")]
    [InlineData("a type by its number", """{"kind":"event","type":"6","quote":"Gunmen desecrated the shrine","word":"desecrated","stance":"affirms"}""", "ItemNotInVocabulary")]
    [InlineData("a stance nobody knows", """{"kind":"event","type":"attack","quote":"Gunmen desecrated the shrine","word":"desecrated","stance":"confirms"}""", "ItemNotInVocabulary")]
    [InlineData("a kind nobody asked for", """{"kind":"opinion","type":"attack","quote":"Gunmen desecrated the shrine","word":"desecrated","stance":"affirms"}""", "ItemNotInVocabulary")]
    [InlineData("no word", """{"kind":"event","type":"attack","quote":"Gunmen desecrated the shrine","stance":"affirms"}""", "ItemMalformed")]
    [InlineData("a quote that is a list", """{"kind":"event","type":"attack","quote":["Gunmen desecrated the shrine"],"word":"desecrated","stance":"affirms"}""", "ItemMalformed")]
    [InlineData("a text for an item", "\"Gunmen desecrated the shrine\"", "ItemMalformed")]
    [InlineData("half a character", """{"kind":"event","type":"attack","quote":"Gunmen \ud800 the shrine","word":"desecrated","stance":"affirms"}""", "ItemMalformed")]
    [InlineData("an actor from elsewhere", """{"kind":"event","type":"attack","quote":"Gunmen desecrated the shrine","word":"desecrated","stance":"affirms","actor":["Wagner"]}""", "ItemWordsAbsent")]
    [InlineData("a place from elsewhere", """{"kind":"event","type":"attack","quote":"Gunmen desecrated the shrine","word":"desecrated","stance":"affirms","place":"Timbuktu"}""", "ItemWordsAbsent")]
    [InlineData("a word that is not in the quote", """{"kind":"event","type":"attack","quote":"Gunmen desecrated the shrine","word":"entered","stance":"affirms"}""", "ItemWordsAbsent")]
    [InlineData("a source from elsewhere", """{"kind":"event","type":"attack","quote":"They crept in at night","word":"crept","stance":"affirms","source":"Reuters"}""", "ItemWordsAbsent")]
    [InlineData("a place that is none", """{"kind":"event","type":"attack","quote":"Gunmen desecrated the shrine","word":"desecrated","stance":"affirms","place":"Gunmen"}""", "ItemWordsUnread")]
    [InlineData("a time that is none", """{"kind":"event","type":"attack","quote":"Gunmen desecrated the shrine","word":"desecrated","stance":"affirms","when":"the shrine"}""", "ItemWordsUnread")]
    [InlineData("a pronoun for an actor", """{"kind":"event","type":"attack","quote":"They crept in at night","word":"crept","stance":"affirms","actor":["They"]}""", "ItemWordsUnread")]
    [InlineData("a source that cannot speak", """{"kind":"event","type":"attack","quote":"They crept in at night","word":"crept","stance":"affirms","source":"the raid"}""", "ItemWordsUnread")]
    [InlineData("another's word", """{"kind":"event","type":"attack","quote":"Gunmen desecrated the shrine","word":"desecrated","stance":"affirms","source":"Gunmen"}""", "ItemContradicted")]
    [InlineData("a source where nobody says anything", """{"kind":"figure","measure":"affected","quote":"Around 300 villagers went hungry","number":"300","stance":"affirms","source":"villagers"}""", "ItemContradicted")]
    [InlineData("as happened what the words deny", """{"kind":"event","type":"movement","quote":"The army has not entered the town","word":"entered","stance":"affirms"}""", "ItemContradicted")]
    [InlineData("a type that the word never has", """{"kind":"event","type":"meeting","quote":"Rebels killed 12 soldiers near Menaka","word":"killed","stance":"affirms"}""", "ItemContradicted")]
    [InlineData("what the built-in reader found", """{"kind":"event","type":"killing","quote":"Rebels killed 12 soldiers near Menaka","word":"killed","stance":"affirms","actor":["Rebels"]}""", "ItemKnown")]
    [InlineData("a number that the built-in reader found", """{"kind":"figure","measure":"killed","quote":"Rebels killed 12 soldiers near Menaka","number":"12","stance":"affirms"}""", "ItemKnown")]
    [InlineData("a wrong number", """{"kind":"figure","measure":"affected","quote":"Around 300 villagers went hungry","number":"3,000","stance":"affirms"}""", "ItemNumberAbsent")]
    [InlineData("a part of the number", """{"kind":"figure","measure":"affected","quote":"Around 300 villagers went hungry","number":"30","stance":"affirms"}""", "ItemNumberAbsent")]
    [InlineData("a number behind the quote", """{"kind":"figure","measure":"affected","quote":"a nurse. Around","number":"300","stance":"affirms"}""", "ItemNumberAbsent")]
    [InlineData("a number that counts nothing", """{"kind":"figure","measure":"affected","quote":"crept in at night","number":"night","stance":"affirms"}""", "ItemNumberAbsent")]
    public void An_item_is_a_claim_or_has_a_reason(string what, string item, string expected)
    {
        Assert.NotEmpty(what);
        Assert.Equal(expected, Told(Report, item));
    }

    [Theory]
    [InlineData("what does something but is nobody is what it was done with", """{"kind":"event","type":"attack","quote":"Rockets besmirched the market in Timbuktu","word":"besmirched","stance":"affirms","actor":["Rockets"],"target":["the market"]}""",
        "attack affirms by narration: instrument=Rockets, target=the market")]
    [InlineData("a place that something is done to is where it was done", """{"kind":"event","type":"attack","quote":"gunmen besmirched Kidal on Tuesday","word":"besmirched","stance":"affirms","actor":["gunmen"],"target":["Kidal"]}""",
        "attack affirms by witnesses (eyewitness, tell): actor=gunmen, place=Kidal")]
    [InlineData("who trekks away undergoes it", """{"kind":"event","type":"displacement","quote":"Residents trekked towards Menaka","word":"trekked","stance":"affirms","actor":["Residents"]}""",
        "displacement affirms by narration: target=Residents")]
    [InlineData("the nearest hand counts, whichever is named", """{"kind":"event","type":"attack","quote":"gunmen besmirched Kidal on Tuesday","word":"besmirched","stance":"affirms","source":"Human Rights Watch"}""",
        "attack affirms by witnesses (eyewitness, tell)")]
    [InlineData("the dead are people", """{"kind":"figure","measure":"affected","quote":"40 lacked a coffin","number":"40","stance":"affirms","counted":"the dead"}""",
        "figure affirms by narration: affected=40 of the dead")]
    [InlineData("a word in quotation marks for nothing", """{"kind":"event","type":"attack","quote":"Rockets besmirched the market in Timbuktu","word":"besmirched","stance":"affirms","source":"null","place":"null"}""",
        "attack affirms by narration")]
    public void Parts_are_what_the_built_in_reader_makes_of_them(string what, string item, string expected)
    {
        const string Text = "Rockets besmirched the market in Timbuktu on Monday. Residents trekked towards Menaka. Of the dead, 40 lacked a coffin. Human Rights Watch said witnesses told it that gunmen besmirched Kidal on Tuesday.";
        Assert.NotEmpty(what);
        Assert.Equal(expected, Told(Text, item));
    }

    [Fact]
    public void A_claim_stands_where_its_quote_stands_and_says_who_read_it()
    {
        Claim? claim = Check(Report, """{"kind":"event","type":"attack","quote":"\"They crept in\n at night,\" said Awa Traore","word":"crept","stance":"affirms"}""").Claim;
        Assert.Equal("“They crept in at night,”  said Awa Traore", claim?.Span.Of(Report));
        Assert.Equal("test-model", claim?.ReadBy);
    }

    [Fact]
    public void A_quote_counts_only_in_the_part_that_was_sent()
    {
        var elsewhere = new FoldedText(Report, new TextSpan(0, 20));
        ModelItem? item = ModelItem.ParseAll("""[{"kind":"event","type":"attack","quote":"They crept in at night","word":"crept","stance":"affirms"}]""")?[0];
        Assert.Equal(ReasonCode.ItemNotQuoted, Reader.Check(Report).Of(item, [elsewhere]).Why);
    }

    [Fact]
    public void The_same_item_twice_is_one_claim()
    {
        ItemCheck check = Reader.Check(Report);
        ModelItem? item = ModelItem.ParseAll("""[{"kind":"event","type":"attack","quote":"They crept in at night","word":"crept","stance":"affirms"}]""")?[0];
        FoldedText[] all = [new FoldedText(Report, new TextSpan(0, Report.Length))];
        Assert.NotNull(check.Of(item, all).Claim);
        Assert.Equal(ReasonCode.ItemKnown, check.Of(item, all).Why);
    }

    private static string Told(string text, string item)
    {
        (Claim? claim, ReasonCode why) = Check(text, item);
        return claim is null ? why.ToString() : ClaimTable.Of(new Reading("r1", [claim], [], [], []));
    }

    private static (Claim? Claim, ReasonCode Why) Check(string text, string item)
    {
        IReadOnlyList<ModelItem?>? items = ModelItem.ParseAll($$"""{"items":[{{item}}]}""");
        Assert.NotNull(items);
        return Reader.Check(text).Of(Assert.Single(items), [new FoldedText(text, new TextSpan(0, text.Length))]);
    }
}
