using System.Collections.Immutable;
using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>One report of a dispatch, in its place in the tree of who copied whom.</summary>
/// <param name="Depth">0 for the original; a copy stands one below what it was copied from.</param>
/// <param name="Link">What it is of its source; null for the original. A patchwork stands below its first source in the tree.</param>
/// <param name="Others">Further sources, in this dispatch or in others.</param>
public readonly record struct FamilyMember(string Report, int Depth, CopyLink? Link, ImmutableArray<CopyLink> Others);

/// <summary>The reports of a dispatch in reading order: each followed by its copies.</summary>
public static class FamilyTree
{
    public static ImmutableArray<FamilyMember> Of(Dispatch dispatch)
    {
        var links = dispatch.Links.ToLookup(link => link.Report, StringComparer.Ordinal);
        HashSet<string> own = [.. dispatch.Reports];
        var parent = new Dictionary<string, CopyLink>(StringComparer.Ordinal);
        foreach (string report in dispatch.Reports.Skip(1))
        {
            if (links[report].Where(link => own.Contains(link.Of)).OrderByDescending(link => link.Overlap).ThenBy(link => link.Of, StringComparer.Ordinal).FirstOrDefault() is { } link) parent[report] = link;
        }
        ILookup<string, string> copies = dispatch.Reports.Where(parent.ContainsKey).ToLookup(report => parent[report].Of, StringComparer.Ordinal);
        var members = ImmutableArray.CreateBuilder<FamilyMember>(dispatch.Reports.Length);
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (string root in dispatch.Reports.Where(report => !parent.ContainsKey(report)).Concat(dispatch.Reports))
        {
            var open = new Stack<(string Report, int Depth)>([(root, 0)]);
            while (open.TryPop(out var next))
            {
                if (!met.Add(next.Report)) continue;
                CopyLink? link = parent.GetValueOrDefault(next.Report);
                members.Add(new FamilyMember(next.Report, next.Depth, link, [.. links[next.Report].Where(other => other != link)]));
                foreach (string copy in copies[next.Report].Reverse()) open.Push((copy, next.Depth + 1));
            }
        }
        return members.DrainToImmutable();
    }
}
