using System.Globalization;
using FsCheck.Fluent;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Dates;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Tests.Pipeline.Extract.Quantities;

public class QuantityFinderTests
{
    private static readonly DataFolder Data = DataFolder.At(Path.Combine(Repository.Root, "data"));
    private static readonly QuantityFinder Finder = new(Data, new DateFinder(Data));

    [Theory]
    [InlineData("The quake killed 1,200 people.", "1,200 Exact 1200 1200 1200")]
    [InlineData("The quake killed 1200 people.", "1200 Exact 1200 1200 1200")]
    [InlineData("The quake displaced 120 000 people.", "120 000 Exact 120000 120000 120000")]
    [InlineData("It displaced 2.5 million people.", "2.5 million Exact 2500000 2500000 2500000")]
    [InlineData("It displaced 2.5m people.", "2.5m Exact 2500000 2500000 2500000")]
    [InlineData("It displaced 3 thousand people.", "3 thousand Exact 3000 3000 3000")]
    [InlineData("It displaced 1.5 lakh people.", "1.5 lakh Exact 150000 150000 150000")]
    [InlineData("Twenty-three people died.", "Twenty-three Exact 23 23 23")]
    [InlineData("Two dozen homes burned.", "Two dozen Exact 24 24 24")]
    [InlineData("A hundred homes burned.", "A hundred Exact 100 100 100")]
    [InlineData("Half a million people fled.", "Half a million Exact 500000 500000 500000")]
    [InlineData("A quarter of a million people fled.", "A quarter of a million Exact 250000 250000 250000")]
    [InlineData("Three-quarters of a million people fled.", "Three-quarters of a million Exact 750000 750000 750000")]
    [InlineData("A quarter million people fled.", "A quarter million Exact 250000 250000 250000")]
    [InlineData("One hundred and twenty-three rebels surrendered.", "One hundred and twenty-three Exact 123 123 123")]
    [InlineData("Three thousand two hundred families fled.", "Three thousand two hundred Exact 3200 3200 3200")]
    [InlineData("Two and a half million people fled.", "Two and a half million Exact 2500000 2500000 2500000")]
    [InlineData("Two hundred thousand people fled.", "Two hundred thousand Exact 200000 200000 200000")]
    [InlineData("It killed three soldiers and wounded 12.", "three Exact 3 3 3|12 Exact 12 12 12")]
    [InlineData("One soldier was killed and two were hurt.", "One Exact 1 1 1|two Exact 2 2 2")]
    [InlineData("A bomb went off, killing one and wounding five.", "one Exact 1 1 1|five Exact 5 5 5")]
    [InlineData("They destroyed 12 tanks and 3 bridges in 20 strikes.", "12 Exact 12 12 12|3 Exact 3 3 3|20 Exact 20 20 20")]
    [InlineData("A 1,000-strong force entered.", "1,000 Exact 1000 1000 1000")]
    [InlineData("Quake kills 300 in Nepal", "300 Exact 300 300 300")]
    [InlineData("Bomb Attack In Baghdad Market Kills 20", "20 Exact 20 20 20")]
    [InlineData("In Mosul 20 people died.", "20 Exact 20 20 20")]
    [InlineData("The toll rose from 12 to 15.", "12 Exact 12 12 12|15 Exact 15 15 15")]
    [InlineData("The toll rose to 15, up from 12.", "15 Exact 15 15 15|12 Exact 12 12 12")]
    [InlineData("Dozens were freed among 200 Yazidis.", "Dozens Dozens 12 - -|200 Exact 200 200 200")]
    public void Plain_counts_are_exact(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("About 300 people fled.", "About 300 About 300 300 300")]
    [InlineData("Around 300 people fled.", "Around 300 About 300 300 300")]
    [InlineData("Some 300 people fled.", "Some 300 About 300 300 300")]
    [InlineData("Roughly two dozen people fled.", "Roughly two dozen About 24 24 24")]
    [InlineData("Nearly 2 million people fled.", "Nearly 2 million About 2000000 2000000 2000000")]
    [InlineData("An estimated 300,000 people fled.", "An estimated 300,000 About 300000 300000 300000")]
    [InlineData("Close to 40 homes burned.", "Close to 40 About 40 40 40")]
    [InlineData("Fifty or so fighters fled.", "Fifty or so About 50 50 50")]
    [InlineData("Some 50-odd fighters fled.", "Some 50 About 50 50 50")]
    [InlineData("At least 50 people died.", "At least 50 AtLeast 50 - -")]
    [InlineData("More than 50 people died.", "More than 50 AtLeast 50 - -")]
    [InlineData("Over 50 people died.", "Over 50 AtLeast 50 - -")]
    [InlineData("Upwards of 50 people died.", "Upwards of 50 AtLeast 50 - -")]
    [InlineData("No fewer than 50 people died.", "No fewer than 50 AtLeast 50 - -")]
    [InlineData("At least one person died.", "At least one AtLeast 1 - -")]
    [InlineData("More than a dozen people died.", "More than a dozen AtLeast 12 - -")]
    [InlineData("There were 50 or more dead.", "50 or more AtLeast 50 - -")]
    [InlineData("There were 50+ dead.", "50+ AtLeast 50 - -")]
    [InlineData("As many as 80 people died.", "As many as 80 AtMost - - 80")]
    [InlineData("Up to 80 people died.", "Up to 80 AtMost - - 80")]
    [InlineData("Fewer than 80 people died.", "Fewer than 80 AtMost - - 80")]
    [InlineData("No more than 80 people died.", "No more than 80 AtMost - - 80")]
    [InlineData("They have control over 12 villages.", "12 Exact 12 12 12")]
    public void Qualifiers_open_or_loosen_the_count(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("There are between 2,500 and 3,500 fighters.", "between 2,500 and 3,500 Between 2500 - 3500")]
    [InlineData("There are 2,500 to 3,500 fighters.", "2,500 to 3,500 Between 2500 - 3500")]
    [InlineData("There are from 2,500 to 3,500 fighters.", "from 2,500 to 3,500 Between 2500 - 3500")]
    [InlineData("There were 10-12 attackers.", "10-12 Between 10 - 12")]
    [InlineData("There were 10–12 attackers.", "10–12 Between 10 - 12")]
    [InlineData("There were ten to twelve attackers.", "ten to twelve Between 10 - 12")]
    [InlineData("Two or three people died.", "Two or three Between 2 - 3")]
    [InlineData("It affects between 2 and 3 million people.", "between 2 and 3 million Between 2000000 - 3000000")]
    [InlineData("An estimated 5,000 to 6,000 people fled.", "An estimated 5,000 to 6,000 Between 5000 - 6000")]
    [InlineData("Dozens, possibly hundreds, were buried.", "Dozens, possibly hundreds Dozens 12 - -")]
    public void Ranges_keep_both_ends(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("Several people died.", "Several Several 3 - -")]
    [InlineData("A number of people died.", "A number of Several 3 - -")]
    [InlineData("A handful of people died.", "A handful of Several 3 - -")]
    [InlineData("Dozens of people died.", "Dozens Dozens 12 - -")]
    [InlineData("Scores of people died.", "Scores Dozens 20 - -")]
    [InlineData("Tens of people died.", "Tens Dozens 10 - -")]
    [InlineData("Hundreds of people died.", "Hundreds Hundreds 100 - -")]
    [InlineData("Several hundred people died.", "Several hundred Hundreds 300 - -")]
    [InlineData("Thousands fled.", "Thousands Thousands 1000 - -")]
    [InlineData("Tens of thousands fled.", "Tens of thousands TensOfThousands 10000 - -")]
    [InlineData("Hundreds of thousands fled.", "Hundreds of thousands TensOfThousands 100000 - -")]
    [InlineData("Millions fled.", "Millions TensOfThousands 1000000 - -")]
    public void Vague_words_give_the_smallest_count(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("In 2014 the war began.")]
    [InlineData("On November 9, 2017, it fell at 04:17.")]
    [InlineData("They fought for three days and nine months.")]
    [InlineData("A 23-year-old was held.")]
    [InlineData("The boy, aged 23, was held.")]
    [InlineData("Mariam Ali, 23, was held.")]
    [InlineData("Mariam Ali (23) was held.")]
    [InlineData("Most were children under 5.")]
    [InlineData("It cost $12 million and €5,000.")]
    [InlineData("It cost 12 million dollars or 40 Syrian pounds.")]
    [InlineData("Half of them, 50 percent or 50%, fled.")]
    [InlineData("A 7.8-magnitude quake hit.")]
    [InlineData("A magnitude 7 quake hit 30 km away.")]
    [InlineData("It reached 5.2 on the Richter scale.")]
    [InlineData("Water rose 10 metres over 2,000 square miles.")]
    [InlineData("Temperatures hit 40 degrees and 40°C.")]
    [InlineData("The 9th Armoured Division and the 21st Brigade came.")]
    [InlineData("An F-16, a T-72 and an S-300 were seen.")]
    [InlineData("They closed Highway 5.")]
    [InlineData("They invoked Article 5 and Resolution 2254.")]
    [InlineData("The Group of 20 met.")]
    [InlineData("They searched for Flight 370.")]
    [InlineData("One of the villages fell.")]
    [InlineData("No one was hurt.")]
    [InlineData("It was the one they wanted.")]
    [InlineData("Air Force One landed.")]
    [InlineData("They shot at one another.")]
    [InlineData("Call 555-123-4567 or +1 202 555 0143.")]
    [InlineData("It lies at 34.45, 40.92.")]
    [InlineData("He is number 3 in the group.")]
    [InlineData("A two-state solution was refused.")]
    [InlineData("One third of the town and two-thirds of the port burned.")]
    [InlineData("The motion passed in a 10-2 vote.")]
    [InlineData("It was hit three times.")]
    [InlineData("The 9/11 attacks")]
    [InlineData("Hundreds of miles away, thousands of years ago.")]
    [InlineData("The 1990s war")]
    [InlineData("M23 rebels and the G20")]
    [InlineData("A 5-6 km march")]
    [InlineData("She scores well in tests.")]
    [InlineData("COVID-19 cases")]
    [InlineData("They put it off to 2023 or later, says Vision 2030.")]
    [InlineData("Bulletin 02-13, item 20190314, from a couple nearby")]
    [InlineData("It rose 5 1/2 feet in 4 1/4 hours.")]
    [InlineData("They live in the July 17 district.")]
    [InlineData("")]
    public void Other_numbers_count_nothing(string text) => Check(text, "");

