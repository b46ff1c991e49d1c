using System.Collections.Immutable;
using Parley.Dossiers.Entries;
using Parley.Reading;

namespace Parley.Dossiers.Answers;

/// <summary>A line that a party holds or held, with the words that show it.</summary>
/// <param name="Since">First day on which it was reported without another in between; null where the day is unknown.</param>
/// <param name="Date">Last day on which it was reported.</param>
/// <param name="Sources">Independent outlets that report it; copies count once.</param>
/// <param name="Behind">The positions counted: each opens its words.</param>
public sealed record PositionShown(
    Stance Stance,
    Firmness? Firmness,
    Act Act,
    bool Conditional,
    DateOnly? Since,
    DateOnly? Date,
    int Sources,
    ImmutableArray<EntryId> Behind,
    Evidence Evidence)
{
    internal static PositionShown Of(Line line, in PositionEntry entry, LineHistory history, Scope scope, EvidenceBasket basket)
    {
        var behind = line.Behind(scope);
        return new(
            entry.Stance!.Value, entry.Firmness, entry.Act, entry.Conditional, DateOf(line.From), DateOf(line.To), history.Sources(behind.AsSpan()), behind, basket.Take(entry));
    }

    /// <summary>One position by itself.</summary>
    internal static PositionShown Single(in PositionEntry entry, LineHistory history, EvidenceBasket basket) => new(
        entry.Stance!.Value, entry.Firmness, entry.Act, entry.Conditional, DateOf(entry.Day), DateOf(entry.Day), history.Sources([entry.Id]), [entry.Id], basket.Take(entry));

    private static DateOnly? DateOf(int day) => day > 0 ? DateOnly.FromDayNumber(day) : null;
}
