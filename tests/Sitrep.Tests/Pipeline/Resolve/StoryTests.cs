using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.World;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Data;

namespace Sitrep.Tests.Pipeline.Resolve;

/// <summary>Who and what is one across the reports of a story, read from words to record.</summary>
public sealed class StoryTests
{
    internal static readonly Lazy<SitrepPipeline> Pipeline = new(() => SitrepPipeline.Load(DataFolder.At(Path.Combine(Repository.Root, "data")), Path.Combine(Repository.Root, "models")));

    [Fact]
    public void Mutinous_soldiers_are_one_party_and_not_the_army()
    {
        SituationRecord record = Record("Coup in the capital\n\nMarch 4, 2021 (Reuters) - Mutinous soldiers attacked the presidential palace in Ouagadougou on Tuesday.\n\nThe army of Burkina Faso captured three rebel soldiers in Kaya on Wednesday.");
        Event attack = record.Events.Single(happening => happening.Type == EventType.Attack), detention = record.Events.Single(happening => happening.Type == EventType.Detention);
        string mutineers = Assert.Single(attack.Roles, role => role.Kind == RoleKind.Actor).Actor;
        Assert.Equal(mutineers, Assert.Single(detention.Roles, role => role.Kind == RoleKind.Target).Actor);
        string army = Assert.Single(detention.Roles, role => role.Kind == RoleKind.Actor).Actor;
        Assert.NotEqual(army, mutineers);
        Assert.NotEqual(Actor(record, army).Side, Actor(record, mutineers).Side);
    }

