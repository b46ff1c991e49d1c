namespace Parley.Reading.Actors;

/// <content>States, their parts, and unions of states whose organs may be parties against the members.</content>
internal sealed partial class Cast
{
    /// <summary>The state that an office or a ministry without owner belongs to.</summary>
    public Entity? LikelyState(int word, Func<Entity, bool>? fits = null)
    {
        var paragraph = words.ParagraphOf(word);
        return Best(word, e => e.Kind == ActorKind.State && (fits?.Invoke(e) ?? true) && !(e.Brokers && _entities.Exists(o => o.Kind == ActorKind.State && !o.Brokers && o.Count > 0)), 0.7,
            e => 0.1 * Math.Min(e.Count, 6) + (words.ParagraphOf(e.LastWord) == paragraph ? 0.5 : 0) - (e.Within is null ? 0 : 0.5) - (e.Involved ? 0 : 1)) ?? Home() ?? MostNamedState();
    }

    /// <summary>The state from whose capital the report was written.</summary>
    public Entity? Home()
    {
        if (dateline is not { Entry: { } capital, Span: var span }) return null;
        var home = Listed(capital);
        if (home.Mentions.Count == 0) home.Mentions.Add(span);
        return home;
    }

    /// <summary>The state most named so far.</summary>
    public Entity? MostNamedState()
    {
        Entity? best = null;
        foreach (var entity in _recent.Take(InView))
            if (entity.Kind == ActorKind.State && (best is null || entity.Count - (entity.Within is null ? 0 : 2) > best.Count)) best = entity;
        return best;
    }

    /// <summary>Where members of a union dispute with one another, its executive speaks for itself; towards others it speaks for the union.</summary>
    public void PartOrgansFromUnions()
    {
        foreach (var (name, entry) in _unions)
        {
            if (!_listed.TryGetValue(name, out var union)) continue;
            var states = _entities.Where(e => e is { Kind: ActorKind.State, MergedInto: null, Within: null } && (e.IsSource || e.IsDoer || _entities.Exists(p => p.IsSource && p.SpeaksFor == e))).ToList();
            var within = states.Count(s => s.Country is { } code && entry.Members.Contains(code));
            if (within < 2 && within < states.Count) continue;
            foreach (var entity in _entities)
            {
                if (entity.SpeaksFor != union) continue;
                if (entity.IsNamed && !entity.IsPerson) entity.SpeaksFor = null;
                else if (within >= 2 && entity is { IsNamed: false, IsPerson: true } && entity.RoleNouns.Contains("diplomat")) entity.SpeaksFor = null;
            }
        }
    }

    /// <summary>Whether a body may be a party against those its union unites.</summary>
    private bool IsOrganOfUnion(Entity body) => body is { IsNamed: true, IsPerson: false, SpeaksFor: { } union } && _unions.ContainsKey(union.Name);

    /// <summary>"The Scottish government" is called so, not by its land.</summary>
    private void NameByGovernment(Entity owner, Mention mention)
    {
        if (owner.Within is not null && mention.BodyNoun?.Noun is "government" or "administration" or "executive" && mention.Of is { Entry.Use: NameUse.Demonym } of)
            owner.Name = words.Slice(of.First, mention.End);
    }
}
