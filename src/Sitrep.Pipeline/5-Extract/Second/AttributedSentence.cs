using Sitrep.Model.Text;
using Sitrep.Pipeline.Extract.Attributions;

namespace Sitrep.Pipeline.Extract.Second;

/// <summary>A sentence of the body as the built-in reader reads it, for who checks what another reader says of it.</summary>
/// <param name="Paragraph">In the clean text.</param>
/// <param name="Attributions">Whose word its parts are, the smallest content first.</param>
internal sealed record AttributedSentence(TextSpan Paragraph, ReadSentence Sentence, List<FoundAttribution> Attributions)
{
    public TextSpan Span => new(Sentence.Tree.Sentence.Start, Sentence.Tree.Sentence.End);
}
