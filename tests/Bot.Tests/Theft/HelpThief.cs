using System.Globalization;

namespace Kentongan.Bot.Tests.Theft;

/// <summary>The same thief, who wants to know which report was sent by somebody who then asked a counsellor for help (policy 5.7).</summary>
internal static class HelpThief
{
    private static readonly TimeSpan[] Spans = [TimeSpan.Zero, TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromDays(90)];

    /// <summary>Every column of help that could be a time, less each span that is added anywhere: the report that came last before it.</summary>
    public static IEnumerable<(string How, List<(string Help, string Report)> Ties)> ByTime(Loot loot)
    {
        var reports = loot.Received().Select(pair => (pair.Key, At: new DateTimeOffset(pair.Value, TimeSpan.Zero))).OrderBy(report => report.At).ToList();
        foreach (var column in Of(loot).Where(value => value.Value is long).GroupBy(value => (value.Table, value.Column)))
        {
            foreach (var span in Spans)
            {
                yield return ($"{column.Key} less {span}", [.. column
                    .Select(value => (value.Help, At: TimeOf((long)value.Value) - span))
                    .Where(value => value.At is not null)
                    .Select(value => (value.Help, reports.LastOrDefault(report => report.At <= value.At).Key ?? reports[0].Key))
                    .Distinct()]);
            }
        }
    }

    /// <summary>People write at their own length: the report whose story is nearest in length to what the counsellor was told.</summary>
    public static List<(string Help, string Report)> ByLength(Loot loot)
    {
        var stories = loot.Rows("SELECT report, length(sealed) FROM report_contents").Select(row => (Report: (string)row[0], Length: (long)row[1])).ToList();
        return [.. loot.Rows("SELECT request, max(length(sealed_text)) FROM help_messages WHERE kind = 'Resident' GROUP BY request")
            .Select(row => ((string)row[0], stories.MinBy(story => Math.Abs(story.Length - (long)row[1])).Report))];
    }

    /// <summary>Names in the order of the numbers of their rows.</summary>
    public static List<string> ByRow(Loot loot, string table, string column) =>
        [.. loot.Rows(string.Create(CultureInfo.InvariantCulture, $"SELECT {column} FROM {table} ORDER BY rowid")).Select(row => (string)row[0])];

    /// <summary>Every value of help, with the request that it belongs to.</summary>
    private static IEnumerable<(string Table, string Column, string Help, object Value)> Of(Loot loot) =>
        from table in loot.Rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'help\\_%' ESCAPE '\\'").Select(row => (string)row[0])
        let columns = loot.Rows($"SELECT name FROM pragma_table_info('{table}')").Select(row => (string)row[0]).ToList()
        let id = columns.Find(column => column == "request") ?? columns.Find(column => column == "id")
        where id is not null
        from row in loot.Rows($"SELECT \"{id}\", * FROM \"{table}\"")
        from index in Enumerable.Range(0, columns.Count)
        where row[0] is string && row[index + 1] is not DBNull
        select (table, columns[index], (string)row[0], row[index + 1]);

    private static DateTimeOffset? TimeOf(long value)
    {
        var (from, to) = (new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2028, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return value > from.UtcTicks && value < to.UtcTicks ? new DateTimeOffset(value, TimeSpan.Zero)
            : value > from.ToUnixTimeMilliseconds() && value < to.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(value)
            : null;
    }
}
