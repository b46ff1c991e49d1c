using System.Collections.Frozen;

namespace Parley.Language.Text;

/// <summary>Words that, capitalised after an abbreviation, begin a sentence rather than carry on a name.</summary>
internal static class Starters
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
    [
        "The", "A", "An", "He", "She", "It", "They", "We", "I", "You", "This", "That", "These", "Those", "But", "And", "In", "On", "At", "For", "As", "If", "When", "While", "After", "Before", "However",
        "There", "Here", "His", "Her", "Its", "Their", "Our", "My", "Some", "Many", "Most", "All", "Both", "Since", "So", "Then", "Now", "What", "Who", "How", "Why", "Where", "With", "Without", "By", "From", "Under", "Although", "Though", "Meanwhile", "Also", "According", "Asked", "No", "Not", "Such", "Still", "Yet", "Because", "Despite", "During", "Earlier", "Last", "Another", "Each", "Every", "To", "Even", "Once", "Until", "Two", "Three", "One",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Begin(ReadOnlySpan<char> word) => Lookup.Contains(word);
}
