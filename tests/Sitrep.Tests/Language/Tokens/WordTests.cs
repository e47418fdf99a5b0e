using System.Text;
using Sitrep.Language.Tokens;

namespace Sitrep.Tests.Language.Tokens;

public sealed class WordTests
{
    [Theory]
    [InlineData("(see http://example.org/a_(b), or www.example.net.)", "( see http://example.org/a_(b) , or www.example.net . )")]
    [InlineData("\"Desk\"<news.desk@example.org>; mailto:a@example.org", "\" Desk \" < news.desk@example.org > ; mailto:a@example.org")]
    [InlineData("na...@example.org wrote in alt.weather.storms", "na...@example.org wrote in alt.weather.storms")]
    [InlineData("Annex-2.pdf, map.JPG and example.org/maps", "Annex-2.pdf , map.JPG and example.org/maps")]
    [InlineData("Example.com's page", "Example.com 's page")]
    [InlineData("the town.It burned.so they left", "the town . It burned . so they left")]
    public void Addresses_are_one_word(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("Thanks :) see you ;-) or not:(", "Thanks :) see you ;-) or not :(")]
    [InlineData("(as listed:) next", "( as listed : ) next")]
    [InlineData("Items (1) and 8) and note: (a)", "Items ( 1 ) and 8 ) and note : ( a )")]
    [InlineData("Great =P ^_^", "Great =P ^_^")]
    public void Faces_are_one_word_and_brackets_are_none(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("call (212) 555-0142 or +44 20 7946 0018", "call ( 212 ) 555-0142 or +44 20 7946 0018")]
    [InlineData("in 2001-2004, 500-1000 people, 20-30%", "in 2001 - 2004 , 500 - 1000 people , 20 - 30 %")]
    [InlineData("$500-2500 at 7:30PM, 9a.m. or 6:00am", "$ 500 - 2500 at 7:30 PM , 9 a.m. or 6:00 am")]
    [InlineData("US$5.5bn and €40m, 30people, 12°C", "US$ 5.5 bn and € 40 m , 30 people , 12 ° C")]
    [InlineData("the 1960's and '60s; 2004's best", "the 1960's and '60s ; 2004 's best")]
    [InlineData("No. 5, no.5 and No. They", "No. 5 , no. 5 and No . They")]
    [InlineData("<<file>> and $$$ --> ---- ===", "<< file >> and $$$ --> ---- ===")]
    public void Figures_and_signs(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("dont, cant, im and youre", "do nt , ca nt , i m and you re")]
    [InlineData("I'ma tell y'all: c'mon, it’s", "I 'm a tell y' all : c'm on , it ’s")]
    [InlineData("its a trap; its army and its all-time high", "it s a trap ; its army and its all - time high")]
    [InlineData("lets go, but he lets them", "lets go , but he lets them")]
    [InlineData("give 'em some, 'til noon", "give 'em some , 'til noon")]
    [InlineData("WE DON'T KNOW WHERE THEY'VE GONE", "WE DO N'T KNOW WHERE THEY 'VE GONE")]
    public void Contractions_are_cut_with_and_without_apostrophe(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("an anti-government, UN-backed, post-election, non-EU plan", "an anti-government , UN - backed , post-election , non-EU plan")]
    [InlineData("state-run, over-the-counter, mid-to-late", "state - run , over - the - counter , mid - to - late")]
    [InlineData("career-wise and picture-esque, soon-to-be-ex", "career-wise and picture-esque , soon - to - be - ex")]
    [InlineData("and/or n/a w/o R&D", "and / or n/a w/o R&D")]
    [InlineData("th- they came", "th- they came")]
    public void Hyphens_and_slashes(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("J. R. Okafor, Ph.D., of Acme Inc. They left", "J. R. Okafor , Ph.D. , of Acme Inc . They left")]
    [InlineData("food, water, etc. The army", "food , water , etc . The army")]
    [InlineData("food etc. and water", "food etc. and water")]
    [InlineData("in Dover, Del. and the U.S.The rest", "in Dover , Del. and the U.S. The rest")]
    [InlineData("W.Okafor (b. 1950, d. 1999)", "W. Okafor ( b. 1950 , d. 1999 )")]
    [InlineData("What?! No...? Yes!!!", "What ?! No ... ? Yes !!!")]
    public void Stops_belong_to_abbreviations_or_to_sentences(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("Đặng Văn Lâm, Þórður and Łódź’s mayor", "Đặng Văn Lâm , Þórður and Łódź ’s mayor")]
    [InlineData("Киев и 北京", "Киев и 北京")]
    [InlineData("done👍🏽👩‍🚒 now", "done 👍🏽 👩‍🚒 now")]
    [InlineData("• water\n• tents", "• water • tents")]
    [InlineData("soft\u00ADhyphen zero\u200Bwidth", "soft\u00ADhyphen zero width")]
    public void Any_script_and_sign(string text, string expected) => Check(text, expected);

