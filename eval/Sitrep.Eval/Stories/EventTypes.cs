namespace Sitrep.Eval.Stories;

/// <summary>Which types of the record stand for a type that a reader wrote down. Small families: their borders are a matter of taste.</summary>
internal static class EventTypes
{
    private static readonly Dictionary<string, string[]> Families = new(StringComparer.Ordinal)
    {
        ["seizure"] = ["capture"],
        ["retake"] = ["capture"],
        ["takeover"] = ["capture"],
        ["advance"] = ["capture", "movement"],
        ["battle"] = ["clash", "attack"],
        ["fighting"] = ["clash", "attack"],
        ["clash"] = ["clash", "attack"],
        ["encirclement"] = ["siege"],
        ["offensive"] = ["attack", "clash"],
        ["attack"] = ["attack", "clash", "strike", "bombing"],
        ["strike"] = ["strike", "bombing"],
        ["bombing"] = ["bombing", "strike"],
        ["airstrike"] = ["strike", "bombing"],
        ["shelling"] = ["strike", "bombing"],
        ["explosion"] = ["bombing", "strike", "disaster", "attack"],
        ["entry"] = ["movement"],
        ["border-crossing"] = ["movement"],
        ["deployment"] = ["movement"],
        ["retreat"] = ["withdrawal"],
        ["evacuation"] = ["displacement", "movement"],
        ["arrest"] = ["detention"],
        ["kidnapping"] = ["abduction"],
        ["death"] = ["killing", "disaster"],
        ["truce"] = ["ceasefire"],
        ["ceasefire"] = ["ceasefire", "agreement"],
        ["talks"] = ["meeting"],
        ["demonstration"] = ["protest"],
        ["riot"] = ["protest"],
        ["earthquake"] = ["disaster"],
        ["flood"] = ["disaster"],
        ["storm"] = ["disaster"],
        ["fire"] = ["disaster"],
        ["outbreak"] = ["disaster"],
        ["declaration"] = ["declaration", "statement"],
        ["statement"] = ["statement", "declaration", "accusation"],
        ["coup"] = ["capture", "declaration", "attack", "other"],
        ["rescue"] = ["aid", "release"],
        ["relief"] = ["aid"],
    };

    /// <summary>A forecast may be of any type; it is known by being only expected.</summary>
    public static bool IsForecast(GoldEvent gold) => gold.Expected || gold.Types.Contains("forecast");

    public static bool Allows(GoldEvent gold, string type) =>
        gold.Types.Contains("forecast") || gold.Types.Length == 0 || gold.Types.Any(wanted => wanted == type || (Families.TryGetValue(wanted, out string[]? family) && family.Contains(type)));
}
