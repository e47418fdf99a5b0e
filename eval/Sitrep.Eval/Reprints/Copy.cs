using Sitrep.Model.Reports;

namespace Sitrep.Eval.Reprints;

/// <summary>A made report and what it is of others.</summary>
/// <param name="Kind">The kind of edit: the key of its metric.</param>
/// <param name="Of">Names of its sources, the one that gave most first, with the relation to each.</param>
/// <param name="OwnTelling">True when it is a telling of its own, although it copied.</param>
internal sealed record Copy(string Kind, Report Report, IReadOnlyList<(string Base, CopyRelation Relation)> Of, bool OwnTelling);
