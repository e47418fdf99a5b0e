using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Pipeline.Resolve;
using Sitrep.Pipeline.Resolve.Actors;
using Sitrep.Pipeline.Resolve.Disasters;
using Sitrep.Tests.Pipeline.Publish;
using Sitrep.Tests.Pipeline.Resolve.Places;

namespace Sitrep.Tests.Pipeline.Resolve;

public sealed class ResolveStageTests
{
    private static readonly DataFolder Data = DataFolder.At(Path.Combine(Repository.Root, "data"));
    private static readonly ResolveStage Stage = new(World.Gazetteer, KnownActors.Load(Data), ActorGroups.Load(Data), Allegiances.Load(Data), DisasterKinds.Load(Data));

    [Fact]
    public void Its_troops_are_those_of_the_clauses_subject()
    {
        Resolution resolution = Resolve([], Event(EventType.Withdrawal, null, National("Sudanese forces", "force", "SD"), (RoleKind.Target, Common("its troops", "troop"))),
            Event(EventType.Capture, null, Name("Ethiopia", ActorKind.State), (RoleKind.With, Common("its troops", "troop"))));
        Assert.Equal("Ethiopian forces", NameOf(resolution, resolution.Claims[1].In(RoleKind.With).Single()));
    }

    [Fact]
    public void His_fighters_are_those_of_the_speakers_body()
    {
        ActorMention leader = Name("Jonas Okello", ActorKind.Person) with { Noun = "leader", Body = "al-Shabaab" };
        Resolution resolution = Resolve([leader], Event(EventType.Capture, Name("Okello", ActorKind.Person), Common("his fighters", "fighter")));
        Assert.Equal("al-Shabaab", NameOf(resolution, resolution.Claims[0].In(RoleKind.Actor).Single()));
    }

    [Fact]
    public void Forces_of_a_ministry_that_is_no_states_are_no_states()
    {
        ActorMention ministry = Common("the self-proclaimed defence ministry", "ministry") with { Kind = ActorKind.Government };
        Resolution resolution = Resolve([], Event(EventType.Attack, null, National("Ukrainian forces", "force", "UA")), Event(EventType.Capture, ministry, Common("its forces", "force")));
        Assert.Equal(("self-proclaimed defence ministry", "forces of the self-proclaimed defence ministry"), (NameOf(resolution, resolution.Claims[1].Source!), NameOf(resolution, resolution.Claims[1].In(RoleKind.Actor).Single())));
    }

    [Fact]
    public void Paramilitary_forces_are_the_militia_that_was_named_and_the_states_where_none_was()
    {
        ActorMention paramilitaries = National("Sudanese paramilitary forces", "force", "SD");
        Resolution alone = Resolve([], Event(EventType.Capture, null, paramilitaries));
        Resolution beside = Resolve([Name("Rapid Support Forces", ActorKind.Militia)], Event(EventType.Attack, null, Name("Rapid Support Forces", ActorKind.Militia)), Event(EventType.Capture, null, paramilitaries));
        Assert.Equal(("Sudanese forces", "Rapid Support Forces"), (NameOf(alone, alone.Claims[0].In(RoleKind.Actor).Single()), NameOf(beside, beside.Claims[1].In(RoleKind.Actor).Single())));
    }

    [Fact]
    public void Rebels_who_speak_are_an_armed_band_whatever_they_were_read_as()
    {
        Resolution resolution = Resolve([], Event(EventType.Holding, Common("Rebels", "rebel"), Common("rebel", "rebel")));
        Actor rebels = resolution.Actors.Single(actor => actor.Id == resolution.Claims[0].In(RoleKind.Actor).Single());
        Assert.Equal((ActorKind.RebelGroup, "rebels"), (rebels.Kind, rebels.Name.ToLowerInvariant()));
        Assert.DoesNotContain("rebel", rebels.Aliases);
    }

    [Fact]
    public void A_possessive_without_an_owner_is_nobody() => Assert.Empty(Resolve([], Event(EventType.Capture, null, Common("their forces", "force"))).Claims[0].Roles);

    [Fact]
    public void An_army_is_one_by_its_name_and_by_its_country()
    {
        Resolution resolution = Resolve([], Event(EventType.Attack, null, National("Malian troops", "troop", "ML")), Event(EventType.Attack, null, Name("Malian Armed Forces", ActorKind.Military)));
        Assert.Equal(resolution.Claims[0].Roles[0].Actor, resolution.Claims[1].Roles[0].Actor);
    }

