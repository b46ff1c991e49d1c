using System.Collections.Frozen;

namespace Parley.Language.Tagging;

/// <summary>Forms in -s of verbs that no noun shares: after a name a tagger easily takes them for the plural of one ("the Growers' League denies").</summary>
internal static class VerbsOnly
{
    private static readonly FrozenSet<string> s_forms = FrozenSet.ToFrozenSet(
        ("accepts accuses admits advises agrees allows announces argues asserts believes blames brings chooses complains condemns confirms considers continues decides declares defends denies "
        + "describes disagrees ensures expects explains forbids gives hears ignores implies imposes informs insists intends keeps knows lets maintains opposes owes "
        + "pleads prefers prepares pretends prevents proclaims proposes provides realises realizes receives recognises recognizes recommends refers relies reminds "
        + "represents requires responds says seeks seems sees sends speaks suggests supposes tells thinks threatens understands warns withdraws withholds writes").Split(' '), StringComparer.Ordinal);

    public static bool Contains(string form) => s_forms.Contains(form);
}
