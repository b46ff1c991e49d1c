using System.Text;
using CsCheck;
using Parley.Exchange.Reports;

namespace Parley.Exchange.Tests.Reports;

public sealed class TextDecoderTests
{
    private const string Words = "The delegation said “no”.\r\nIt left at noon – again.";

    public static IEnumerable<TheoryDataRow<byte[]>> Encoded() => new byte[][]
    {
        Encoding.UTF8.GetBytes(Words),
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Words)],
        [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Words)],
        [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Words)],
        Encoding.Unicode.GetBytes(Words),
        Encoding.BigEndianUnicode.GetBytes(Words),
    }.Select(bytes => new TheoryDataRow<byte[]>(bytes));

    [Theory]
    [MemberData(nameof(Encoded))]
    public void Unicode_is_told_by_its_bytes(byte[] bytes) => TextDecoder.Decode(bytes).ShouldBe(Words);

    [Fact]
    public void Text_that_is_not_unicode_is_refused_with_its_line() =>
        Should.Throw<FormatException>(() => TextDecoder.Decode([.. "one\ntwo caf"u8, 0xE9, (byte)' ', (byte)'x']))
            .Message.ShouldStartWith("is not UTF-8 (line 2)");

    [Fact]
    public void A_named_encoding_is_used() =>
        TextDecoder.Decode([0x63, 0x61, 0x66, 0xE9], Encoding.Latin1).ShouldBe("café");

    [Theory]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D, 0x31 }, "is a PDF")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 0 }, "is a zip or Office file")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0 }, "is a picture")]
    [InlineData(new byte[] { 0x61, 0, 0, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67 }, "is a binary file")]
    public void What_is_no_text_is_named(byte[] bytes, string start) =>
        Should.Throw<FormatException>(() => TextDecoder.Decode(bytes)).Message.ShouldStartWith(start);

    [Fact]
    public void Random_bytes_are_decoded_or_refused_but_never_crash() =>
        Gen.Byte.Array[0, 300].Sample(bytes =>
        {
            try
            {
                return TextDecoder.Decode(bytes) is not null;
            }
            catch (FormatException e)
            {
                return e.Message.Length > 0 && !e.Message.Contains('\n');
            }
        });
}
