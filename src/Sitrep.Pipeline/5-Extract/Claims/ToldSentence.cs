using Sitrep.Model.Text;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Figures;

namespace Sitrep.Pipeline.Extract.Claims;

/// <summary>A sentence with all that the finders found in it, and whom its pronouns may go back to: what claims are made of.</summary>
/// <param name="Attributions">The smallest content first.</param>
/// <param name="Events">In the order of their words.</param>
internal sealed record ToldSentence(
    ReadSentence Sentence, List<FoundAttribution> Attributions, List<FoundEvent> Events, List<FoundFigure> Figures, List<FoundFate> Fates, Referents Before)
{
    public Tree Tree => Sentence.Tree;

    public TextSpan Span => new(Tree.Sentence.Start, Tree.Sentence.End);

    /// <summary>The nearest source among whose words the token is; null: it is the report's own.</summary>
    public FoundAttribution? Over(int token) => Attributions.FirstOrDefault(attribution => attribution.Content[token]);
}
