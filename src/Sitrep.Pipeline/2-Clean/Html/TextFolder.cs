using System.Collections.Immutable;
using System.Text;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Clean.Html;

/// <summary>Collects the visible text of a page, white space folded and references decoded, and where each character came from.</summary>
internal sealed class TextFolder(string source)
{
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<OffsetMap.Run>.Builder _runs = ImmutableArray.CreateBuilder<OffsetMap.Run>();
    private readonly ImmutableArray<HtmlBlock>.Builder _blocks = ImmutableArray.CreateBuilder<HtmlBlock>();
    private int _blockStart = -1, _linked;
    private HtmlElement? _element;
    private int _spaceAt = -1, _spaceEnd;    // white space met but not yet written
    private bool _broken = true, _soft;      // the next character starts a paragraph; after a line break only

    /// <summary>Clean characters so far.</summary>
    public int Length => _text.Length;

    public void Add(int from, int to, HtmlElement element, bool linked)
    {
        for (int i = from; i < to;)
        {
            char c = source[i];
            int taken = 1;
            string? meant = c == '&' ? HtmlEntities.Read(source, i, out taken) : null;
            if (meant is null) taken = 1;
            if (meant is null ? char.IsWhiteSpace(c) : string.IsNullOrWhiteSpace(meant))
            {
                if (_spaceAt < 0) _spaceAt = i;
                if (_spaceAt == i || _spaceEnd == i) _spaceEnd = i + taken;
                i += taken;
                continue;
            }
            if ((meant is null ? c : meant[0]) is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF')
            {
                i += taken;   // says where a word may be broken; inside a word it would hide the word
                continue;
            }
            Begin(element);
            if (linked) _linked++;
            if (meant is null)
            {
                // Half a surrogate pair cannot stand in the record; decoding never makes one, so this is a plain copy.
                Run(_text.Length, 1, i, 1);
                _text.Append(c);
            }
            else
            {
                Run(_text.Length, meant.Length, i, taken);
                _text.Append(meant);
            }
            i += taken;
        }
    }

    /// <param name="hard">True for the border of a paragraph, false for a line break.</param>
    public void Break(bool hard)
    {
        if (_blockStart >= 0)
        {
            End();
            _soft = !hard;
        }
        else _soft = false;   // two line breaks make a paragraph
    }

    public (string Text, OffsetMap Map, ImmutableArray<HtmlBlock> Blocks) Finish()
    {
        if (_blockStart >= 0) End();
        return (_text.ToString(), new OffsetMap(_runs.DrainToImmutable()), _blocks.DrainToImmutable());
    }

    private void Begin(HtmlElement element)
    {
        if (_broken)
        {
            if (_text.Length > 0) _text.Append(_soft ? "\n" : "\n\n");
            (_blockStart, _element, _linked, _broken) = (_text.Length, element, 0, false);
        }
        else if (_spaceAt >= 0)
        {
            Run(_text.Length, 1, _spaceAt, _spaceEnd - _spaceAt);
            _text.Append(' ');
        }
        _spaceAt = -1;
    }

    private void End()
    {
        if (_element is not null) _blocks.Add(new HtmlBlock(new TextSpan(_blockStart, _text.Length), _element, _linked, _soft));
        (_blockStart, _element, _broken, _spaceAt) = (-1, null, true, -1);
    }

    private void Run(int clean, int cleanLength, int received, int receivedLength)
    {
        if (_runs.Count > 0 && cleanLength == receivedLength)
        {
            OffsetMap.Run last = _runs[^1];
            if (!last.Folded && last.CleanStart + last.CleanLength == clean && last.ReceivedStart + last.ReceivedLength == received)
            {
                _runs[^1] = last with { CleanLength = last.CleanLength + cleanLength, ReceivedLength = last.ReceivedLength + receivedLength };
                return;
            }
        }
        _runs.Add(new OffsetMap.Run(clean, cleanLength, received, receivedLength));
    }
}
