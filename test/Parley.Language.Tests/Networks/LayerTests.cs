using CsCheck;
using Parley.Language.Networks;

namespace Parley.Language.Tests.Networks;

public sealed class LayerTests
{
    private static readonly Gen<float> Weight = Gen.Float[-1, 1];

    [Fact]
    public void A_layer_over_sliding_windows_gives_what_the_sums_say() =>
        Gen.Select(Gen.Int[1, 9], Weight.Array[24 * 32], Weight.Array[32], Weight.Array[8 * 12]).Sample((rows, weights, bias, inputs) =>
        {
            var outputs = new float[rows * 32];
            new Layer(weights, bias).Apply(inputs, 8, outputs, rows);
            for (var row = 0; row < rows; row++)
                for (var o = 0; o < 32; o++)
                {
                    var sum = bias[o];
                    for (var k = 0; k < 24; k++) sum += inputs[row * 8 + k] * weights[(o / 16 * 24 + k) * 16 + o % 16];
                    outputs[row * 32 + o].ShouldBe(sum, 1e-4f);
                }
        }, iter: 30);

    [Fact]
    public void A_row_gives_the_same_alone_and_among_others_with_wide_vectors_and_narrow_ones() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 10], Weight.Array[24 * 160], Weight.Array[8 * 12]).Sample((rows, panels, weights, inputs) =>
        {
            var layer = new Layer(weights[..(24 * 16 * panels)], weights[..(16 * panels)]);
            var (wide, narrow, single) = (new float[rows * layer.Outputs], new float[rows * layer.Outputs], new float[layer.Outputs]);
            WidePanels.Apply(layer, ref inputs[0], 8, ref wide[0], rows);
            NarrowPanels.Apply(layer, ref inputs[0], 8, ref narrow[0], rows);
            narrow.ShouldBe(wide);
            for (var row = 0; row < rows; row++)
            {
                layer.Apply(inputs.AsSpan(row * 8), 8, single, 1);
                single.ShouldBe(wide[(row * layer.Outputs)..((row + 1) * layer.Outputs)]);
            }
        }, iter: 30);

    [Fact]
    public void Too_few_inputs_are_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Layer(new float[4 * 16], new float[16]).Apply(new float[7], 4, new float[32], 2));
}
