namespace Parley.Reading.Actors;

/// <summary>How well a name fits an actor named before: in full, by surname, by initials, in the singular of a plural.</summary>
internal static class NameMatch
{
    /// <summary>Nought where the name cannot be this actor's.</summary>
    public static int Score(Entity entity, string name, Mention mention, bool exact)
    {
        if (string.Equals(entity.Name, name, StringComparison.OrdinalIgnoreCase)) return 10;
        if (entity.Name.Length > name.Length + 1 && entity.Name.StartsWith(name, StringComparison.Ordinal) && entity.Name[name.Length] is '\'' or '’') return 9; // "the United Dockers" of "the United Dockers' union"
        if (entity.Kind != ActorKind.Person && mention.Kind != ActorKind.Person && Math.Abs(name.Length - entity.Name.Length) == 1 && (name + "s" == entity.Name || entity.Name + "s" == name)) return 9; // "a Social Democrat" of "the Social Democrats"
        if (mention.Gender != Gender.Unknown && entity.Gender != Gender.Unknown && mention.Gender != entity.Gender) return 0;
        if (entity.Kind is null or ActorKind.Person && mention.Kind is null or ActorKind.Person && mention.BodyNoun is null)
        {
            if (exact)
            {
                var parts = name.Split(' ');
                if (parts.Length == 2 && IsParticle(parts[0])) return EndsWith(entity.NameParts, name) ? 7 : 0; // "Dr Al Harthi" of "Sultan bin Nasser Al Harthi"
                return parts.Length != entity.NameParts.Length && parts[^1] == entity.NameParts[^1] && parts[0] == entity.NameParts[0] && parts.Length >= 2 ? 6 : 0;
            }

            if (entity.NameParts.Length < 2) return 0;
            if (string.Equals(Surname(entity.NameParts[^1]), Surname(name), StringComparison.OrdinalIgnoreCase)) return 8;
            if (EndsWith(entity.NameParts, name)) return 7;
            if (!name.Contains(' ', StringComparison.Ordinal) && Array.IndexOf(entity.NameParts, name) is var at and >= 0) return at == 0 ? 3 : 5;
            return name.Contains(' ', StringComparison.Ordinal) && entity.Name.Contains(name, StringComparison.Ordinal) ? 4 : 0;
        }

        if (exact || entity.Kind == ActorKind.Person || mention.Kind == ActorKind.Person) return 0;
        if (name.Length > 2 && name.All(char.IsUpper) && Initials(entity.NameParts) == name) return 6;
        return entity.NameParts.Length > 1 && mention.Kind != ActorKind.State && EndsWith(entity.NameParts, name) | entity.NameParts[0] == name ? 5 : 0;
    }

    /// <summary>"al-Harthy" is also "Harthy".</summary>
    public static string Surname(string part) =>
        part.IndexOf('-', StringComparison.Ordinal) is 2 && char.IsLower(part[0]) && part.Length > 4 ? part[3..] : part;

    private static bool IsParticle(string part) => part.ToLowerInvariant() is "al" or "el" or "bin" or "ibn" or "ben" or "van" or "von" or "de" or "da" or "di" or "du" or "della" or "le" or "la" or "ould" or "abu" or "ter" or "ten";

    private static bool EndsWith(string[] parts, string name)
    {
        var wanted = name.Split(' ');
        return wanted.Length < parts.Length && parts.AsSpan(parts.Length - wanted.Length).SequenceEqual(wanted);
    }

    public static string Initials(string[] parts) => string.Concat(parts.Where(p => char.IsUpper(p[0])).Select(p => p[0]));
}
