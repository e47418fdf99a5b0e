using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Resolve.Actors;

namespace Sitrep.Tests.Pipeline.Resolve.Actors;

public sealed class AllegiancesTests
{
    private static readonly Allegiances Words = Allegiances.Load(DataFolder.At(Path.Combine(Repository.Root, "data")));

    [Theory]
    [InlineData("Iran-backed [militias] fired rockets.", "Iran backed")]
    [InlineData("The U.S.-backed [Syrian Democratic Forces] took the dam.", "U.S. backed")]
    [InlineData("Saudi Arabia-led [forces] withdrew.", "Saudi Arabia part")]
    [InlineData("The pro-Kyiv [militia] denied it.", "Kyiv backed")]
    [InlineData("[Fighters] loyal to Haftar entered the town.", "Haftar part")]
    [InlineData("The [militia], backed by Rwanda, took the road.", "Rwanda backed")]
    [InlineData("The [Qassam Brigades], the armed wing of Hamas, said so.", "Hamas part")]
    [InlineData("Hamas's armed wing, the [Qassam Brigades], said so.", "Hamas part")]
    [InlineData("The [militia] took the road. Backed by Rwanda, others followed.", "")]
    [InlineData("The battle-hardened [militia] took the road.", "")]
    public void Words_beside_an_actor_say_whose_side_it_is_on(string marked, string expected)
    {
        int start = marked.IndexOf('[', StringComparison.Ordinal), end = marked.IndexOf(']', StringComparison.Ordinal) - 1;
        string text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var span = new TextSpan(start, end);
        Allegiance[] found = [.. Words.Find(text, new ActorMention(span, span.Of(text), ActorForm.Name, span.Of(text), null, null, ActorKind.Militia))];
        Assert.Equal(expected, string.Join("; ", found.Select(told => $"{told.Name} {(told.IsPart ? "part" : "backed")}")));
        Assert.All(found, told => Assert.True(told.Span.Start >= 0 && told.Span.End <= text.Length && told.Span.Of(text).Contains(told.Name, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("state television", true)]
    [InlineData("the state-run news agency", true)]
    [InlineData("local television", false)]
    public void State_media_are_told_by_the_words_before_their_noun(string words, bool state) =>
        Assert.Equal(state, Words.IsStateMedia(new ActorMention(new TextSpan(0, words.Length), words, ActorForm.Common, null, "television", null, ActorKind.Media)));
}