    [Fact]
    public void A_missing_space_after_a_stop_is_told()
    {
        const string text = "It left the town.The army";
        Assert.Equal(Gap.MissingSpace, Tokeniser.Scan(text, 0, text.Length)[^2].Gap);
    }

    [Fact]
    public void Every_visible_character_lies_in_exactly_one_token_in_order()
    {
        string[] pieces =
        [
            "town", "The", "U.S.", "Ph.D", "etc.", "don't", "dont", "its", " a ", "'s", "n't", "'", "’", "`", "\"", "(", ")", "[", "]", "...", ".", ",", "?", "!", ":", ";", "=", "-", "–", "—",
            "/", "\\", "@", "#", "$", "€", "%", "&", "+", "*", "_", "~", "<", ">", "|", "1", "20", "555-0142", "1960", "km", "am", "http://", "www.", "a@b.org", ".com", ".pdf", "anti-", "-wise",
            " ", "\n", "\n\n", "\t", "\0", "\u200B", "\u200D", "\uFE0F", "\u00AD", "\uFEFF", "\uD83D", "\uDE00", "😀", "👍🏽", "é", "e\u0301", "北", "ع", "ॐ", "\u2028", "º", "²", "W", "I", "i",
        ];
        uint state = 20171109;
        for (int round = 0; round < 4000; round++)
        {
            var text = new StringBuilder();
            for (int i = 0; i < 14; i++)
            {
                state = unchecked((state * 1664525) + 1013904223);
                text.Append(pieces[(int)((state >> 8) % (uint)pieces.Length)]);
            }
            CheckCover(text.ToString());
        }
    }

    [Theory]
    [InlineData("word ", 10_000)]
    [InlineData("a.", 100_000)]
    [InlineData("a@", 100_000)]
    [InlineData("a-", 100_000)]
    [InlineData("1-", 100_000)]
    [InlineData("a.b/", 50_000)]
    [InlineData("www.", 50_000)]
    [InlineData("http://x(", 30_000)]
    [InlineData(":)", 100_000)]
    [InlineData("'s", 100_000)]
    [InlineData("(:", 100_000)]
    [InlineData("😀", 100_000)]
    [InlineData("\u200D", 100_000)]
    [InlineData("x", 300_000)]
    [InlineData(".", 300_000)]
    [InlineData("[...", 100_000)]
    [InlineData("its ", 100_000)]
    public void Hostile_runs_are_scanned_in_linear_time(string piece, int times)
    {
        string text = new StringBuilder().Insert(0, piece, times).ToString();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        CheckCover(text);
        Assert.True(clock.ElapsedMilliseconds < 2000, "Quadratic time would take minutes.");
    }

    private static void Check(string text, string expected) => Assert.Equal(expected, string.Join(' ', Tokeniser.Scan(text, 0, text.Length).Select(token => text[token.Start..token.End])));

    private static void CheckCover(string text)
    {
        int at = 0;
        foreach (RawToken token in Tokeniser.Scan(text, 0, text.Length))
        {
            while (at < token.Start) Assert.True(Characters.IsBlank(text[at++]), text.Length < 200 ? text : "");
            Assert.True(token.Start == at && token.End > at && token.End <= text.Length, text.Length < 200 ? text : "");
            for (; at < token.End; at++)
            {
                if (Characters.IsBlank(text[at])) Assert.Fail("A blank lies in a token.");
            }
        }
        while (at < text.Length) Assert.True(Characters.IsBlank(text[at++]));
    }
}
