using Sitrep.Language.Tokens;

namespace Sitrep.Tests.Language;

public sealed class TokeniserTests
{
    [Theory]
    [InlineData("They don't know.", "They do n't know .")]
    [InlineData("They don’t know.", "They do n’t know .")]
    [InlineData("Mali's army can't say; we'll see.", "Mali 's army ca n't say ; we 'll see .")]
    [InlineData("The rebels' leader cannot attend.", "The rebels ' leader can not attend .")]
    [InlineData("U.S.-backed forces", "U.S. - backed forces")]
    [InlineData("Sidi al-Bashir, a co-founder", "Sidi al - Bashir , a co-founder")]
    [InlineData("“We left,” he said.", "“ We left , ” he said .")]
    [InlineData("\"We left,\" he said.", "\" We left , \" he said .")]
    [InlineData("About 1,200 of 3.5 million paid $40 (10%).", "About 1,200 of 3.5 million paid $ 40 ( 10 % ) .")]
    [InlineData("On Nov. 9, 2017 at 5:30 a.m. in Quito", "On Nov. 9 , 2017 at 5:30 a.m. in Quito")]
    [InlineData("at 10am, some 25km away", "at 10 am , some 25 km away")]
    [InlineData("the 1990s and the 5th floor on 11/9/2017", "the 1990s and the 5th floor on 11/9/2017")]
    [InlineData("See https://example.org/a?b=1, or write to a.b@example.org.", "See https://example.org/a?b=1 , or write to a.b@example.org .")]
    [InlineData("Wait... what?! No -- never", "Wait ... what ?! No -- never")]
    [InlineData("troops [...] left", "troops [ ... ] left")]
    [InlineData("left the town.The army", "left the town . The army")]
    [InlineData("and/or AT&T, @desk #quake", "and / or AT&T , @desk #quake")]
    [InlineData("Mr. O'Brien met Gen. Diaz Jr. in St. Louis.", "Mr. O'Brien met Gen. Diaz Jr. in St. Louis .")]
    [InlineData("No. 5 said no.", "No. 5 said no .")]
    [InlineData("J. K. Mensah of the U.N. spoke", "J. K. Mensah of the U.N. spoke")]
    [InlineData("2017-11-09: call 713-555-0123", "2017-11-09 : call 713-555-0123")]
    public void Words_are_cut_as_in_universal_dependencies(string text, string expected) => Assert.Equal(expected, Words(text));

    private static string Words(string text) => string.Join(' ', Tokeniser.Scan(text, 0, text.Length).Select(token => text[token.Start..token.End]));
}
