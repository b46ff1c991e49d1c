using System.Collections.Immutable;
using Parley.Reading;

namespace Parley.Dossiers.Parties;

/// <summary>An actor across all reports of a dossier.</summary>
/// <param name="Number">From 1; never given twice.</param>
/// <param name="Country">ISO 3166-1 alpha-2 where known.</param>
public sealed record DossierActor(int Number, string Name, ActorKind Kind, string? Country)
{
    /// <summary>Other names it goes by.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    public ActorPart Part { get; init; }

    /// <summary>Number of the actor that this one turned out to be; 0 where it stands for itself.</summary>
    public int MergedInto { get; init; }
}

/// <summary>What an actor does in the negotiation, where an analyst has said so.</summary>
public enum ActorPart { Unsaid, Party, Mediator, Outsider }
