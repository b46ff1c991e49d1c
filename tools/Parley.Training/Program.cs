using System.CommandLine;

var root = new RootCommand("Trains and measures the models of Parley. The only program that reads corpora.");
return await root.Parse(args).InvokeAsync();
