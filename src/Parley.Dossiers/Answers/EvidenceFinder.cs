using Parley.Dossiers.Entries;

namespace Parley.Dossiers.Answers;

/// <summary>Opens entries by their names.</summary>
internal sealed class EvidenceFinder(DossierView view)
{
    public IReadOnlyList<Evidence> Find(IEnumerable<EntryId> ids, EvidenceBasket basket) => [.. ids.Select(id => Find(id, basket)).OfType<Evidence>()];

    private Evidence? Find(EntryId id, EvidenceBasket basket)
    {
        var entries = view.Entries(id.Report);
        switch (id.Kind)
        {
            case EntryKind.Statement:
                foreach (var s in entries.Statements)
                    if (s.Ordinal == id.Ordinal) return basket.Take(s);
                return null;
            case EntryKind.Position:
                foreach (var p in entries.Positions)
                    if (p.Ordinal == id.Ordinal) return basket.Take(p);
                return null;
            case EntryKind.Meeting:
                return entries.Meetings.FirstOrDefault(m => m.Ordinal == id.Ordinal) is { } meeting ? basket.Take(meeting) : null;
            default:
                return entries.Deadlines.FirstOrDefault(d => d.Ordinal == id.Ordinal) is { } deadline ? basket.Take(deadline) : null;
        }
    }
}
