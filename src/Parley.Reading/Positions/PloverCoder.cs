namespace Parley.Reading.Positions;

/// <summary>The PLOVER class and the CAMEO code of an act, from its class and the deed within its theme.</summary>
internal sealed class PloverCoder(TriggerLexicon lexicon)
{
    /// <summary>Codes of an act; null where PLOVER has no class for it.</summary>
    public (string? Plover, string? Cameo) Code(ReadAct act)
    {
        var (plover, cameo) = (lexicon.Classes[act.Meaning.Class].Plover, lexicon.Classes[act.Meaning.Class].Cameo);
        return act.Meaning.Class switch
        {
            EventClass.Condition when act.Meaning.Stance == Stance.Against => ("REJECT", "120"),
            EventClass.Condition when act.Meaning.Stance == Stance.For => ("REQUEST", "100"),
            EventClass.Demand or EventClass.Appeal => (plover, Kind(act.Inner, act.Meaning.Class == EventClass.Demand ? "10" : "02") ?? cameo),
            EventClass.Offer or EventClass.Accept => (plover, Kind(act.Inner, "03") ?? cameo),
            EventClass.Refuse or EventClass.RedLine => (plover, Kind(act.Inner, "12") ?? cameo),
            EventClass.Threaten => (plover, act.Inner switch
            {
                EventClass.Sanction => "135",
                EventClass.Coerce => "132",
                EventClass.Protest => "133",
                EventClass.Assault or EventClass.Mobilize => "138",
                _ => cameo,
            }),
            EventClass.Outlook => (null, act.Meaning.Polarity == Polarity.Negative ? "012" : "013"),
            _ => (plover, cameo),
        };
    }

    /// <summary>CAMEO's families of request, offer and refusal share their last digits: aid, yielding, meeting, settling.</summary>
    private static string? Kind(EventClass? inner, string family) => inner switch
    {
        EventClass.Aid => family switch { "12" => "122", "10" => "103", "02" => "023", _ => "033" },
        EventClass.Yield or EventClass.Concede => family switch { "12" => "124", "10" => "105", "02" => "025", _ => "035" },
        EventClass.Consult => family switch { "12" => "125", "10" => "106", "02" => "026", _ => "036" },
        EventClass.Cooperate => family switch { "12" => "121", "10" => "101", "02" => "021", _ => "031" },
        _ => null,
    };
}
