using Kentongan.Domain.Reports;

namespace Kentongan.Triage.Web.Cases;

/// <summary>The letter that presses a form: the first of its Indonesian word, where that is free.</summary>
internal static class CaseKeys
{
    public const string Ask = "t";

    public static string? Of(ReportAction action) => action switch
    {
        ReportAction.Accept or ReportAction.TakeOver or ReportAction.AcceptHandOver => "a",
        ReportAction.StartWork or ReportAction.Resume => "m",
        ReportAction.ProposeHandOver => "h",
        ReportAction.Note => "n",
        ReportAction.Refer => "r",
        ReportAction.ProposeResolution or ReportAction.Verify => "e",
        _ => null,
    };
}
