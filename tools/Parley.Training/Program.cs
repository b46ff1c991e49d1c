using System.CommandLine;
using Parley.Training.Actors;
using Parley.Training.Dates;
using Parley.Training.Language;
using Parley.Training.Positions;
using Parley.Training.Speed;
using Parley.Training.Statements;
using Parley.Training.Text;

var root = new RootCommand("Trains and measures the models of Parley. The only program that reads corpora.")
{
    new Command("measure", "Measures a stage against annotated text.")
    {
        SpeedCommand.Create(),
        MeasureLanguageCommand.Create(), TextCommands.Measure(), LemmaCommands.Measure(), NameCommands.Measure(), StatementCommands.Measure(),
        PositionCommands.MeasurePositions(), PositionCommands.MeasureActs(), ConfidenceCommands.Measure(), ActorCommands.Measure(), DateCommands.Measure(),
    },
    new Command("train", "Trains a model from annotated text.")
    {
        TrainTaggerCommand.Create(), TrainParserCommand.Create(), LemmaCommands.Train(), NameCommands.Train(), StatementCommands.Train(), ConfidenceCommands.Train(), ActTrainCommand.Create(),
    },
};
return await root.Parse(args).InvokeAsync();
