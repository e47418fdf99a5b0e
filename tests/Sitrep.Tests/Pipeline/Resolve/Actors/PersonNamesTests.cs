using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Resolve.Actors;

namespace Sitrep.Tests.Pipeline.Resolve.Actors;

public sealed class PersonNamesTests
{
    // met: full names of the reports, parted by |; expected: the full name that the asked one stands for.
    [Theory]
    [InlineData("Volodymyr Zelenskyy|Volodymyr Zelensky|Volodymyr Zelensky", "Zelenskiy", "Volodymyr Zelensky")]
    [InlineData("Muammar Qaddafi", "Kadhafi", "Muammar Qaddafi")]
    [InlineData("Abdel Fattah al-Burhan", "Burhan", "Abdel Fattah al-Burhan")]
    [InlineData("Ana Lucia Prado", "A. Prado", "Ana Lucia Prado")]
    [InlineData("Hamidullah Danishi|Hamidullah Danishi|Hamdullah Danishi", "Hamdullah Danishi", "Hamidullah Danishi")]
    [InlineData("Sohail al-Rahbi", "Sohail Alrahbi", "Sohail al-Rahbi")]
    [InlineData("Sohail al-Rawi", "Sohail Alrawi", "Sohail al-Rawi")]
    [InlineData("Sutrisno Hadi Wibowo", "Sutrisno", "Sutrisno Hadi Wibowo")]
    public void A_short_or_respelt_name_stands_for_the_full_one(string met, string asked, string expected) => Assert.Equal(expected, Names(met).FullName(asked));

    [Theory]
    [InlineData("Maria Santos|Pedro Santos", "Santos")]
    [InlineData("Ali Hassan", "Ali Hussein")]
    [InlineData("Mohammed Karimi|Mahmoud Karimi", "Mahmoud Karimi")]
    [InlineData("", "Nobody")]
    public void Namesakes_and_strangers_stay_apart(string met, string asked) => Assert.Equal(asked, Names(met).FullName(asked));

    [Fact]
    public void Spellings_of_one_name_have_one_key() => Assert.Equal(PersonNames.Key("Serhii Petrenko"), PersonNames.Key("Sergiy Petrenko"));

    private static PersonNames Names(string met) => new(met.Split('|', StringSplitOptions.RemoveEmptyEntries)
        .Select(name => new ActorMention(new TextSpan(0, 1), name, ActorForm.Name, name, null, null, ActorKind.Person)));
}
