namespace Kentongan.Triage.Evidence.Images;

/// <summary>Guards against pictures that unfold into more memory than a reader has.</summary>
internal static class ImageSize
{
    public static bool IsAcceptable(long width, long height, long maxPixels) =>
        width is > 0 and <= ushort.MaxValue && height is > 0 and <= ushort.MaxValue && width * height <= maxPixels;
}
