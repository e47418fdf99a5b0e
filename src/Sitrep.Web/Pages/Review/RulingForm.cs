using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;

namespace Sitrep.Web.Pages.Review;

/// <summary>Forms by which an analyst rules: what, on what, and why. Without the reason nothing is ruled.</summary>
/// <param name="token">Of the form; empty where the person may not rule.</param>
/// <param name="back">Address to go back to.</param>
internal sealed class RulingForm(Html token, string back)
{
    private static readonly string[] Reliability = ["A", "B", "C", "D", "E", "F"], Credibility = ["1", "2", "3", "4", "5", "6"];

    public bool IsShown => !token.IsEmpty;

    /// <summary>Accept, reject, remark or grade one thing.</summary>
    /// <param name="isActor">Then its reliability is graded, and it is neither accepted nor rejected.</param>
    public Html On(string target, bool isActor = false)
    {
        if (!IsShown) return Html.Empty;
        return Html.Of($"""
            <details class="rule"><summary>Rule on this</summary>
            {Form([target], isActor ? [RulingVerb.Comment] : [RulingVerb.Accept, RulingVerb.Reject, RulingVerb.Comment], "")}
            <form method="post" action="/review">{Hidden([target])}
            <label>Grade <select name="value">{(isActor ? Reliability : Credibility).Select(grade => Html.Of($"""<option value="{grade}">{RulingText.Grade(grade)}</option>"""))}</select></label> {Reason()} <button name="verb" value="grade">Grade</button></form>
            </details>
            """);
    }

    /// <summary>One form with a button for each verb.</summary>
    /// <param name="accept">What accepting is called here: "They are two".</param>
    /// <param name="more">What the verb takes beside the target: the event that is merged, a choice of claims.</param>
    public Html Form(ImmutableArray<string> targets, IReadOnlyList<RulingVerb> verbs, string more, Html choice = default, string accept = "Accept")
    {
        if (!IsShown) return Html.Empty;
        return Html.Of($"""
            <form method="post" action="/review">{Hidden(targets)}{Html.If(more.Length > 0, $"<input type=\"hidden\" name=\"more\" value=\"{more}\">")}{choice}
            {Reason()} {verbs.Select(verb => Html.Of($"""<button name="verb" value="{Spelling.Kebab(verb)}">{(verb == RulingVerb.Accept ? accept : Word(verb))}</button> """))}</form>
            """);
    }

    /// <summary>Takes a ruling back.</summary>
    public Html Undo(long sequence) => !IsShown ? Html.Empty : Html.Of($"""
        <form class="undo" method="post" action="/review">{token}<input type="hidden" name="back" value="{back}"><input type="hidden" name="target" value="{sequence}">{Reason()} <button name="verb" value="undo">Undo</button></form>
        """);

    private Html Hidden(ImmutableArray<string> targets) => Html.Of($"""{token}<input type="hidden" name="back" value="{back}">{(targets.Length == 1 ? Html.Of($"""<input type="hidden" name="target" value="{targets[0]}">""") : Html.Of($"""<label>Which <select name="target">{targets.Select(target => Html.Of($"""<option>{target}</option>"""))}</select></label> """))}""");

    private static Html Reason() => Html.Of($"""<label>Why <input name="reason" required maxlength="1000" autocomplete="off"></label>""");

    private static string Word(RulingVerb verb) => verb switch
    {
        RulingVerb.Reject => "Reject",
        RulingVerb.Merge => "They are one",
        RulingVerb.Split => "Split off what is ticked",
        RulingVerb.Comment => "Remark",
        _ => Wording.Sentence(Spelling.Spaced(verb)),
    };
}
