using System.Globalization;
using Sitrep.Eval.Documents;
using Sitrep.Model.Reports;

namespace Sitrep.Eval.Speed;

/// <summary>Short reports of many made-up stories, of any number: what a store holds after years. Written by us; the same number gives the same reports.</summary>
/// <remarks>A story is one happening in one town, told by <see cref="ReportsOfStory"/> reports over four days in their own words, with a count that grows; a new one begins every few hours.</remarks>
internal static class SyntheticStories
{
    public const int ReportsOfStory = 20;

    private const int Seed = 20171109, DaysOfStory = 4, StoriesOfDay = 6;

    private static readonly DateOnly FirstDay = new(2015, 1, 1);

    private static readonly string[][] Happened =
    [
        ["A car bomb killed {n} people in {town} on {day}.", "At least {n} people died when a bomb exploded near a market in {town} on {day}.", "An explosion in {town} on {day} left {n} dead.", "{n} people were killed in a bombing in {town}, police said on {day}."],
        ["{a} captured {town} from {b} on {day}.", "{a} said on {day} that they had seized {town} from {b}.", "{town} fell to {a} on {day} after a fight with {b}.", "{b} withdrew from {town} on {day}, and {a} entered the town."],
        ["A flood killed {n} people in {town} on {day}.", "Flooding in {town} on {day} left at least {n} people dead.", "{n} people drowned in a flood that struck {town} on {day}.", "The death toll of a flood in {town} rose to {n} on {day}."],
        ["Clashes between {a} and {b} in {town} killed {n} fighters on {day}.", "{a} fought {b} in {town} on {day}; {n} were killed.", "Fighting in {town} between {a} and {b} left {n} dead on {day}.", "{n} fighters died on {day} when {a} attacked {b} in {town}."],
    ];

    private static readonly string[] Said =
    [
        "A hospital official said {m} people were injured.", "The governor denied that {a} had entered the town.", "A monitoring group said {m} people had been wounded.", "Residents told reporters that {m} houses were destroyed.",
        "The Red Cross said {m} people were missing.", "An army spokesman said {m} soldiers had been sent to the area.", "Doctors said the number of dead could rise.", "{b} did not comment on the reports.",
    ];

    private static readonly string[] Fighters = ["the army", "rebels", "government forces", "militants", "the militia", "security forces", "insurgents", "border guards"];

    /// <param name="towns">Names of places that the gazetteer has.</param>
    public static IEnumerable<Report> Reports(int count, IReadOnlyList<string> towns)
    {
        for (int number = 0; number < count; number++)
        {
            int story = number / ReportsOfStory;
            var told = new Random(Seed + number);
            var begun = new Random(~(Seed + story));
            string[] kind = Happened[begun.Next(Happened.Length)];
            string town = towns[begun.Next(towns.Count)];
            (string a, string b) = (Fighters[begun.Next(4) * 2], Fighters[(begun.Next(4) * 2) + 1]);
            int dead = begun.Next(3, 60), later = told.Next(DaysOfStory);
            DateOnly day = FirstDay.AddDays((story / StoriesOfDay) + later);
            string Fill(string pattern) => Capital(pattern.Replace("{town}", town, StringComparison.Ordinal).Replace("{a}", a, StringComparison.Ordinal).Replace("{b}", b, StringComparison.Ordinal)
                .Replace("{n}", Words(dead + later), StringComparison.Ordinal).Replace("{m}", Words(told.Next(10, 900)), StringComparison.Ordinal).Replace("{day}", day.AddDays(-later).ToString("d MMMM yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal));
            string text = string.Join(' ', Fill(kind[told.Next(kind.Length)]), Fill(Said[told.Next(Said.Length)]), Fill(Said[told.Next(Said.Length)]));
            yield return PlainReport.Whole(number, text, published: day) with { Outlet = string.Create(CultureInfo.InvariantCulture, $"Outlet {told.Next(200)}") };
        }
    }

    private static string Words(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
