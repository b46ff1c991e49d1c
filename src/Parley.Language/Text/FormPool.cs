namespace Parley.Language.Text;

/// <summary>Gives equal stretches of one text the same string, so that a document holds each form once.</summary>
internal sealed class FormPool
{
    private readonly Dictionary<string, string> _lower = new(StringComparer.Ordinal);
    private readonly HashSet<string> _forms = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public FormPool() => _lookup = _forms.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Form(ReadOnlySpan<char> text)
    {
        if (_lookup.TryGetValue(text, out var form)) return form;
        form = text.ToString();
        _forms.Add(form);
        return form;
    }

    public string Lower(string form)
    {
        if (_lower.TryGetValue(form, out var lower)) return lower;
        return _lower[form] = form.ToLowerInvariant();
    }
}
