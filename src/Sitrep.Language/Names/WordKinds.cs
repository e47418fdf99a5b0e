using System.Collections.Frozen;
using Sitrep.Language.Learning;

namespace Sitrep.Language.Names;

/// <summary>General knowledge for the name tagger: a few hundred words that tell what kind of name they stand in.</summary>
/// <remarks>Only a hint among other features; the weights of the model depend on these lists, so a change means training again.</remarks>
internal static class WordKinds
{
    public const uint Country = 1, GivenName = 2, Body = 3, Title = 4, Feature = 5;

    private static readonly FrozenDictionary<uint, uint> Kinds = Build();

    /// <summary>Kind of the word with this lower-case hash; 0 when it is in no list.</summary>
    public static uint Of(uint lower) => Kinds.GetValueOrDefault(lower);

    /// <summary>True for words of address and office that stand before a person's name and are no part of it.</summary>
    public static bool IsTitle(string word) => Of(Hashing.Word(word, lower: true)) == Title;

    private static FrozenDictionary<uint, uint> Build()
    {
        var kinds = new Dictionary<uint, uint>();
        Add(Country, """
            afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh barbados belarus belgium
            belize benin bhutan bolivia bosnia botswana brazil britain england scotland wales brunei bulgaria burundi cambodia cameroon canada
            chad chile china colombia comoros congo croatia cuba cyprus czechia denmark djibouti dominica ecuador egypt eritrea estonia eswatini ethiopia
            fiji finland france gabon gambia germany ghana greece grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq
            ireland israel italy jamaica japan kazakhstan kenya kiribati korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya
            liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico micronesia moldova monaco mongolia
            montenegro morocco mozambique myanmar burma namibia nauru nepal netherlands nicaragua niger nigeria norway oman pakistan palau palestine panama
            paraguay peru philippines poland portugal qatar romania russia rwanda samoa senegal serbia seychelles singapore slovakia slovenia somalia
            spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga tunisia turkey turkmenistan tuvalu uganda ukraine
            uruguay uzbekistan vanuatu venezuela vietnam yemen zambia zimbabwe africa asia europe america oceania antarctica u.s. us usa uk u.k. eu
            """);
        Add(GivenName, """
            john mary james robert michael william david richard joseph thomas charles daniel matthew anthony mark paul steven andrew george peter edward
            brian kevin susan linda patricia jennifer elizabeth barbara jessica sarah karen nancy lisa margaret sandra ashley emily anna laura julia helen
            mohammed mohamed muhammad ahmed ahmad ali hassan hussein ibrahim omar yusuf abdullah khalid mahmoud mustafa fatima aisha maryam abdul
            jose juan carlos luis maria miguel pedro jorge francisco antonio fernando rafael diego ana carmen rosa sofia joao paulo
            vladimir sergei alexander dmitry ivan nikolai mikhail olga natalia andrei yuri oleg igor viktor volodymyr petro
            jean pierre jacques michel francois marie claude hans karl klaus wolfgang giovanni marco giuseppe luca
            wei li wang zhang chen liu hiroshi kenji takashi yuki kim park nguyen tran raj rahul amit sanjay priya arun suresh imran asif
            kofi kwame kwesi chinedu emeka ngozi oluwaseun tunde abebe tesfaye haile kamau otieno juma thabo sipho nelson samuel joseph emmanuel moses grace
            """);
        Add(Body, """
            ministry department agency authority commission committee council court parliament senate congress assembly party movement front union
            army navy force forces guard police corps brigade battalion division command company corporation corp inc ltd bank group association
            federation organization organisation institute university college school hospital foundation fund society observatory network service
            news times post press radio television tv herald tribune journal agency team club alliance coalition league cabinet bureau office
            """);
        Add(Title, """
            mr mr. mrs mrs. ms ms. dr dr. president prime minister premier chancellor king queen prince princess sheikh senator sen. governor gov. mayor
            general gen. colonel col. major maj. captain capt. lieutenant lt. sergeant sgt. admiral brigadier professor prof. judge justice ambassador
            secretary spokesman spokeswoman spokesperson chairman chairwoman director chief commander imam pope bishop archbishop reverend rev. sir lord
            """);
        Add(Feature, """
            river lake sea ocean mountain mount mt. valley island islands peninsula desert gulf bay coast strait province state county district
            region governorate oblast prefecture city town village street road avenue airport bridge border north south east west northern southern eastern western
            """);
        return kinds.ToFrozenDictionary();

        void Add(uint kind, string words)
        {
            foreach (string word in words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)) kinds.TryAdd(Hashing.Word(word, lower: true), kind);
        }
    }
}
