using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Resolve.Actors;

namespace Sitrep.Tests.Pipeline.Resolve.Actors;

public sealed class ActorWordsTests
{
    [Theory]
    [InlineData("two security sources", "source", "security")]
    [InlineData("a senior health ministry official", "official", "health ministry")]
    [InlineData("the source", "source", "")]
    public void A_description_keeps_what_tells_sources_apart(string words, string noun, string expected) => Assert.Equal(expected, ActorWords.Described(Common(words, noun), Sets));

    [Theory]
    [InlineData("local authorities", "authority", true)]
    [InlineData("the breakaway government", "government", true)]
    [InlineData("many governments", "government", true)]
    [InlineData("the self-proclaimed defence ministry", "ministry", true)]
    [InlineData("the so-called government", "government", true)]
    [InlineData("the defence ministry", "ministry", false)]
    [InlineData("the government", "government", false)]
    [InlineData("the eastern command", "command", false)]
    public void Rivals_and_parts_of_a_state_are_not_its_government(string words, string noun, bool apart) => Assert.Equal(apart, ActorWords.IsApart(Common(words, noun), Sets));

    [Theory]
    [InlineData("its troops", "troop", true)]
    [InlineData("our forces", "force", true)]
    [InlineData("the troops", "troop", false)]
    public void Possessives_belong_to_an_owner(string words, string noun, bool possessed) => Assert.Equal(possessed, ActorWords.IsPossessed(Common(words, noun)));

    [Theory]
    [InlineData("the US defense ministry", "ministry", "defence ministry")]
    [InlineData("the ministry", "ministry", "ministry")]
    public void A_ministry_is_called_by_the_word_before(string words, string noun, string expected) => Assert.Equal(expected, ActorWords.Called(Common(words, noun), Sets));

    private static readonly WordSets Sets = WordSets.Load(DataFolder.At(Path.Combine(Repository.Root, "data")));

    private static ActorMention Common(string words, string noun) => new(new TextSpan(0, words.Length), words, ActorForm.Common, null, noun, null, ActorKind.Other);
}
