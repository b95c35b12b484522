using Kentongan.Triage.Evidence.Tools;

namespace Kentongan.Triage.Evidence.Documents;

/// <summary>How a document is cleaned: what mat2 is told, what comes out, and who checks that.</summary>
internal sealed record DocumentRecipe(string MediaType, string Extension, Func<byte[], bool> IsClean)
{
    public static DocumentRecipe? For(FileFormat format) => format switch
    {
        FileFormat.Pdf => new("application/pdf", "pdf", PdfCheck.IsClean),
        FileFormat.Docx => new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", OfficeCheck.IsClean),
        FileFormat.Xlsx => new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", OfficeCheck.IsClean),
        FileFormat.Odt => new("application/vnd.oasis.opendocument.text", "odt", OfficeCheck.IsClean),
        _ => null,
    };

    /// <summary>
    /// PDFs become pictures of their pages. mat2's lightweight way keeps their text, but also the photos in them
    /// together with their Exif, and what lies under a black bar.
    /// </summary>
    public ToolCommand Command => new("mat2", $"in.{Extension}", ["--unknown-members", "abort", $"in.{Extension}"], $"in.cleaned.{Extension}");
}