    [Fact]
    public void The_leader_of_a_group_is_who_is_named_as_its_head()
    {
        ActorMention named = Name("Jonas Okello", ActorKind.Person) with { Noun = "head", Body = "al-Shabaab" };
        ActorMention office = Common("the leader of al-Shabaab", "leader") with { Kind = ActorKind.Person, Body = "al-Shabaab" };
        Resolution resolution = Resolve([named], Event(EventType.Statement, null, office), Event(EventType.Statement, null, named));
        Assert.Equal("Jonas Okello", NameOf(resolution, resolution.Claims[0].Roles[0].Actor));
    }

    [Theory]
    [InlineData("the president", "president", "President Amara Diallo", "president", true)]
    [InlineData("the country's vice-president", "president", "Vice President Amara Diallo", "president", true)]
    [InlineData("Mali's defense minister", "minister", "Defence Minister Amara Diallo", "minister", true)]
    [InlineData("the minister of defence", "minister", "Defence Minister Amara Diallo", "minister", true)]
    [InlineData("the mayor", "mayor", "Mayor Amara Diallo", "mayor", true)]
    [InlineData("the vice president", "president", "President Amara Diallo", "president", false)]
    [InlineData("a minister", "minister", "Defence Minister Amara Diallo", "minister", false)]
    [InlineData("the former president", "president", "President Amara Diallo", "president", false)]
    public void Who_holds_an_office_alone_is_one_by_name_and_by_office(string words, string noun, string named, string title, bool one)
    {
        ActorMention person = new(new TextSpan(0, named.Length), named, ActorForm.Name, "Amara Diallo", title, "ML", ActorKind.Person);
        ActorMention office = Common(words, noun) with { Span = new TextSpan(named.Length + 1, named.Length + 1 + words.Length), Kind = ActorKind.Person };
        Resolution resolution = Resolve([person], Event(EventType.Statement, null, office));
        Assert.Equal(one, NameOf(resolution, resolution.Claims[0].Roles[0].Actor) == "Amara Diallo");
    }

    [Fact]
    public void Soldiers_are_those_of_the_country_told_of_and_the_army_the_one_named_last()
    {
        ActorMention own = National("Malian forces", "force", "ML"), other = National("the French military", "military", "FR");
        ActorMention soldiers = Common("Dozens of soldiers", "soldier") with { Span = new TextSpan(5, 5) }, army = Common("the military", "military") with { Span = new TextSpan(5, 5) };
        Resolution resolution = Resolve([own, own, National("Malian forces", "force", "ML"), other], Event(EventType.Withdrawal, null, soldiers), Event(EventType.Statement, null, army));
        Assert.Equal(["Malian forces", "French forces"], resolution.Claims.Select(claim => NameOf(resolution, claim.Roles[0].Actor)));
    }

    [Fact]
    public void Two_who_held_an_office_leave_it_open()
    {
        ActorMention first = new(new TextSpan(40, 50), "President A", ActorForm.Name, "Amara Diallo", "president", "ML", ActorKind.Person), second = first with { Name = "Moussa Keita" };
        ActorMention office = Common("the president", "president") with { Span = new TextSpan(0, 13), Kind = ActorKind.Person, Country = "ML" };
        Resolution resolution = Resolve([first, second], Event(EventType.Statement, null, office));
        Assert.DoesNotContain(NameOf(resolution, resolution.Claims[0].Roles[0].Actor), (string[])["Amara Diallo", "Moussa Keita"]);
    }

    [Fact]
    public void Officials_described_differently_are_two_and_the_source_is_the_last()
    {
        Resolution resolution = Resolve([],
            Event(EventType.Statement, Common("two security sources", "source") with { Kind = ActorKind.Person }, Name("Peru", ActorKind.State)),
            Event(EventType.Statement, Common("a hospital source", "source") with { Kind = ActorKind.Person }, Name("Peru", ActorKind.State)),
            Event(EventType.Statement, Common("the source", "source") with { Kind = ActorKind.Person }, Name("Peru", ActorKind.State)));
        Assert.NotEqual(resolution.Claims[0].Source, resolution.Claims[1].Source);
        Assert.Equal(resolution.Claims[1].Source, resolution.Claims[2].Source);
    }

    [Fact]
    public void Agencies_of_the_united_nations_are_two_claimants_of_one_side()
    {
        Resolution resolution = Resolve([], Event(EventType.Aid, Name("UNICEF", ActorKind.Intergovernmental), Name("Peru", ActorKind.State)), Event(EventType.Aid, Name("WHO", ActorKind.Intergovernmental), Name("Peru", ActorKind.State)));
        Assert.NotEqual(resolution.Claims[0].Claimant, resolution.Claims[1].Claimant);
        Assert.Equal(resolution.Claims[0].Side, resolution.Claims[1].Side);
    }

