using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Parley.Dossiers;
using Parley.Workbench.Asking;

namespace Parley.Workbench.Pages;

/// <summary>A page that shows answers of the dossier.</summary>
public abstract class DossierPage : ComponentBase
{
    [Inject] private protected Dossier Dossier { get; set; } = null!;

    [Inject] private protected Ask Ask { get; set; } = null!;

    [Inject] private protected Visit Visit { get; set; } = null!;

    [Inject] private IHttpContextAccessor Http { get; set; } = null!;

    /// <summary>Fires when the reader has gone away.</summary>
    private protected CancellationToken Gone => Http.HttpContext!.RequestAborted;

    /// <summary>Asks before the first rendering: a page that renders while it still waits has nothing to show.</summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await LoadAsync();
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Asks the dossier for what the page shows.</summary>
    protected abstract Task LoadAsync();
}
