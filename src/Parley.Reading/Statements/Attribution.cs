using System.Collections.Immutable;
using Parley.Language;

namespace Parley.Reading.Statements;

/// <summary>A source, a cue and a content in the words of the report, not yet tied to an actor.</summary>
/// <param name="Source">Empty where the report names none.</param>
/// <param name="Cue">The words that attribute; several spans where they are apart.</param>
/// <param name="Content">Never empty; several spans where other words stand between.</param>
/// <param name="Confidence">Calibrated probability, 0 to 1.</param>
public sealed record Attribution(
    ImmutableArray<Span> Source,
    ImmutableArray<Span> Cue,
    ImmutableArray<Span> Content,
    StatementMode Mode,
    StatementKind Kind,
    double Confidence);
