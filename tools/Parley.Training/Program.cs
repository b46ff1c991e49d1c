using System.CommandLine;
using Parley.Training.Text;

var root = new RootCommand("Trains and measures the models of Parley. The only program that reads corpora.")
{
    new Command("measure", "Measures a stage against annotated text.") { TextCommands.Measure() },
};
return await root.Parse(args).InvokeAsync();
