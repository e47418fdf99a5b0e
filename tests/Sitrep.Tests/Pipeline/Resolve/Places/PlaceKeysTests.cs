using FsCheck;
using FsCheck.Fluent;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Tests.Pipeline.Resolve.Places;

public sealed class PlaceKeysTests
{
    [Theory]
    [InlineData("Kahramanmaraş", "Kahramanmaras")]
    [InlineData("Al-Qa'im", "al Qaim")]
    [InlineData("Łódź", "Lodz")]
    [InlineData("Port-au-Prince", "Port au Prince")]
    [InlineData("N’Djamena", "Ndjamena")]
    public void Accents_and_punctuation_do_not_matter_to_the_exact_key(string a, string b) => Assert.Equal(PlaceKeys.Exact(a), PlaceKeys.Exact(b));

    [Theory]
    [InlineData("Al Qayyarah", "Qayyara")]
    [InlineData("El Fasher", "Al-Fashir")]
    [InlineData("Al Hudaydah", "Hodeida")]
    [InlineData("Khan Younis", "Khan Yunis")]
    [InlineData("Ar Raqqah", "Raqa")]
    [InlineData("St. Petersburg", "Saint Petersburg")]
    [InlineData("Kandahar", "Qandahar")]
    public void Romanisations_meet_in_the_folded_key(string a, string b) => Assert.Equal(PlaceKeys.Fold(a), PlaceKeys.Fold(b));

    [Theory]
    [InlineData("Homs", "Hama")]
    [InlineData("Mosul", "Basel")]
    [InlineData("Goma", "Gomel")]
    public void Different_towns_keep_different_folded_keys(string a, string b) => Assert.NotEqual(PlaceKeys.Fold(a), PlaceKeys.Fold(b));

    [Fact]
    public void Keys_of_any_text_are_lower_case_letters_and_digits()
    {
        Prop.ForAll<string>(text =>
        {
            string name = text ?? "";
            return PlaceKeys.Exact(name).All(char.IsLetterOrDigit) && PlaceKeys.Fold(name).All(char.IsLetterOrDigit) && !PlaceKeys.Exact(name).Any(char.IsAsciiLetterUpper);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Half_a_surrogate_pair_is_passed_over() => Assert.Equal("homs", PlaceKeys.Exact("Ho\uD83Dms"));
}
