using Parley.Bench;

return args switch
{
    ["dossier", var location, .. var rest] => await DossierBench.RunAsync(location, rest.Length > 0 ? int.Parse(rest[0], null) : 10_000),
    ["import", var location, var count, var seed] => await KillBench.ImportAsync(location, int.Parse(count, null), int.Parse(seed, null)),
    ["kill", .. var rest] => await KillBench.RunAsync(rest.Length > 0 ? int.Parse(rest[0], null) : 200),
    ["folding", .. var rest] => FoldingBench.Run(rest.Length > 0 ? int.Parse(rest[0], null) : 1),
    ["adding", var jsonl, .. var rest] => await AddingBench.RunAsync(jsonl, rest.Length > 0 ? int.Parse(rest[0], null) : 0),
    ["pages", var location, .. var paths] => await PagesBench.RunAsync(location, paths),
    ["load", var file, .. var rest] => await LoadBench.RunAsync(file, rest.Length > 0 ? double.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 5),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dossier FILE.parley|postgres://… [REPORTS]   make a dossier of 10,000 reports and time its answers
        kill [TIMES]                                 kill an import at random moments and look at what is left
        adding REPORTS.jsonl [MADE]                  read and add its reports, or so many made of them: share of storing, memory
        pages FILE.parley|postgres://… [--warm] [PATH…]  serve it and time every page and list of the API; --warm as a while after the start
        load FILE.parley [MINUTES]                   twenty readers and two coders on a copy of it
        folding [SEED]                               precision and recall of the search for copies
        """);
    return 2;
}
