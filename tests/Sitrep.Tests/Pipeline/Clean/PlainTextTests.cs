using Sitrep.Model.Reports;

namespace Sitrep.Tests.Pipeline.Clean;

public sealed class PlainTextTests
{
    private const string Body = " Rescue workers searched the rubble of two schools through the night, the civil defence agency said.\n\nAt least 12 people were killed.";

    [Theory]
    [InlineData("BEIRUT, Nov 9 (Reuters) -", "BEIRUT", "Reuters")]
    [InlineData("GENEVA (AP) —", "GENEVA", "Associated Press")]
    [InlineData("KABUL, Afghanistan —", "KABUL, Afghanistan", null)]
    [InlineData("Nairobi, 3 May 2021 -", "Nairobi", null)]
    [InlineData("KARACHI:", "KARACHI", null)]
    [InlineData("Damascus, SANA –", "Damascus", "SANA")]
    [InlineData("PORT-AU-PRINCE, Haiti (AFP) -", "PORT-AU-PRINCE, Haiti", "AFP")]
    [InlineData("LIMA, March 3 (Xinhua) --", "LIMA", "Xinhua")]
    [InlineData("Nov. 9 (UPI) --", null, "UPI")]
    [InlineData("(Reuters) -", null, "Reuters")]
    [InlineData("Lae (Papua New Guinea), Oct 3 (AFP) -", "Lae", "AFP")]
    [InlineData("IQUITOS, Loreto —", "IQUITOS", null)]
    [InlineData("KABUL/ISLAMABAD -", "KABUL", null)]
    [InlineData("KYIV, Ukraine (AP) —", "KYIV, Ukraine", "Associated Press")]
    [InlineData("NAYPYITAW, Myanmar —", "NAYPYITAW, Myanmar", null)]
    [InlineData("Addis Ababa –", "Addis Ababa", null)]
    [InlineData("MAIDUGURI Nigeria", "MAIDUGURI, Nigeria", null)]
    [InlineData("BAMAKO, Mali", "BAMAKO, Mali", null)]
    [InlineData("GAZA STRIP/JERUSALEM (Reuters) -", "GAZA STRIP", "Reuters")]
    [InlineData("MOSCOW (Reuters)", "MOSCOW", "Reuters")]
    [InlineData("BENGHAZI, LIBYA (APRIL 6, 2019) (REUTERS) –", "BENGHAZI, LIBYA", "Reuters")]
    [InlineData("JUBA, South Sudan (Feb. 21, 2014) —", "JUBA, South Sudan", null)]
    [InlineData("JUBA, South Sudan (Feb. 21) -", "JUBA, South Sudan", null)]
    [InlineData("JUBA, South Sudan (Feb. 21, 2014)", "JUBA, South Sudan", null)]
    [InlineData("Joint Mission Press Desk 2014-02-PR-117 For Immediate Release   JUBA, South Sudan (Feb. 21) -", "JUBA, South Sudan", null)]
    public void Datelines_are_cut_from_the_first_paragraph(string dateline, string? place, string? agency)
    {
        Report report = CleanFixture.Clean($"Quake kills 12\n\n{dateline}{Body}");
        Assert.Equal(dateline, Assert.Single(report.Zones, zone => zone.Kind == ZoneKind.Dateline).Span.Of(report.Text));
        Assert.Equal(place, report.Dateline?.Place);
        Assert.Equal(agency, report.Agency);
        Assert.StartsWith("Rescue workers", report.Body.First().Of(report.Text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Press desk\n\nJUBA, South Sudan (Feb. 21, 2014) — Police seized a lorry of ammunition at a road block on Friday, the mission said in a statement.", "2014-02-21")]
    [InlineData("2014-02-PR-117\n\nJUBA, South Sudan (Feb. 21) — Police seized a lorry of ammunition at a road block on Friday, the mission said in a statement.", "2014-02-21")]
    [InlineData("2014-01-PR-117\n\nJUBA, South Sudan (Dec. 30) — Police seized a lorry of ammunition at a road block on Friday, the mission said in a statement.", "2013-12-30")]
    [InlineData("Feb. 21: Police seize ammunition\nPress desk 2014-02-PR-117\n\nPolice seized a lorry of ammunition at a road block on Friday, the mission said in a statement.", "2014-02-21")]
    public void A_press_release_is_dated_by_its_bracket_its_number_or_its_title(string text, string day) =>
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), CleanFixture.Clean(text).Anchor);

    [Fact]
    public void Words_of_a_page_begin_words_of_the_line()
    {
        string told = "Gangs have put up roadblocks and burnt houses in the west of the country, the agency said.";
        Assert.Equal(told, CleanFixture.Clean($"Nine killed in riots\n\n{told}\n\nMore was not known.").Body.First().Of($"Nine killed in riots\n\n{told}\n\nMore was not known."));
    }

    [Theory]
    [InlineData("Thursday's attack – the third this month – killed nine people in the market, police said on Friday.")]
    [InlineData("The war - now in its fifth year - has driven two million people from their homes, aid groups say.")]
    [InlineData("UPDATE: The ministry said that the number of the dead had risen to nine by the evening.")]
    [InlineData("Officials said: nobody was hurt when the bridge came down in the early hours of Tuesday.")]
    public void Dashes_and_colons_inside_a_sentence_are_no_dateline(string words)
    {
        Report report = CleanFixture.Clean($"Nine killed in attack\n\n{words}\n\nMore was not known.");
        Assert.DoesNotContain(report.Zones, zone => zone.Kind == ZoneKind.Dateline);
        Assert.Equal(words, report.Body.First().Of(report.Text));
    }

    [Theory]
    [InlineData("November 8, 2017", "2017-11-08")]
    [InlineData("10 Nov, 2017", "2017-11-10")]
    [InlineData("Thursday 09 November 2017 11:57 GMT", "2017-11-09")]
    [InlineData("2017-11-10", "2017-11-10")]
    [InlineData("Published: 21/04/2019", "2019-04-21")]
    [InlineData("Updated 3:15 PM EDT, Mon May 3, 2021", "2021-05-03")]
    [InlineData("Posted on 2nd of March 2020", "2020-03-02")]
    [InlineData("Publicado el 5 de mayo de 2022", "2022-05-05")]
    public void Date_lines_date_the_report(string line, string expected)
    {
        Report report = CleanFixture.Clean($"Quake kills 12\n\n{line}\n\n{Body.Trim()}");
        Assert.Equal(expected, report.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(DateBasis.Text, report.PublishedBasis);
    }

    [Theory]
    [InlineData("8 November 2017 | 19:42", "2017-11-08")]
    [InlineData("MAPUTO | Thursday 25 March 2021", "2021-03-25")]
    [InlineData("Posted 9 October 2018, 7:15am", "2018-10-09")]
    [InlineData("Monday, October 1, 2018 - 6:05 am", "2018-10-01")]
    [InlineData("28 Sep 2018 23:48 WITA", "2018-09-28")]
    [InlineData("Updated on May 4, 2021 • Published May 3, 2021", "2021-05-03")]
    [InlineData("By Ana Souza, CNBC • Published August 7, 2023 • Updated on August 8, 2023 at 7:52 am", "2023-08-07")]
    [InlineData("Reuters | Dakar | Updated: 26-07-2021 18:55 IST | Created: 25-07-2021 18:27 IST", "2021-07-25")]
    public void Day_of_publication_beats_the_day_of_a_change(string line, string expected) => Date_lines_date_the_report(line, expected);

    [Theory]
    [InlineData("ZAMBEZI HERALD\nwww.zherald.example", "Zambezi Herald")]
    [InlineData("HARBOUR POST - World", "Harbour Post")]
    [InlineData("The Daily Beacon - World in brief\nMay 2, 2020", "The Daily Beacon")]
    [InlineData("Coastal News & Shipping Gazette\nMay 2, 2020", "Coastal News & Shipping Gazette")]
    [InlineData("DELTA STAR ONLINE\nLatest | Nation | Region | Opinion", "Delta Star")]
    [InlineData("Mizzima Weekend\nHome > Asia > Myanmar", "Mizzima Weekend")]
    [InlineData("www.bbc.co.uk", "BBC News")]
    public void Mastheads_name_the_outlet_and_are_not_the_title(string masthead, string outlet)
    {
        Report report = CleanFixture.Clean($"{masthead}\n\nQuake kills 12 in southern Peru\n\n{Body.Trim()}");
        Assert.Equal(("Quake kills 12 in southern Peru", outlet), (report.Title, report.Outlet));
        Assert.StartsWith("Rescue workers", report.Body.First().Of(report.Text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Protest leaders meet the press")]
    [InlineData("Army Chief Talks To State Television")]
    [InlineData("Quake kills 12")]
    public void Titles_that_could_be_mastheads_stay_titles_when_no_other_follows(string title) =>
        Assert.Equal(title, CleanFixture.Clean($"{title}\n\nMay 2, 2020\n\n{Body.Trim()}").Title);

    [Theory]
    [InlineData("KABUL: Ten dead in blast at wedding hall")]
    [InlineData("LATEST: What we know about the quake in Peru so far")]
    public void Titles_with_a_colon_are_no_datelines(string title)
    {
        Report report = CleanFixture.Clean($"{title}\n\nMay 2, 2020\n\n{Body.Trim()}");
        Assert.Equal(title, report.Title);
        Assert.Null(report.Dateline);
    }

    [Fact]
    public void Outlet_and_agency_share_a_line()
    {
        Report report = CleanFixture.Clean($"Quake kills 12 in southern Peru\n\nCedar Times / AFP\nMay 2, 2020\n\n{Body.Trim()}");
        Assert.Equal(("Cedar Times", "AFP"), (report.Outlet, report.Agency));
        Assert.Empty(report.Bylines);
    }

    [Fact]
    public void Closing_signature_names_writers_only_where_no_byline_does()
    {
        string closing = "\n\n(Reporting by Luc Roi and Mia Falk; Editing by Jo Berg)";
        Assert.Equal(["Ana Souza"], CleanFixture.Clean($"Quake kills 12\n\nBy Ana Souza\n\n{Body.Trim()}{closing}").Bylines);
        Assert.Equal(["Luc Roi", "Mia Falk"], CleanFixture.Clean($"Quake kills 12\n\n{Body.Trim()}{closing}").Bylines);
    }

    [Fact]
    public void Supplied_date_beats_every_other()
    {
        Report report = CleanFixture.Clean($"Quake kills 12\n\nMay 2, 2020\n\nLIMA, May 1 (AFP) -{Body}", supplied: new SuppliedMetadata(Published: "2020-05-03T08:00:00Z"));
        Assert.Equal((new DateOnly(2020, 5, 3), DateBasis.Metadata), (report.Published, report.PublishedBasis));
        Assert.Equal(new DateOnly(2020, 5, 1), report.Dateline?.Date);
    }

    [Fact]
    public void Dateline_takes_its_year_from_a_caption()
    {
        Report report = CleanFixture.Clean($"Quake kills 12\n\nLIMA, May 1 (AFP) -{Body}\n\nA man sits on rubble in Pisco, Peru May 1, 2007. AFP/Luisa Prado");
        Assert.Equal((new DateOnly(2007, 5, 1), DateBasis.Dateline), (report.Published, report.PublishedBasis));
    }

    [Fact]
    public void Report_without_any_date_is_kept_and_said_to_be_undated()
    {
        var cleaned = CleanFixture.Stage.Clean(CleanFixture.Raw($"Quake kills 12\n\n{Body.Trim()}"));
        Assert.NotNull(cleaned.Report);
        Assert.Equal(ReasonCode.Undated, Assert.Single(cleaned.Problems).Code);
    }

    [Fact]
    public void Photo_credits_do_not_name_the_agency_of_the_report()
    {
        Report report = CleanFixture.Clean($"Quake kills 12\n\n{Body.Trim()}\n\nA man sits on rubble in Pisco, south of Lima, Peru May 1, 2007. REUTERS/Luisa Prado");
        Assert.Null(report.Agency);
        Photo photo = Assert.Single(report.Photos);
        Assert.Equal(("Pisco, south of Lima", new DateOnly(2007, 5, 1), "Luisa Prado", "Reuters"), (photo.PlaceWords, photo.Date, photo.Photographer, photo.Agency));
    }

    [Fact]
    public void Words_told_to_the_only_agency_name_it()
    {
        Report report = CleanFixture.Clean("Quake kills 12\n\nA nurse told AFP that the hospital was full.\n\nThe town was cut off.");
        Assert.Equal("AFP", report.Agency);
        Assert.Equal("told AFP", report.AgencyBasis?.Of(report.Text));
    }

    [Theory]
    [InlineData("By Ana Souza and Piet de Vries", "Ana Souza|Piet de Vries")]
    [InlineData("By ANA SOUZA, Associated Press", "ANA SOUZA")]
    [InlineData("Ana Souza", "Ana Souza")]
    [InlineData("By Staff Reporter", "")]
    public void Bylines_give_names(string line, string expected)
    {
        Report report = CleanFixture.Clean($"Quake kills 12\n\n{line}\nMay 2, 2020\n\n{Body.Trim()}");
        Assert.Equal(expected, string.Join('|', report.Bylines));
        Assert.Contains(report.Zones, zone => zone.Kind == ZoneKind.Byline);
    }

    [Fact]
    public void Seeds_are_cleaned_as_a_reader_would()
    {
        Assert.SkipWhen(Repository.Seeds is null, "The seed reports are not beside the checkout.");
        Report[] reports = [.. Directory.GetFiles(Repository.Seeds, "*.txt").Order(StringComparer.Ordinal).Select(path => CleanFixture.Clean(File.ReadAllText(path), name: Path.GetFileName(path)))];
        Assert.All(reports, CleanFixture.CheckZones);
        Assert.Equal([59, 0, 1], reports.Take(3).Select(report => report.Photos.Length));
        Assert.Equal([0, 0, 11, 0, 0], reports.Select(report => report.Zones.Count(zone => zone.Kind == ZoneKind.Comment)));
        Assert.Equal(["Reuters", "Reuters", "Reuters", null, "AFP"], reports.Select(report => report.Agency));
    }

    [Theory]
    [InlineData("SOFIA, February 8. /BTA/. Snow closed two passes in the Balkan mountains on Thursday, the road agency said.", "BTA", "SOFIA")]
    [InlineData("KYIV, Feb 8 /Ukrinform/ - Snow closed two passes in the Carpathians on Thursday, the road agency said.", "Ukrinform", "KYIV")]
    public void An_agency_between_strokes_closes_a_dateline(string text, string agency, string place)
    {
        Report report = CleanFixture.Clean($"Snow closes mountain passes\n\n{text}\n\nLorries were waiting on both sides of the mountains.");
        Assert.Equal((agency, place), (report.Agency, report.Dateline?.Place));
    }

    [Theory]
    [InlineData("Northern Gazette, 8 February 2021", "Northern Gazette")]
    [InlineData("BBC News | 8 February 2021", "BBC News")]
    [InlineData("Gulf Today (8 February 2021)", "Gulf Today")]
    [InlineData("Sofia, 8 February 2021", null)]
    [InlineData("Ana Souza, 8 February 2021", null)]
    public void The_outlet_may_stand_before_the_day_under_the_headline(string line, string? outlet)
    {
        Report report = CleanFixture.Clean($"Snow closes mountain passes\n{line}\n\nSnow closed two passes on Monday, the road agency said.\n\nLorries were waiting on both sides of the mountains.");
        Assert.Equal((outlet, new DateOnly(2021, 2, 8)), (report.Outlet, report.Published));
    }

    [Theory]
    [InlineData(" date 2021-02-08 Snow closes two passes in the mountains\n\nSnow closed two passes on Monday, the road agency said.", "Snow closes two passes in the mountains", null)]
    [InlineData(" date 2021-02-08 SOFIA (Reuters) - Snow closed two passes on Monday, the road agency said.\n\nLorries were waiting.", null, "SOFIA")]
    [InlineData(" date 2021-02-08 PLOVDIV Bulgaria Snow closed two passes on Monday, the road agency said.\n\nLorries were waiting.", null, "PLOVDIV, Bulgaria")]
    [InlineData(" date 2021-02-08 SOFIA Snow closed two passes on Monday, the road agency said.\n\nLorries were waiting.", null, "SOFIA")]
    public void A_day_that_a_scraper_put_before_the_first_words_is_a_line_of_its_own(string text, string? title, string? place)
    {
        Report report = CleanFixture.Clean(text);
        Assert.Equal((title, place, new DateOnly(2021, 2, 8)), (report.Title, report.Dateline?.Place, report.Published));
        Assert.StartsWith("Snow closed", report.Body.First().Of(report.Text));
    }

    [Fact]
    public void The_days_of_other_stories_do_not_date_a_report()
    {
        Report report = CleanFixture.Clean("Landslide closes the road to the pass\n\nA landslide closed the road to the pass before dawn, the road agency said.\n\nNobody was hurt, it added.\n\nMore on this story\n\nWhy the slopes give way\n\n14 May 2022");
        Assert.Equal((null, DateBasis.Unknown), (report.Published, report.PublishedBasis));
    }

    [Theory]
    [InlineData("Published in Dawn, May 4th, 2021", "Dawn")]
    [InlineData("Source: Al Jazeera and news agencies", "Al Jazeera")]
    [InlineData("Source: Reuters", null)]
    public void An_imprint_below_the_text_names_the_outlet(string line, string? outlet) =>
        Assert.Equal(outlet, CleanFixture.Clean($"Landslide closes the road to the pass\n\nA landslide closed the road to the pass before dawn, the road agency said.\n\nNobody was hurt, it added.\n\n{line}").Outlet);

    [Theory]
    [InlineData("UN OCHA Situation Report #3 on the flood in Kasese", "OCHA")]
    [InlineData("Flood in Kasese: Situation Update No. 4 - AHA Centre", "AHA Centre")]
    [InlineData("OCHA doubles its staff in Kasese", null)]
    public void A_body_that_issues_bulletins_names_itself_in_their_titles(string title, string? outlet) =>
        Assert.Equal(outlet, CleanFixture.Clean($"{title}\n\nFlood water covered the market before dawn, and most families left for the hills.\n\nNobody was hurt, it added.").Outlet);

    [Fact]
    public void A_bulletin_without_a_day_is_dated_by_the_day_up_to_which_it_counts()
    {
        Report report = CleanFixture.Clean("Flood appeal for Kasese\n\nThe flood of 2 May 2021 covered the market and most of the lower town.\n\nAs of 15 May 2021, the council reports that 74 people are dead.");
        Assert.Equal((new DateOnly(2021, 5, 15), DateBasis.Inferred), (report.Published, report.PublishedBasis));
    }

    [Theory]
    [InlineData("Lake region: Weekly Situation Update (16-22 May 2021) As of 23 May 2021")]
    [InlineData("Lake region: Situation Report No. 4 (As of 5:00pm EAT 23 May 2021)")]
    public void A_bulletin_is_dated_by_the_day_in_which_its_title_ends(string title) =>
        Assert.Equal(new DateOnly(2021, 5, 23), CleanFixture.Clean($"{title}\n\nFlood water covered the market before dawn, and most families left for the hills.\n\nNobody was hurt, it added.").Published);

    [Fact]
    public void A_weekday_is_no_place_and_a_body_over_its_day_is_the_outlet()
    {
        Report report = CleanFixture.Clean("Flood covers market in Kasese\n\nCatholic Relief Services\nTuesday, 16 March 2021\n\nFlood water covered the market before dawn, and most families left for the hills.\n\nNobody was hurt, it added.");
        Assert.Equal((null, "Catholic Relief Services", new DateOnly(2021, 3, 16)), (report.Dateline?.Place, report.Outlet, report.Published));
    }

    [Fact]
    public void An_agency_and_its_day_in_one_bracket_close_a_dateline()
    {
        Report report = CleanFixture.Clean("Flood covers market in Kasese\n\nKAMPALA (Lake Point News / Sputnik - 23rd March, 2021) Flood water covered the market before dawn, and most families left for the hills.\n\nNobody was hurt, they added.");
        Assert.Equal(("KAMPALA", "Sputnik"), (report.Dateline?.Place, report.Agency));
    }

    [Theory]
    [InlineData("03/04/2021", "Thursday", "2021-03-04")]
    [InlineData("03/04/2021", "Saturday", "2021-04-03")]
    [InlineData("03/04/2021", "Tuesday", "2021-04-03")]
    [InlineData("03.04.2021", "Thursday", "2021-04-03")]
    public void Of_two_orders_of_digits_the_weekday_of_the_lead_decides(string written, string weekday, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), CleanFixture.Clean($"Flood covers market in Kasese\n\n{written}\n\nFlood water covered the market on {weekday}, and most families left for the hills.\n\nNobody was hurt, they added.").Published);

    [Fact]
    public void A_day_that_was_run_into_the_desk_dates_the_report() =>
        Assert.Equal(new DateOnly(2021, 6, 24), CleanFixture.Clean("Flood covers market in Kasese\n\nLake Point Kampala BureauJune 24, 2021\n\nFlood water covered the market before dawn, and most families left for the hills.\n\nNobody was hurt, they added.").Published);
}
