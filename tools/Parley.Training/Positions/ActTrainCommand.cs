using System.CommandLine;
using System.Globalization;
using Parley.Reading.Positions;
using Parley.Reading.Statements;
using Parley.Training.Statements;

namespace Parley.Training.Positions;

/// <summary><c>train acts</c>: which act a statement performs, where no rule says.</summary>
internal static class ActTrainCommand
{
    private const int Bits = 16;
    private const int Epochs = 30;
    private const int Folds = 8;
    private static readonly int[] s_coarse = [1, 1, 0, 0, 2, 2, 1, 3, 1, 3, 3, 2, 0, 0, 4, 5]; // by output: cooperative, demanding, refusing, hostile, outlook, none

    public static Command Create()
    {
        var gold = new Option<DirectoryInfo[]>("--gold") { Required = true, AllowMultipleArgumentsPerToken = true, Description = "Folders of *.gold.json." };
        var sentences = new Option<FileInfo[]>("--sentences") { AllowMultipleArgumentsPerToken = true, Description = "Files with a sentence, its act and its stance a line." };
        var output = new Option<FileInfo>("--out") { DefaultValueFactory = _ => new("models/acts.bin"), Description = "The model file." };
        var drop = new Option<float>("--drop") { DefaultValueFactory = _ => 0.5f, Description = "Share of the features left out at every step." };
        var command = new Command("acts", "Train the act of statements on annotated reports and sentences.") { gold, sentences, output, drop };
        command.SetAction(result =>
        {
            var examples = new ActExamples();
            foreach (var file in result.GetRequiredValue(gold).SelectMany(f => f.EnumerateFiles("*.gold.json")).OrderBy(f => f.Name, StringComparer.Ordinal)) examples.AddReport(file.FullName);
            foreach (var file in result.GetValue(sentences) ?? []) examples.AddSentences(file.FullName);
            examples.Store.DropRare(Bits);
            Console.WriteLine($"{examples.Labels.Count} statements, {examples.Labels.Count(l => l.Act == ActJudge.None)} without an act");
            Validate(examples, result.GetValue(drop));
            var model = Fit(examples, _ => true, result.GetValue(drop)).Quantise(0.002f);
            using var file2 = result.GetValue(output)!.Create();
            ActJudge.Write(model, file2);
        });
        return command;
    }

    private static TrainedLinear Fit(ActExamples examples, Func<ActLabel, bool> seen, float drop)
    {
        var model = new TrainedLinear(Bits, ActJudge.Outputs, 0.1f, 0.001f);
        var order = Enumerable.Range(0, examples.Labels.Count).Where(k => seen(examples.Labels[k])).ToArray();
        var random = new Random(1);
        var dropped = new DroppedFeatures(drop);
        var scores = new float[ActJudge.Outputs];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var k in order)
            {
                dropped.Clear();
                dropped.Add(examples.Store[k]);
                model.Score(dropped[0], scores);
                ActJudge.Normalise(scores);
                scores[examples.Labels[k].Act] -= 1;
                for (var j = 0; j < scores.Length; j++) scores[j] *= examples.Labels[k].Weight;
                model.Update(dropped[0], scores);
            }

            if (epoch >= Epochs / 3) model.Note();
        }

        model.Average(1 - drop);
        return model;
    }

    /// <summary>Each report judged by a model that has not seen it.</summary>
    private static void Validate(ActExamples examples, float drop)
    {
        var reports = examples.Labels.Where(l => !Path.HasExtension(l.Source)).Select(l => l.Source).Distinct().ToList();
        var judged = new List<(ActLabel Label, int Read, float Probability)>();
        var scores = new float[ActJudge.Outputs];
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = reports.Where((_, k) => k % Folds == fold).ToHashSet();
            var model = Fit(examples, l => !held.Contains(l.Source), drop);
            for (var k = 0; k < examples.Labels.Count; k++)
            {
                if (!held.Contains(examples.Labels[k].Source)) continue;
                model.Score(examples.Store[k], scores);
                ActJudge.Normalise(scores);
                var best = Array.IndexOf(scores, scores.Max());
                judged.Add((examples.Labels[k], best, scores[best]));
            }
        }

        Compare(judged);
        Console.WriteLine("statements of reports not seen:      n   act  class");
        Print("all", judged);
        Print("those in which no rule reads an act", judged.Where(j => j.Label.Ruled.Length == 0));
        foreach (var least in new[] { 0.0f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f })
            Print($"  of these read as an act from {least.ToString(CultureInfo.InvariantCulture)}", judged.Where(j => j.Label.Ruled.Length == 0 && j.Read != ActJudge.None && j.Probability >= least));
        foreach (var least in new[] { 0.5f, 0.7f, 0.8f, 0.9f })
            Print($"  of all, read from {least.ToString(CultureInfo.InvariantCulture)}", judged.Where(j => j.Probability >= least));
    }

    /// <summary>Share of statements whose act is read, and F1 of positions by class of act: by rules, by rules and the model where they are silent, by the model where it is sure.</summary>
    private static void Compare(List<(ActLabel Label, int Read, float Probability)> judged)
    {
        Console.WriteLine("                                         act  class F1");
        Line("rules alone", j => j.Label.Ruled);
        foreach (var least in new[] { 0.4f, 0.5f, 0.6f, 0.7f })
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"model from {least} where rules are silent"), j => j.Label.Ruled.Length > 0 || j.Probability < least ? j.Label.Ruled : [j.Read]);
            Line(string.Create(CultureInfo.InvariantCulture, $"model from {least} before the rules"), j => j.Label.Ruled.Contains(j.Read) || j.Probability < least ? j.Label.Ruled : [j.Read]);
        }

        void Line(string what, Func<(ActLabel Label, int Read, float Probability), int[]> read)
        {
            var (right, found, all, wanted, given) = (0f, 0f, 0f, 0f, 0f);
            foreach (var j in judged)
            {
                var acts = read(j) is { Length: > 0 } some ? some : [ActJudge.None];
                var (weight, isAct) = (j.Label.Weight, j.Label.Act != ActJudge.None);
                all += weight;
                if (acts.Contains(j.Label.Act)) right += weight;
                if (isAct) wanted += weight;
                given += weight * acts.Count(a => a != ActJudge.None);
                if (isAct && acts.Any(a => s_coarse[a] == s_coarse[j.Label.Act])) found += weight;
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-38} {right / all:0.000} {2 * found / (wanted + given):0.000}"));
        }
    }

    private static void Print(string what, IEnumerable<(ActLabel Label, int Read, float Probability)> judged)
    {
        var list = judged.ToList();
        var all = list.Sum(j => j.Label.Weight);
        var act = list.Where(j => j.Label.Act == j.Read).Sum(j => j.Label.Weight) / all;
        var coarse = list.Where(j => s_coarse[j.Label.Act] == s_coarse[j.Read]).Sum(j => j.Label.Weight) / all;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-38} {all,5:0} {act:0.00} {coarse:0.00}"));
    }
}
