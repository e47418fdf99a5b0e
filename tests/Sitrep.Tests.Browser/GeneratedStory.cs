using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sitrep.Tests.Browser;

/// <summary>Any number of small reports, each on one thing that happened in one town on one day: a record large enough to be slow.</summary>
internal static class GeneratedStory
{
    private static readonly string[] Towns =
    [
        "Aleppo", "Homs", "Hama", "Idlib", "Raqqa", "Latakia", "Tartus", "Manbij", "Azaz", "Mosul", "Kirkuk", "Tikrit", "Samarra", "Ramadi", "Fallujah", "Baqubah", "Basra", "Najaf", "Karbala", "Sinjar",
        "Taiz", "Aden", "Marib", "Hodeidah", "Saada", "Ibb", "Kandahar", "Kunduz", "Herat", "Jalalabad", "Ghazni", "Benghazi", "Misrata", "Sirte", "Sabha", "Mariupol", "Kharkiv", "Kherson", "Donetsk", "Luhansk",
        "Melitopol", "Bakhmut", "Goma", "Bukavu", "Beni", "Butembo", "Bunia", "Juba", "Malakal", "Bentiu", "Khartoum", "Nyala", "Zalingei", "Kassala", "Gondar", "Lalibela", "Dessie", "Maiduguri", "Gwoza", "Bama",
        "Timbuktu", "Gao", "Kidal", "Menaka", "Mopti", "Djibo", "Dori", "Diffa", "Pemba", "Sittwe", "Myitkyina", "Lashio", "Loikaw", "Zamboanga", "Marawi", "Cotabato", "Cali", "Pasto",
    ];

    private static readonly CompositeFormat[] Sentences =
    [
        .. new[]
        {
            "Government forces captured {0} on {1}, the army said.", "Rebels shelled {0} on {1}, killing {2} civilians, a hospital official said.",
            "Rebel fighters withdrew from {0} on {1}, residents said.", "Government troops clashed with rebels in {0} on {1}, a monitoring group said.",
            "A bomb exploded in {0} on {1}, wounding {2} people, police said.", "Thousands of people fled {0} on {1}, the United Nations said.",
            "Protesters marched in {0} on {1}, witnesses said.", "Warplanes bombed {0} on {1}, activists said.",
        }.Select(CompositeFormat.Parse),
    ];

    /// <summary>First day of the story.</summary>
    private static readonly DateOnly First = new(2021, 1, 1);

    /// <summary>Days it is spread over: one year, as in the field's own files.</summary>
    private const int Days = 364;

    /// <summary>Writes <paramref name="count"/> reports, one JSON object a line; the same for the same count.</summary>
    public static void Write(string path, int count)
    {
        using var file = new FileStream(path, FileMode.Create);
        for (int i = 0; i < count; i++)
        {
            string town = Towns[i % Towns.Length];
            int round = i / Towns.Length;
            DateOnly day = First.AddDays((round * 7 + i % 7) % Days);
            string words = day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
            using (var json = new Utf8JsonWriter(file))
            {
                json.WriteStartObject();
                json.WriteString("title", $"{town}, {words}");
                json.WriteString("publisher", $"Outlet {i % 40}");
                json.WriteString("datePublished", day.ToString("O", CultureInfo.InvariantCulture));
                json.WriteString("text", string.Format(CultureInfo.InvariantCulture, Sentences[(i + round) % Sentences.Length], town, words, 3 + i % 40));
                json.WriteEndObject();
            }
            file.WriteByte((byte)'\n');
        }
    }
}
