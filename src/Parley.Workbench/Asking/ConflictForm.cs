using System.Security.Cryptography;
using System.Text;
using Parley.Exchange.Conflicts;

namespace Parley.Workbench.Asking;

/// <summary>A conflict model with what the fields and buttons of its page ask for.</summary>
internal static class ConflictForm
{
    /// <summary>Tells whether the text was changed by hand since the page wrote it: then the fields beside it are of another model.</summary>
    public static string Stamp(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))))[..12];

    /// <exception cref="FormatException">What is asked for makes no model.</exception>
    public static ConflictDraft Read(Ask ask, string text)
    {
        var draft = ConflictText.Read(text);
        if (ask.Text("stamp") is { } stamp && stamp == Stamp(text)) draft = Filled(ask, draft);
        if (Places(ask, "move", 3) is { } move) draft = draft.Moved(move[0], move[1], move[2]).RankMoved(move[0], move[1], move[2]);
        if (Places(ask, "drop", 2) is { } drop) draft = draft.WithoutWish(drop[0], drop[1]).WithoutRank(drop[0], drop[1]);
        if (Places(ask, "join", 2) is { } join) draft = draft.RankJoined(join[0], join[1]);
        if (Places(ask, "part", 2) is { } part) draft = draft.RankParted(part[0], part[1]);
        if (Places(ask, "ranking", 1) is { } ranking) draft = draft.Ranking(ranking[0]);
        if (Places(ask, "allow", 1) is { } allow) draft = draft.Allowing(allow[0]);
        for (var i = 0; i < draft.Model.DecisionMakers.Length; i++)
        {
            if (ask.Text($"wish-{i}") is { } wish && draft.RanksOf(i) is null) draft = draft.WithWish(i, wish.Trim());
            if (ask.Text($"rank-{i}") is { } state && draft.RanksOf(i) is not null) draft = draft.WithRank(i, state.Trim());
        }

        if (ask.Text("forbid") is { } forbid) draft = draft.Forbidding(forbid.Trim());
        for (var i = draft.Model.DecisionMakers.Length - 1; i >= 0; i--)
            if (ask.Text($"new-option-{i}") is { } name) draft = draft.WithOption(i, name.Trim());
        if (Places(ask, "drop-option", 1) is { } option) draft = draft.WithoutOption(option[0]);
        if (Places(ask, "drop-party", 1) is { } party) draft = draft.WithoutParty(party[0]);
        if (ask.Text("new-party") is { } added) draft = draft.WithParty(added.Trim());
        Check(draft);
        return draft;
    }

    /// <summary>The names as the fields hold them, and what is done today.</summary>
    private static ConflictDraft Filled(Ask ask, ConflictDraft draft)
    {
        if (ask.Text("title") is { } title) draft = draft with { Model = draft.Model with { Name = title.Trim() } };
        for (var i = 0; i < draft.Model.DecisionMakers.Length; i++)
            if (ask.Text($"party-{i}") is { } name && name.Trim() is { Length: > 0 } given) draft = draft.NamingParty(i, given);
        var today = 0u;
        for (var o = 0; o < draft.Model.Options.Length; o++)
        {
            if (ask.Text($"option-{o}") is { } name && name.Trim() is { Length: > 0 } given) draft = draft.NamingOption(o, given);
            if (ask.Text($"today-{o}") is not null) today |= 1u << o;
        }

        return draft.Model.StatusQuo is null && today == 0 ? draft : draft with { Model = draft.Model with { StatusQuo = today } };
    }

    private static void Check(ConflictDraft draft)
    {
        if (draft.Model.Options.GroupBy(o => o.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new FormatException($"option \"{twice.Key}\" stands twice");
        if (draft.Model.DecisionMakers.GroupBy(m => m.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } same) throw new FormatException($"party \"{same.Key}\" stands twice");
        if (draft.Model.Options.Length > ConflictText.MostOptions) throw new FormatException($"the model has {draft.Model.Options.Length} options, expected at most {ConflictText.MostOptions}");
        if (draft.Model.Problems().FirstOrDefault() is { } problem) throw new FormatException(problem);
    }

    private static int[]? Places(Ask ask, string name, int count) =>
        ask.Text(name)?.Split('.').Select(t => int.TryParse(t, out var n) && n >= 0 ? n : -1).ToArray() is { } places && places.Length == count && !places.Contains(-1) ? places : null;
}