    [Fact]
    public void Its_troops_are_not_those_of_whoever_stands_behind_them()
    {
        SituationRecord record = Record("War\n\nMarch 4, 2021 (Reuters) - Rebels said on Tuesday they had entered Gao, but the government of Mali said its troops and French soldiers still controlled the town.");
        Event held = Assert.Single(record.Events, happening => happening.Type == EventType.Holding);
        Assert.Equal(["FR", "ML"], held.Roles.Select(role => Actor(record, role.Actor).Side).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_capital_told_by_its_country_is_the_city_that_follows()
    {
        SituationRecord record = Record("Coup\n\nMarch 4, 2021 (Reuters) - Rebels seized the capital of Burkina Faso on Tuesday. Soldiers withdrew from the city on Wednesday, residents said. An accord had been signed in Kaya.");
        Event left = Assert.Single(record.Events, happening => happening.Type == EventType.Withdrawal);
        Assert.Equal("Ouagadougou", record.Places.Single(place => place.Id == left.Place).Name);
    }

    [Fact]
    public void An_agency_is_not_the_state() =>
        Assert.Contains(Record("Flood\n\nMarch 4, 2021 (Reuters) - Civil defense authorities said 12 people were killed in a flood in Kaya in Burkina Faso on Monday.").Actors, actor => actor.Name == "Burkinabe civil defence authorities");

    [Fact]
    public void The_rebels_of_a_country_are_the_group_that_the_report_names()
    {
        SituationRecord record = Record("Raid\n\nMarch 4, 2021 (Reuters) - South Sudanese rebels attacked a barracks in Yei on Tuesday, the army said.\n\nThe rebel Sudan People's Liberation Movement-In-Opposition (SPLM-IO) denied the attack.");
        string rebels = record.Events.First(happening => happening.Type == EventType.Attack).Roles.Single(role => role.Kind == RoleKind.Actor).Actor;
        Assert.Contains("Opposition", Actor(record, rebels).Name, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void An_explosion_told_without_its_cause_is_the_accident_that_another_report_tells()
    {
        string[] told = ["Blast\n\nMarch 4, 2021 (Reuters) - An explosion shook the port of Chittagong in Bangladesh on Thursday, killing at least 30 people, police said.",
            "Toll rises\n\nMarch 5, 2021 (AP) - The explosion in the port of Chittagong in Bangladesh killed 78 people on Thursday, police said.\n\nNitrate had been stored in a warehouse there, officials said."];
        Assert.DoesNotContain(Record(told).Events, happening => happening.Type == EventType.Bombing);
        Assert.Contains(Record(told[0]).Events, happening => happening.Type == EventType.Bombing);
    }

    [Fact]
    public void Two_storms_of_one_country_are_two_counts()
    {
        SituationRecord record = Record("Typhoon kills 31\n\nJune 5, 2023 (Reuters) - Typhoon Koma killed 31 people in Aurora in the Philippines on Monday, the disaster agency said.",
            "New storm\n\nJune 12, 2023 (Reuters) - Tropical Storm Vela killed 12 people in Aurora in the Philippines on Sunday, a week after Typhoon Koma left 52 dead there.");
        Assert.DoesNotContain(record.Figures, figure => figure.Revises is not null && figure.Best == 12);
        Assert.NotEqual(record.Figures.Single(figure => figure.Best == 12).Series, record.Figures.Single(figure => figure.Best == 52).Series);
    }

    [Fact]
    public void A_flood_and_a_quake_of_one_country_are_two_counts()
    {
        SituationRecord record = Record("Quake\n\nJune 5, 2023 (Reuters) - An earthquake struck Pokhara in Nepal on Sunday, killing 280 people, officials said.",
            "Flood\n\nJune 10, 2023 (Reuters) - Floods hit Biratnagar in Nepal on Friday, killing 38 people, police said. The floods came days after an earthquake killed 280 people in Pokhara.",
            "Flood toll\n\nJune 12, 2023 (Reuters) - The death toll from the floods in Biratnagar in Nepal rose to 61 on Monday, police said.");
        Assert.Equal(record.Figures.Single(figure => figure.Best == 38).Series, record.Figures.Single(figure => figure.Best == 61).Series);
        Assert.NotEqual(record.Figures.Single(figure => figure.Best == 280).Series, record.Figures.Single(figure => figure.Best == 61).Series);
    }

    [Fact]
    public void The_quake_is_one_event_with_the_day_and_the_place_that_the_story_tells()
    {
        SituationRecord record = Record("Quake kills dozens\n\nSept 9, 2023 (Reuters) - An earthquake struck Marrakech in Morocco on Friday, killing at least 40 people.",
            "Toll rises\n\nSept 10, 2023 (Reuters) - The quake struck Morocco, and 90 people were killed, officials in Morocco said.");
        Event quake = Assert.Single(record.Events, happening => happening.Type == EventType.Disaster);
        Assert.Equal(new DateOnly(2023, 9, 8), quake.When!.Start);
        Assert.Equal("Marrakech", record.Places.Single(place => place.Id == quake.Place).Name);
        Assert.Equal(2, quake.Claims.Length);
    }

    [Fact]
    public void A_landslide_told_without_a_place_is_the_one_of_that_day()
    {
        string[] told = ["Landslide\n\nMarch 4, 2021 (Reuters) - A landslide buried the village of Bundibugyo in Uganda on Tuesday, police in Uganda said.",
            "Landslide\n\nMarch 5, 2021 (AP) - The landslide on Tuesday buried more than 100 people, a minister of Uganda said.",
            "Landslide\n\nMarch 5, 2021 (AFP) - Six bodies have been recovered since the landslide occurred on Tuesday, the Uganda Red Cross said."];
        Assert.Single(Record(told).Events, happening => happening.Type == EventType.Disaster);
    }

    [Fact]
    public void A_crush_was_when_it_killed()
    {
        SituationRecord record = Record("Crush\n\nMarch 4, 2021 (Reuters) - The crush happened in Kaya in Burkina Faso.\n\nPolice said 30 people were killed in the crush on Sunday.");
        Assert.All(record.Events.Where(happening => happening.Type == EventType.Disaster), crush => Assert.Equal(new DateOnly(2021, 2, 28), crush.When!.Start));
    }

    [Fact]
    public void A_crowd_that_occupies_an_airport_does_not_contest_the_city() =>
        Assert.Empty(Record("Protests\n\nMarch 4, 2021 (Reuters) - Demonstrators took over the airport in Ouagadougou in Burkina Faso on Tuesday.").Control);

    [Fact]
    public void Another_quake_is_another()
    {
        SituationRecord record = Record("Quake\n\nSept 9, 2023 (Reuters) - An earthquake struck Marrakech in Morocco on Friday. Another earthquake struck Agadir.");
        Assert.Equal(2, record.Events.Count(happening => happening.Type == EventType.Disaster));
        Assert.DoesNotContain(record.Events, happening => record.Places.Any(place => place.Id == happening.Place && place.Name == "Agadir") && happening.When is { Precision: TimePrecision.Day });
    }

    [Fact]
    public void The_town_is_the_one_whose_mayor_speaks()
    {
        SituationRecord record = Record("Raid\n\nMarch 4, 2021 (Reuters) - Mali's army said it had recaptured Gao.\n\nNow the mayor of Diabaly says soldiers have taken control of the town.");
        Assert.Equal(["Diabaly", "Gao"], record.Events.Where(happening => happening.Type == EventType.Capture).Select(happening => record.Places.Single(place => place.Id == happening.Place).Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_country_is_the_one_the_report_is_about()
    {
        SituationRecord record = Record("South Sudan takes town back\n\nMarch 4, 2021 (Reuters) - South Sudanese troops seized the town of Bor on Tuesday and the army of Uganda claimed credit for it.\n\nA rebel spokesman said the fighters had left for the hills, where they would wait for the rains to end and for the talks in the north to begin, and that nobody should take them for beaten.\n\nThe United Nations says 900 people have been killed in the country.");
        Event killing = Assert.Single(record.Events, happening => happening.Type == EventType.Killing);
        Assert.Equal("SS", record.Places.Single(place => place.Id == killing.Place).Country);
    }

    [Fact]
    public void Nobody_calls_a_capital_a_town()
    {
        SituationRecord record = Record("Town falls\n\nMarch 4, 2021 (Reuters) - Malian rebels attacked Gao on Tuesday.\n\nA bomb exploded in Bamako on Tuesday.\n\nThe rebels had left their camp before the town fell, a website said.");
        Assert.DoesNotContain(record.Events, happening => happening.Type == EventType.Capture && record.Places.Any(place => place.Id == happening.Place && place.Name == "Bamako"));
    }

    [Fact]
    public void A_district_that_no_list_has_is_not_looked_for_in_another_country()
    {
        SituationRecord record = Record("Raid\n\nMarch 4, 2021 (Reuters) - Insurgents attacked a village in Aurora province in the Philippines on Tuesday, Philippine officials said. In Aurora, soldiers searched for the Filipino insurgents.");
        Assert.DoesNotContain(record.Places, place => place.Country is not (null or "PH"));
    }

    [Fact]
    public void Each_release_of_a_bulletin_counts_from_its_own_dateline()
    {
        SituationRecord record = Record("Forces kill insurgents\n\nBAGHDAD, Iraq (Feb. 1, 2010) – Iraqi security forces arrested three suspected bombers in Mosul today, the command said.\n\nKABUL, Afghanistan (Feb. 3) – Afghan forces killed 12 insurgents in Kandahar yesterday.\n\nA soldier was killed in Herat on Tuesday.");
        Assert.Equal(new DateOnly(2010, 2, 1), Assert.Single(record.Events, happening => happening.Type == EventType.Detention).When!.Start);
        Assert.Equal([new DateOnly(2010, 2, 2), new DateOnly(2010, 2, 2)], record.Events.Where(happening => happening.Type == EventType.Killing).Select(happening => happening.When!.Start));
        Assert.All(record.Reports, report => Assert.Equal(new DateOnly(2010, 2, 3), report.Published));
    }

    [Fact]
    public void Coalition_forces_are_the_coalition_and_not_the_army_of_the_country()
    {
        SituationRecord record = Record("Raids\n\nKABUL, Afghanistan (Feb. 3, 2010) – Coalition forces killed 12 insurgents in Kandahar on Monday. The Afghan army attacked Kunduz on Tuesday.\n\nAfghan and coalition forces captured two insurgents in Khost on Tuesday.");
        string coalition = record.Events.Single(happening => happening.Type == EventType.Killing).Roles.Single(role => role.Kind == RoleKind.Actor).Actor;
        string army = record.Events.Single(happening => happening.Type == EventType.Attack).Roles.Single(role => role.Kind == RoleKind.Actor).Actor;
        Assert.NotEqual(army, coalition);
        Assert.NotEqual("AF", Actor(record, coalition).Side);
        Assert.Equal([army, coalition], record.Events.Single(happening => happening.Type == EventType.Detention).Roles.Where(role => role.Kind == RoleKind.Actor).Select(role => role.Actor));
    }

    [Fact]
    public void A_known_name_in_capitals_is_that_of_the_list()
    {
        SituationRecord record = Record("Raids\n\nNov 9, 2016 (Reuters) - DAESH fighters attacked the town of Haditha in Iraq on Monday. Islamic State attacked the town of Rutba in Iraq on Tuesday.");
        Assert.Single(record.Events.Where(happening => happening.Type == EventType.Attack).SelectMany(happening => happening.Roles).Where(role => role.Kind == RoleKind.Actor).Select(role => role.Actor).Distinct());
    }

    [Fact]
    public void The_dead_of_a_flood_are_none_of_a_shooting_in_the_same_town_on_the_morrow()
    {
        SituationRecord record = Record("Flood\n\nKADUNA, Nigeria, May 3, 2021 (Reuters) - A flood killed 12 people in Kaduna in Nigeria on Monday, officials said. The death toll rose to 14 later.",
            "Gunmen\n\nKADUNA, Nigeria, May 4, 2021 (Reuters) - Gunmen shot dead 12 people in Kaduna in Nigeria on Tuesday, police said. The shooting left 14 people dead, a doctor said.");
        Assert.Equal(2, record.Events.Count(happening => happening.Type == EventType.Killing));
        Assert.All(record.Figures.Where(figure => figure.Measure == Measure.Killed), figure => Assert.Single(figure.Claims));
        Assert.Equal(2, record.Series.Count(series => series.Measure == Measure.Killed));
    }

    [Fact]
    public void What_has_died_since_a_day_is_a_part_of_what_has_died_this_season()
    {
        SituationRecord record = Record("Floods\n\nKOCHI, India, Aug 13, 2018 (Reuters) - Thirty-nine people have died in floods in Kerala since August 8. Overall, 186 people have died in the state this season, officials said.");
        Assert.DoesNotContain(record.Figures, figure => figure.Status == Status.Revised);
    }

    [Fact]
    public void A_round_number_of_the_same_day_revises_no_exact_one()
    {
        SituationRecord record = Record("Floods\n\nKOCHI, India, Aug 20, 2018 (Reuters) - The death toll from the floods rose to nearly 400 in Kerala on Monday.\n\n\"The death toll has risen to 373,\" an official in Kerala said.");
        Assert.Equal(2, record.Figures.Length);
        Assert.DoesNotContain(record.Figures, figure => figure.Status is Status.Revised or Status.Contested);
    }

    [Fact]
    public void The_dead_of_two_quakes_long_past_are_two_counts()
    {
        SituationRecord record = Record("Quake\n\nQUITO, April 18, 2016 (Reuters) - A quake in Ambato in 1949 killed more than 1,000 people, the president said.",
            "Quake\n\nQUITO, April 19, 2016 (AP) - A quake in Armenia in Colombia in 1999 killed more than 1,000 people.");
        Assert.Equal(2, record.Figures.Count(figure => figure.Measure == Measure.Killed));
    }

    [Fact]
    public void A_name_that_one_report_takes_for_a_foreign_town_is_not_that_town_in_all()
    {
        SituationRecord record = Record("Crush\n\nDOHA, Sept 25, 2015 (Al Jazeera) - At least 717 pilgrims were killed on Thursday in a stampede in Mina near Mecca, Saudi Arabia's civil defence said.",
            "Crush\n\nDUBAI, Oct 1, 2015 (AP) - Saudi officials said 769 people died in Mina. Americans were among them, American officials said in the United States.");
        Assert.Contains(record.Places, place => place.Name == "Mina" && place.Country == "SA");
    }

    [Fact]
    public void The_country_behind_an_aside_is_the_one_the_report_is_about()
    {
        SituationRecord record = Record("Quake in Ecuador\n\nQUITO, April 24, 2016 (AP) - A quake struck Ecuador on Saturday, officials in Ecuador said. It was the deadliest since one that struck Colombia in 1999. Floods have hit the country since.");
        Event flood = Assert.Single(record.Events, happening => happening.Summary.Contains("flood", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("Ecuador", record.Places.Single(place => place.Id == flood.Place).Name);
    }

    [Fact]
    public void Government_forces_are_those_of_the_land_that_is_fought_over_whoever_speaks_of_them()
    {
        SituationRecord record = Record("Rebels in Gao\n\nBAMAKO, March 4, 2021 (Reuters) - Malian soldiers fled from Gao in Mali on Tuesday.\n\nFrench Foreign Minister Jean Martin said in Paris that government forces had lost the town of Gao.\n\n\"The military has recaptured Kidal,\" French Foreign Ministry spokesman Paul Petit said.");
        Event[] takings = [.. record.Events.Where(happening => happening.Type == EventType.Capture)];
        Assert.Equal(2, takings.Length);
        Assert.All(takings.SelectMany(taking => taking.Roles).Where(role => role.Kind is RoleKind.Actor or RoleKind.Target), role => Assert.Equal("ML", Actor(record, role.Actor).Side));
    }

    [Fact]
    public void Security_forces_are_those_of_the_land_though_anothers_troops_were_named_last()
    {
        SituationRecord record = Record("Rebels in Gao\n\nBAMAKO, March 4, 2021 (Reuters) - Rebels seized Gao from Malian soldiers on Tuesday, weeks before French forces are to leave. Security forces recaptured Kidal on Wednesday.");
        Event taking = Assert.Single(record.Events, happening => happening.Type == EventType.Capture && record.Places.Single(place => place.Id == happening.Place).Name == "Kidal");
        Assert.Equal("ML", Actor(record, Assert.Single(taking.Roles, role => role.Kind == RoleKind.Actor).Actor).Side);
    }

    [Fact]
    public void The_country_that_anothers_troops_leave_is_not_their_own()
    {
        SituationRecord record = Record("Rebels in Gao\n\nBAMAKO, March 4, 2021 (Reuters) - Rebels captured Gao from Malian soldiers on Tuesday. They took Kidal in northern Mali as the US troops withdrew from the country.");
        Event leaving = Assert.Single(record.Events, happening => happening.Type == EventType.Withdrawal);
        Assert.Equal("Mali", record.Places.Single(place => place.Id == leaving.Place).Name);
    }

    [Fact]
    public void A_state_says_the_army_of_its_own_where_it_fights()
    {
        SituationRecord record = Record("Sudan and South Sudan fight\n\nJUBA, South Sudan, April 20, 2012 (AP) - South Sudanese troops attacked Bentiu in South Sudan on Friday, South Sudan said.\n\nSudanese Defence Minister Omar Sadek said that the armed forces had captured Kadugli in Sudan.",
            "Sudan\n\nKHARTOUM, April 19, 2012 (AFP) - Sudanese soldiers left Kadugli in Sudan on Thursday.");
        Event taking = Assert.Single(record.Events, happening => happening.Type == EventType.Capture);
        Assert.Equal("SD", Actor(record, Assert.Single(taking.Roles, role => role.Kind == RoleKind.Actor).Actor).Side);
    }

    [Fact]
    public void The_forces_of_a_man_without_an_office_are_one_party_that_speaks_for_him()
    {
        SituationRecord record = Record("Raid\n\nMarch 4, 2021 (Reuters) - Fighters led by Karim Hamdi attacked Sebha in Libya on Tuesday.\n\nKarim Hamdi said his forces had captured Murzuq in Libya.");
        string[] doers = [.. record.Events.SelectMany(happening => happening.Roles).Where(role => role.Kind == RoleKind.Actor).Select(role => role.Actor).Distinct(StringComparer.Ordinal)];
        Assert.Equal("Hamdi's forces", Actor(record, Assert.Single(doers)).Name);
        Assert.Equal(record.Claims.First(claim => claim.Source is not null).Side, Actor(record, doers[0]).Side);
    }

    [Fact]
    public void The_bomber_is_not_the_group_that_denies_the_bombing()
    {
        SituationRecord record = Record("Blast\n\nMarch 4, 2021 (Reuters) - A bomb killed 12 people in Quetta in Pakistan on Tuesday.\n\nThe bomber attacked a market in Quetta, police said.\n\nNo group has claimed it. The Pakistani Taliban (TTP) denied involvement.");
        Assert.DoesNotContain(record.Events.SelectMany(happening => happening.Roles), role => role.Kind == RoleKind.Actor && Actor(record, role.Actor).Name.Contains("Taliban", StringComparison.Ordinal));
        Assert.DoesNotContain(record.Actors, actor => actor.Name == "No group" || actor.Aliases.Contains("No group"));
    }

    [Fact]
    public void A_minister_in_his_capital_speaks_for_his_country()
    {
        SituationRecord record = Record("Flood in Ecuador\n\nQUITO, March 4, 2021 (Reuters) - A flood killed 12 people in Ambato in Ecuador on Tuesday, President Juan Perez said.");
        Assert.Equal("EC", Assert.Single(record.Claims.Where(claim => claim.Source is not null).Select(claim => claim.Side).Distinct()));
    }

    [Fact]
    public void A_flood_and_a_quake_of_one_town_are_two_disasters()
    {
        SituationRecord record = Record("Flood\n\nKABUL, Aug 30, 2025 (AFP) - Floods struck Jalalabad in Afghanistan on Saturday, killing 15 people, officials said.",
            "Quake\n\nKABUL, Aug 31, 2025 (Reuters) - An earthquake struck Jalalabad in Afghanistan on Sunday, killing 40 people, officials said.",
            "Quake\n\nKABUL, Sept 1, 2025 (AP) - The death toll from the earthquake in Jalalabad in Afghanistan rose to 60 on Monday, officials said. An aftershock struck Jalalabad on Monday.");
        Assert.Equal(3, record.Events.Count(happening => happening.Type == EventType.Disaster));
        Figure flooded = Assert.Single(record.Figures, figure => figure.Best == 15);
        Assert.Equal(Status.SingleSource, flooded.Status);
    }

    [Fact]
    public void A_storm_is_one_under_its_name_though_a_report_does_not_say_where_it_struck()
    {
        SituationRecord record = Record("Storm\n\nSUVA, March 4, 2021 (Reuters) - Cyclone Ana struck Suva in Fiji on Tuesday.",
            "Storm\n\nSUVA, March 5, 2021 (AP) - The government of Fiji counted the dead of Cyclone Ana on Friday. The storm hit on Tuesday.");
        Event storm = Assert.Single(record.Events, happening => happening.Type == EventType.Disaster);
        Assert.Single(storm.Roles, role => role.Kind == RoleKind.Instrument);
    }

    [Fact]
    public void The_dead_of_an_illness_are_no_part_of_a_storms_toll()
    {
        SituationRecord record = Record("Storm\n\nSUVA, March 4, 2021 (Reuters) - Cyclone Ana killed at least 40 people in Fiji, officials said.",
            "Storm\n\nSUVA, March 9, 2021 (Reuters) - The death toll from Cyclone Ana in Fiji rose to 60, officials said. At least 13 people have died of cholera since the storm, the health ministry said.");
        Assert.DoesNotContain(record.Series, series => series.Points.Length > 1 && series.Points.Any(point => record.Figures.Single(figure => figure.Id == point.Figure).Low == 13));
    }

    [Fact]
    public void A_count_over_two_provinces_is_of_neither()
    {
        SituationRecord record = Record("Quake\n\nKABUL, Sept 1, 2025 (Reuters) - An earthquake struck eastern Afghanistan late on Sunday, killing 812 people in the provinces of Kunar and Nangarhar, officials said.");
        Assert.Null(Assert.Single(record.Figures).Place);
    }

    [Fact]
    public void A_group_that_rules_is_the_state()
    {
        SituationRecord record = Record("Quake in Afghanistan\n\nKABUL, Sept 1, 2025 (AP) - A quake killed at least 800 people in Afghanistan on Sunday, the Taliban government said.");
        Assert.Equal("AF", Assert.Single(record.Claims.Select(claim => claim.Side).Distinct()));
    }

    [Fact]
    public void The_town_is_no_village_that_was_named_since()
    {
        SituationRecord record = Record("Retreat\n\nMarch 4, 2021 (Reuters) - Malian rebels attacked the town of Gao on Tuesday. Two soldiers were shot dead in the village of Diabaly on Wednesday. The army said its soldiers had left the town.");
        Event left = Assert.Single(record.Events, happening => happening.Type == EventType.Withdrawal);
        Assert.Equal("Gao", record.Places.Single(place => place.Id == left.Place).Name);
    }

    [Fact]
    public void A_ministry_takes_no_town()
    {
        SituationRecord record = Record("Villages taken\n\nBAKU, Nov 7, 2020 (Reuters) - The Azerbaijani defence ministry said it had captured the town of Shusha on Friday.");
        Event taken = Assert.Single(record.Events, happening => happening.Type == EventType.Capture);
        Assert.Equal(ActorKind.Military, Actor(record, Assert.Single(taken.Roles).Actor).Kind);
    }

    [Fact]
    public void Snipers_are_no_army_and_rebel_leaders_no_one_man()
    {
        SituationRecord record = Record("Raid\n\nBAMAKO, March 4, 2021 (Reuters) - Malian soldiers entered Gao on Tuesday. Snipers killed a teacher in Gao, the mayor said.\n\nOne of the rebel leaders, Ibrahim Toure, said his men had left Gao. The army said its strikes killed rebel leaders in Kidal.");
        Event[] killings = [.. record.Events.Where(happening => happening.Type == EventType.Killing)];
        Assert.DoesNotContain(killings.SelectMany(killing => killing.Roles), role => role.Kind == RoleKind.Actor && Actor(record, role.Actor).Name == "Malian forces" && killings.Single(killing => killing.Roles.Contains(role)).Roles.Any(other => Actor(record, other.Actor).Name == "teacher"));
        Assert.DoesNotContain(killings.SelectMany(killing => killing.Roles), role => role.Kind == RoleKind.Target && Actor(record, role.Actor).Name == "Ibrahim Toure");
    }

    [Fact]
    public void The_fighters_are_those_of_the_sentence_before()
    {
        SituationRecord record = Record("Castle taken\n\nSANAA, Aug 16, 2015 (Reuters) - Fighters loyal to exiled Yemeni President Mansour Hadi attacked the city of Taiz on Sunday, a blow to the Houthis who have held it since March.\n\nThe fighters seized the security headquarters in Taiz, residents said.");
        Event taken = Assert.Single(record.Events, happening => happening.Type == EventType.Capture);
        Assert.StartsWith("Fighters", Actor(record, Assert.Single(taken.Roles, role => role.Kind == RoleKind.Actor).Actor).Name, StringComparison.Ordinal);
    }

    [Fact]
    public void The_general_staff_is_the_army()
    {
        SituationRecord record = Record("War\n\nKYIV, Feb 16, 2024 (Reuters) - The General Staff of the Armed Forces of Ukraine said its troops held the town of Avdiivka on Friday. The General Staff said Russian forces had attacked the town of Marinka.");
        Assert.Equal("UA", Assert.Single(record.Claims.Select(claim => claim.Side).Distinct()));
        Assert.Single(record.Claims.Select(claim => claim.Source).Distinct());
    }

    [Fact]
    public void The_ministry_is_of_the_one_state_that_has_spoken()
    {
        SituationRecord record = Record("Town left\n\nOct 1, 2022 (Reuters) - Russia said on Saturday its troops had withdrawn from the town of Lyman in eastern Ukraine to avoid being surrounded by Ukraine's army.\n\nUkrainian guns had fired on Lyman, the defence ministry said.");
        Assert.Equal("RU", Assert.Single(record.Claims.Where(claim => claim.SourceWords is not null).Select(claim => claim.Side).Distinct()));
    }

    [Fact]
    public void A_town_taken_and_left_in_one_month_long_ago_is_not_held_since()
    {
        SituationRecord record = Record("Goma falls\n\nJanuary 27, 2025 (Reuters) - M23 rebels captured the city of Goma on Sunday, residents said.\n\nIn November 2012, M23 rebels captured Goma and held it for nearly two weeks. They abandoned the city after intense international pressure.");
        Control goma = Assert.Single(record.Control);
        Assert.DoesNotContain(goma.Spans, span => span.State == ControlState.Held && span.From < new DateOnly(2025, 1, 26) && span.To >= new DateOnly(2025, 1, 26));
    }

    [Theory]
    [InlineData("Ethiopia's army denied on Saturday that Asmara's forces had taken the town of Adwa.", "ER")]
    [InlineData("\"Units have taken the town of Adwa,\" General Tesfay Haile of the Eritrean army said on Saturday. Ethiopian forces denied it.", "ER")]
    public void Forces_are_those_of_the_seat_they_are_called_after_and_units_those_of_the_general_who_tells_of_them(string told, string side)
    {
        SituationRecord record = Record($"War\n\nADDIS ABABA, Oct 1, 2022 (Reuters) - Ethiopian troops fought Eritrean troops in Tigray in northern Ethiopia this week.\n\n{told}");
        Event taken = Assert.Single(record.Events, happening => happening.Type == EventType.Capture);
        Assert.Equal(side, Actor(record, Assert.Single(taken.Roles, role => role.Kind == RoleKind.Actor).Actor).Side);
    }

    [Fact]
    public void One_leader_is_not_the_leaders_of_whom_he_tells()
    {
        SituationRecord record = Record("Coup\n\nBAMAKO, Aug 19, 2020 (Reuters) - Soldiers seized a base in Kati in Mali on Tuesday.\n\n\"They are with us,\" the mutineers' leader told Reuters. He said the leaders had been arrested in Bamako.");
        string leader = Assert.Single(record.Claims.Select(claim => claim.Source).OfType<string>().Distinct());
        Assert.DoesNotContain(record.Events.Single(happening => happening.Type == EventType.Detention).Roles, role => role.Actor == leader);
    }

    [Fact]
    public void An_islamic_state_that_somebody_wants_is_not_the_group_of_that_name()
    {
        SituationRecord record = Record("Town retaken\n\nMAIDUGURI, Sept 8, 2014 (Reuters) - The sect has threatened to create an Islamic state in Nigeria. Insurgents were driven from Bama on Monday, a government source said.");
        Assert.DoesNotContain(record.Actors, actor => actor.Name == "Islamic State");
    }

    [Fact]
    public void Peacekeepers_who_regain_a_town_are_not_those_who_took_it()
    {
        SituationRecord record = Record("Town taken\n\nBANGUI, Dec 23, 2020 (Reuters) - Rebels seized the town of Bambari in the Central African Republic on Tuesday, the mayor said. \"The town is under the control of armed groups,\" he said.",
            "Town regained\n\nBANGUI, Dec 23, 2020 (AP) - The United Nations said on Wednesday that UN peacekeepers have regained control of Bambari in the Central African Republic. The town is in the hands of UN peacekeepers, the UN said.");
        Assert.Equal(2, record.Events.Count(happening => happening.Type == EventType.Capture));
        Assert.Equal(2, record.Events.Count(happening => happening.Type == EventType.Holding));
        Assert.Equal("United Nations", Actor(record, record.Control.Single().Spans[^1].Holder!).Name);
    }

    [Fact]
    public void Those_whom_an_earlier_storm_made_homeless_are_a_count_of_their_own()
    {
        SituationRecord record = Record("Storm\n\nSUVA, March 8, 2021 (Reuters) - Fiji called on Monday for aid after cyclone Gala wreaked havoc in the north, leaving at least 55,000 people homeless.",
            "Appeal\n\nSUVA, March 15, 2021 (AP) - The appeal comes at a time when Fiji is still recovering from tropical cyclone Elan, which hit the islands in February and left 44,190 homeless. Tropical cyclone Gala made landfall on 7 March 2021.");
        Assert.DoesNotContain(record.Figures, figure => figure.Revises is not null || figure.Status == Status.Revised);
    }

    [Fact]
    public void An_earlier_toll_is_what_the_count_of_now_took_the_place_of()
    {
        SituationRecord record = Record("Higher toll\n\nSUVA, March 30, 2021 (Reuters) - The cyclone that struck Fiji this month claimed 237 lives, the national rescue service said on Tuesday. An earlier toll put the number of dead at 198.");
        Figure now = Assert.Single(record.Figures, figure => figure.Low == 237), before = Assert.Single(record.Figures, figure => figure.Low == 198);
        Assert.Equal((before.Id, Status.Revised), (now.Revises, before.Status));
    }

    [Fact]
    public void That_no_foreigner_has_died_denies_none_of_the_dead_that_the_report_counts()
    {
        SituationRecord record = Record("Quake\n\nLIMA, March 30, 2021 (Reuters) - The earthquake in Oruro killed 16 people on Monday. So far there has been no record of death of any foreigner due to the earthquake in Oruro.");
        Assert.DoesNotContain(record.Events, happening => happening.Status == Status.Contested);
    }

    [Fact]
    public void Two_spellings_that_share_their_letters_are_one_group()
    {
        SituationRecord record = Record("Town taken\n\nMarch 4, 2021 (Reuters) - The Kono Liberation Army (KLA) captured the town of Kaya in Burkina Faso on Wednesday, residents said.",
            "Town falls\n\nMarch 4, 2021 (AP) - The Konno Liberation Army (KLA) took the town of Kaya in Burkina Faso on Wednesday. KLA fighters burned houses in Kaya, residents said.");
        Assert.Single(record.Events.Where(happening => happening.Type == EventType.Capture).SelectMany(happening => happening.Roles).Where(role => role.Kind == RoleKind.Actor).Select(role => role.Actor).Distinct());
    }

    [Fact]
    public void Those_whom_a_group_accuses_are_others_than_its_own()
    {
        SituationRecord record = Record("Denial\n\nMarch 4, 2021 (Reuters) - The Arakan Army said on Wednesday it had captured the town of Sittwe in Myanmar. The Arakan Army accused militants of burning houses in Sittwe.");
        Event accusation = Assert.Single(record.Events, happening => happening.Type == EventType.Accusation);
        Assert.NotEqual(accusation.Roles.Single(role => role.Kind == RoleKind.Actor).Actor, accusation.Roles.Single(role => role.Kind == RoleKind.Target).Actor);
    }

    [Fact]
    public void The_city_is_the_one_that_a_reporter_speaks_from_where_no_other_was_named()
    {
        SituationRecord record = Record("Fighting\n\nMarch 4, 2021 (Reuters) - The agency's Ana Souza in Khartoum says fighting is continuing in some areas of the city.\n\nShops in the city of Nyala have been looted, aid workers said.");
        Event fighting = Assert.Single(record.Events, happening => happening.Type == EventType.Clash);
        Assert.Equal("Khartoum", record.Places.Single(place => place.Id == fighting.Place).Name);
    }

    [Fact]
    public void Each_entry_of_a_live_page_has_its_own_day()
    {
        SituationRecord record = Record("Fighting in Kaya: live updates from the town\n\nRebels and the army have clashed since Saturday in Kaya in Burkina Faso, a town of traders on the road to the north.\n\n6:10 p.m., April 18, 2023\n\nThe army said its troops had captured the town of Kaya.\n\n7:42 a.m., April 17, 2023\n\nRebels attacked a barracks in Kaya, residents said.");
        Assert.Equal(new DateOnly(2023, 4, 18), record.Events.Single(happening => happening.Type == EventType.Capture).When!.Start);
        Assert.Equal(new DateOnly(2023, 4, 17), record.Events.Single(happening => happening.Type == EventType.Attack).When!.Start);
    }

    [Fact]
    public void Armed_groups_are_not_the_one_group_that_is_named()
    {
        SituationRecord record = Record("Clashes\n\nBANGUI, April 11, 2018 (Reuters) - Peacekeepers of the United Nations clashed with local armed groups in Bangui on Tuesday, residents said.\n\nFrancois Bozize was overthrown by Seleka in 2013.");
        Event fighting = Assert.Single(record.Events, happening => happening.Type == EventType.Clash);
        Assert.DoesNotContain(fighting.Roles, role => Actor(record, role.Actor).Name.Contains("Seleka", StringComparison.Ordinal));
    }

    private static Actor Actor(SituationRecord record, string id) => record.Actors.Single(actor => actor.Id == id);

    internal static SituationRecord Record(params string[] texts) =>
        Pipeline.Value.Fold([.. texts.Select((text, i) => Pipeline.Value.Read(new RawReport($"r{i}", $"r{i}.txt", $"{i}0", Markup.Text, text, SuppliedMetadata.None)).Report).OfType<ReadReport>()], [], asOf: null);
}
