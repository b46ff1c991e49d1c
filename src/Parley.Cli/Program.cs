using System.CommandLine;
using Parley.Cli.Commands;

var root = new RootCommand("Parley follows a negotiation through what is reported about it.")
{
    ReadCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
