using CsCheck;
using Parley.Language.Networks;

namespace Parley.Language.Tests.Networks;

public sealed class TableTests
{
    [Fact]
    public void A_table_of_bytes_sums_to_what_its_floats_sum_to() =>
        Gen.Select(Gen.SByte.Array[5 * 32], Gen.Float[0.001f, 2].Array[5], Gen.Int[0, 4].Array[0, 9]).Sample((bytes, scales, rows) =>
        {
            var table = new Table(bytes, scales);
            var (sum, expected) = (new float[32], new float[32]);
            table.Sum(rows, sum);
            new Table(table.ToFloats(), 32).Sum(rows, expected);
            sum.ShouldBe(expected);
        }, iter: 50);

    [Fact]
    public void A_row_that_is_not_there_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Table(new sbyte[2 * 16], new float[2]).Sum([2], new float[16]));
}