    [Fact]
    public void Any_text_gives_ordered_spans_inside_the_sentence_and_ordered_bounds() =>
        Properties.Hold(Prop.ForAll(HostileText.Arbitrary, text =>
        {
            var sentence = TestSentence.Of(text);
            int last = sentence.Start;
            foreach (FoundQuantity quantity in Finder.Find(text, sentence))
            {
                Assert.True(quantity.Mention.Span.Start >= last && quantity.Mention.Span.End <= sentence.End && quantity.Mention.Span.Length > 0);
                Assert.InRange(quantity.First, 0, quantity.Last);
                Assert.True(quantity.Last < sentence.Tokens.Length);
                Assert.True((quantity.Mention.Low ?? 0) <= (quantity.Mention.High ?? long.MaxValue));
                last = quantity.Mention.Span.End;
            }
        }));

    [Fact]
    public void A_long_hostile_text_takes_linear_time()
    {
        string text = string.Concat(Enumerable.Repeat("between at least 12 and one hundred and twenty thousand 3-4 ", 5_000));
        Assert.NotEmpty(Finder.Find(text, TestSentence.Of(text)));
    }

    private static void Check(string text, string expected)
    {
        foreach (bool hyphens in new[] { true, false })
        {
            Assert.Equal(expected, string.Join('|', Finder.Find(text, TestSentence.Of(text, hyphens)).Select(found => string.Create(
                CultureInfo.InvariantCulture, $"{found.Mention.Words} {found.Mention.Qualifier} {Number(found.Mention.Low)} {Number(found.Mention.Best)} {Number(found.Mention.High)}"))));
        }
    }

    private static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