    [Fact]
    public void A_town_and_the_province_named_after_it_are_two_places()
    {
        Resolution resolution = Resolve([National("Afghan police", "police", "AF")],
            Event(EventType.Capture, null, Name("Taliban", ActorKind.RebelGroup)) with { Event = EventAt("Herat", null) },
            Event(EventType.Capture, null, Name("Taliban", ActorKind.RebelGroup)) with { Event = EventAt("Herat", "province") });
        Assert.NotEqual(resolution.Claims[0].Place, resolution.Claims[1].Place);
        Assert.Equal(["Herat", "Herat province"], resolution.Places.Select(place => place.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_village_on_no_list_lies_near_the_town_named_beside_it()
    {
        Resolution resolution = Resolve([National("Peruvian police", "police", "PE")], [Toponym(0, "Quellobamba Alta"), Toponym(40, "Ayacucho")],
            Event(EventType.Attack, null, Name("Shining Path", ActorKind.RebelGroup)) with { Event = EventAt("Quellobamba Alta", null) });
        Place village = resolution.Places.Single(place => place.Name == "Quellobamba Alta");
        Assert.Equal(PlacePrecision.Near, village.Precision);
        Assert.Equal("PE", village.Country);
        Assert.Null(village.GeonamesId);
        Assert.InRange(village.Latitude ?? 0, -14, -12);
    }

    [Fact]
    public void A_village_on_no_list_is_not_placed_by_its_country()
    {
        Resolution resolution = Resolve([National("Peruvian police", "police", "PE")], [Toponym(0, "Quellobamba Alta"), Toponym(40, "Peru")],
            Event(EventType.Attack, null, Name("Shining Path", ActorKind.RebelGroup)) with { Event = EventAt("Quellobamba Alta", null) });
        Assert.Null(resolution.Places.Single(place => place.Name == "Quellobamba Alta").Latitude);
    }

    private static PlaceMention Toponym(int start, string words) => new(new TextSpan(start, start + words.Length), words, PlaceForm.Name, false);

    [Fact]
    public void Unsigned_reports_are_no_source() =>
        Assert.Null(Resolve([], Event(EventType.Attack, Common("unconfirmed reports", "report"), Name("Peru", ActorKind.State))).Claims[0].Source);

    private static string NameOf(Resolution resolution, string id) => resolution.Actors.Single(actor => actor.Id == id).Name;

    private static Resolution Resolve(ImmutableArray<ActorMention> actors, params ReadOnlySpan<Claim> claims) => Resolve(actors, [], claims);

    private static Resolution Resolve(ImmutableArray<ActorMention> actors, ImmutableArray<PlaceMention> places, params ReadOnlySpan<Claim> claims)
    {
        Report report = TestReports.Text("r1", "Test", "Outlet", null, "2024-05-02", (ZoneKind.Body, "Words."));
        var listed = ImmutableArray.CreateBuilder<Claim>();
        foreach (Claim claim in claims) listed.Add(claim with { Id = $"c{listed.Count}" });
        var reading = new Reading("r1", listed.ToImmutable(), places, actors, []);
        return Stage.Resolve([new ReadReport(report, reading, [])], new Copies([new Dispatch("d1", null, ["r1"], [])], []));
    }

    private static Claim Event(EventType type, ActorMention? source, ActorMention actor, params ReadOnlySpan<(RoleKind Kind, ActorMention Actor)> others)
    {
        var roles = ImmutableArray.Create(new RoleMention(RoleKind.Actor, actor));
        foreach ((RoleKind kind, ActorMention other) in others) roles = roles.Add(new RoleMention(kind, other));
        Attribution by = source is null ? Attribution.Narration : new Attribution(source, SourceKind.Institution, null, "say", false, null);
        return new Claim("c", "r1", new TextSpan(0, 6), Stance.Affirms, by, new EventReading(type, new TextSpan(0, 5), "event", roles, null, null, null, false), null, null);
    }

    private static EventReading EventAt(string place, string? hint) =>
        new(EventType.Capture, new TextSpan(0, 5), "capture", [], new PlaceMention(new TextSpan(0, 5), place, PlaceForm.Name, false) { Hint = hint }, null, null, false);

    private static ActorMention Name(string name, ActorKind kind) => new(new TextSpan(0, 5), name, ActorForm.Name, name, null, null, kind);

    private static ActorMention National(string words, string noun, string country) => new(new TextSpan(0, 5), words, ActorForm.National, null, noun, country, ActorKind.Military);

    private static ActorMention Common(string words, string noun) => new(new TextSpan(0, 5), words, ActorForm.Common, null, noun, null, ActorKind.Other);
}
