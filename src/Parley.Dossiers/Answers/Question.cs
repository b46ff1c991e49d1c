using System.Collections.Immutable;
using Parley.Reading;

namespace Parley.Dossiers.Answers;

/// <summary>What an answer is to be about. Empty lists ask for everything; parties, speakers and issues are named as in the dossier.</summary>
public sealed record Question
{
    /// <summary>The dossier as it stood at the end of this day; null for all of it.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The first day that counts; null for all.</summary>
    public DateOnly? Since { get; init; }

    public ImmutableArray<string> Parties { get; init; } = [];

    public ImmutableArray<string> Issues { get; init; } = [];

    public ImmutableArray<string> Speakers { get; init; } = [];

    public ImmutableArray<string> Outlets { get; init; } = [];

    public ImmutableArray<Act> Acts { get; init; } = [];

    public ImmutableArray<StatementMode> Modes { get; init; } = [];

    /// <summary>Words and "phrases" to search for.</summary>
    public string? Words { get; init; }

    /// <summary>Reports that repeat another are folded into it; true shows them too.</summary>
    public bool Copies { get; init; }

    /// <summary>Fetches no words of meetings and deadlines; <see cref="Dossier.QuoteAsync"/> fetches those of the few that are shown.</summary>
    public bool Unquoted { get; init; }

    /// <summary>How many entries of a list to skip and to give.</summary>
    public int Offset { get; init; }

    public int Limit { get; init; } = 1000;
}
