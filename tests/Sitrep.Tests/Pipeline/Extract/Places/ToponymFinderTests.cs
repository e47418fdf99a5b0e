using Sitrep.Model.Record;

namespace Sitrep.Tests.Pipeline.Extract.Places;

public sealed class ToponymFinderTests
{
    [Theory]
    [InlineData("Kenyan troops arrived in Garissa on Monday.", "Modifier Kenyan; Name Garissa")]
    [InlineData("Students fled Makerere University as Ugandan police fired tear gas.", "Name Makerere University; Modifier Ugandan")]
    [InlineData("US Ambassador Maria Lopez met Peruvian officials in Lima.", "Within US; Modifier Peruvian; Name Lima")]
    [InlineData("The Nairobi Post said Kenyans spoke French.", "Within Nairobi")]
    [InlineData("The mayor met Trinidad and Tobago delegates at the Korean Peninsula talks.", "Name Trinidad and Tobago; Name Korean Peninsula")]
    [InlineData("Lima Mayor Ana Ruiz flew to Washington, D.C., on Monday.", "Within Lima; Name Washington, D.C.")]
    [InlineData("They spoke English at the British Embassy about an anti-Peruvian slogan.", "Name British Embassy; Modifier Peruvian")]
    public void Names_of_places_and_what_is_named_after_them(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", Reader.Read(text).Toponyms.Select(toponym => $"{toponym.Form} {toponym.Span.Of(text)}")));

    [Fact]
    public void They_lie_in_the_text_and_not_in_one_another()
    {
        const string Text = "The Amsterdam-London flight and the Somali-Kenyan border (MOGADISHU) near Lake Chad, Nigeria.";
        int end = 0;
        foreach (PlaceMention toponym in Reader.Read(Text).Toponyms)
        {
            Assert.True(toponym.Span.Start >= end && toponym.Span.End <= Text.Length);
            end = toponym.Span.End;
        }
    }
}
