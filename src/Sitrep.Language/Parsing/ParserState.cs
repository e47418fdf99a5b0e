namespace Sitrep.Language.Parsing;

/// <summary>A partial tree in the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack, and the words not yet read.</summary>
/// <remarks>The root stands behind the last word, as in Goldberg and Nivre (2013); it takes exactly one child, at the end.</remarks>
internal sealed class ParserState
{
    private readonly int[] _stack;
    private readonly bool[] _onStack;
    private int _depth;

    public ParserState(int words)
    {
        Words = words;
        _stack = new int[words];
        _onStack = new bool[words];
        Heads = new int[words];
        Labels = new int[words];
        // One more: the root has a left child too.
        (LeftChild, LeftChild2, LeftCount) = (new int[words + 1], new int[words + 1], new int[words + 1]);
        (RightChild, RightChild2, RightCount) = (new int[words + 1], new int[words + 1], new int[words + 1]);
        foreach (int[] array in (int[][])[Heads, Labels, LeftChild, LeftChild2, RightChild, RightChild2]) Array.Fill(array, -1);
    }

    /// <summary>Words in the sentence; also the index of the root.</summary>
    public int Words { get; }

    /// <summary>First word not yet read; <see cref="Words"/> when only the root is left.</summary>
    public int Next { get; private set; }

    public int Depth => _depth;

    public int[] Heads { get; }
    public int[] Labels { get; }
    public int[] LeftChild { get; }
    public int[] LeftChild2 { get; }
    public int[] LeftCount { get; }
    public int[] RightChild { get; }
    public int[] RightChild2 { get; }
    public int[] RightCount { get; }

    /// <summary>The word <paramref name="down"/> places below the top of the stack; -1 when there is none.</summary>
    public int Stack(int down) => down < _depth ? _stack[_depth - 1 - down] : -1;

    public bool IsOnStack(int word) => word >= 0 && word < Words && _onStack[word];

    /// <summary>The word <paramref name="ahead"/> places after the next one; -1 behind the last.</summary>
    public int Buffer(int ahead) => Next + ahead < Words ? Next + ahead : -1;

    public bool IsDone => Next == Words && _depth == 0;

    public bool CanShift => Next < Words;

    /// <summary>True when the top may take the next word, or the root, as its head. The root waits until one word is left.</summary>
    public bool CanLeft => _depth > 0 && (Next < Words || _depth == 1);

    public bool CanRight => _depth > 1;

    public void Shift()
    {
        _stack[_depth++] = Next;
        _onStack[Next] = true;
        Next++;
    }

    public void Left(int label)
    {
        int child = Pop();
        Attach(child, Next, label);
        LeftChild2[Next] = LeftChild[Next];
        LeftChild[Next] = child;
        LeftCount[Next]++;
    }

    public void Right(int label)
    {
        int child = Pop(), head = _stack[_depth - 1];
        Attach(child, head, label);
        RightChild2[head] = RightChild[head];
        RightChild[head] = child;
        RightCount[head]++;
    }

    private int Pop()
    {
        int word = _stack[--_depth];
        _onStack[word] = false;
        return word;
    }

    private void Attach(int child, int head, int label) => (Heads[child], Labels[child]) = (head, label);
}
