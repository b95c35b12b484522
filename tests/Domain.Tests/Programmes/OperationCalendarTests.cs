using System.Globalization;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Tests.Places;

namespace Kentongan.Domain.Tests.Programmes;

public sealed class OperationCalendarTests
{
    private static readonly OperationPeriod Ramadhan = new(PeriodKind.Ramadhan, null, null, 0, 0);
    private static readonly OperationPeriod CiptaKondisi = new(PeriodKind.Ramadhan, null, null, 14, 7);
    private static readonly OperationPeriod MantapBrata = new(PeriodKind.Dates, new DateOnly(2026, 10, 19), new DateOnly(2026, 10, 21), 0, 0);

    [Theory]
    [InlineData("2026-02-18T17:44:59", false)]
    [InlineData("2026-02-18T17:45:00", true)] // maghrib of the eve: the first tarawih
    [InlineData("2026-03-21T23:59:59", true)]
    [InlineData("2026-03-22T00:00:00", false)]
    [InlineData("2030-12-25T18:00:00", true)] // the second Ramadhan of that year
    [InlineData("2029-01-15T17:45:00", true)]
    [InlineData("2025-03-10T12:00:00", false)] // a year that the calendar does not know
    public void Ramadhan_starts_at_maghrib_and_includes_Idulfitri(string local, bool active) => Is(Ramadhan, local, active);

    [Theory]
    [InlineData("2026-02-04T17:44:59", false)]
    [InlineData("2026-02-04T17:45:00", true)]
    [InlineData("2026-03-28T23:59:59", true)]
    [InlineData("2026-03-29T00:00:00", false)]
    public void The_days_before_and_after_are_counted_in(string local, bool active) => Is(CiptaKondisi, local, active);

    [Theory]
    [InlineData("2026-10-18T23:59:59", false)]
    [InlineData("2026-10-19T00:00:00", true)]
    [InlineData("2026-10-21T23:59:59", true)]
    [InlineData("2026-10-22T00:00:00", false)]
    public void A_dated_operation_runs_from_the_first_day_to_the_last(string local, bool active) => Is(MantapBrata, local, active);

    [Fact]
    public void An_operation_without_dates_sleeps() => Is(MantapBrata with { From = null, To = null }, "2026-10-20T12:00:00", false);

    [Fact]
    public void Always_is_always() => Is(new OperationPeriod(PeriodKind.Always, null, null, 0, 0), "2040-01-01T00:00:00", true);

    [Theory]
    [InlineData("2026-08-14", true)]
    [InlineData("2026-08-15", false)] // Saturday
    [InlineData("2026-08-17", false)] // Independence Day, a Monday
    [InlineData("2026-08-18", true)]
    public void Weekends_and_holidays_are_no_working_days(string date, bool working) =>
        Assert.Equal(working, Repository.Calendar.IsWorkingDay(DateOnly.Parse(date, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("\"maghrib\": \"17:45\"", "\"maghrib\": \"sore\"", "calendar.json at maghrib: write the time as HH:mm, such as \"17:45\".")]
    [InlineData("\"2026-02-01\"", "\"1 Feb\"", "calendar.json at ramadhan[0].first: write the date as yyyy-MM-dd.")]
    [InlineData("\"2026-03-03\"", "\"2026-03-13\"", "calendar.json at ramadhan[0].idulfitri: Idulfitri is 29 or 30 days after 1 Ramadhan; correct one of the two.")]
    [InlineData("\"name\": \"Libur\"", "\"name\": \"\"", "calendar.json at holidays[0].name: write the name of the holiday.")]
    [InlineData("\"name\": \"Libur\"", "\"nama\": \"Libur\"", "calendar.json at holidays[0]: unknown member \"nama\"; remove it or correct its spelling.")]
    public void A_mistake_in_the_calendar_is_named(string part, string mistake, string error)
    {
        const string good = """
            { "maghrib": "17:45",
              "ramadhan": [{ "hijri": 1500, "first": "2026-02-01", "idulfitri": "2026-03-03", "certain": true }],
              "holidays": [{ "date": "2026-01-01", "name": "Libur", "certain": true }] }
            """;
        Assert.True(CalendarReader.Read("calendar.json", good).Succeeded);

        var read = CalendarReader.Read("calendar.json", good.Replace(part, mistake, StringComparison.Ordinal));

        Assert.Equal([error], read.Errors);
    }

    private static void Is(OperationPeriod period, string local, bool active)
    {
        var now = new DateTimeOffset(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(7));

        Assert.Equal(active, Repository.Calendar.IsActive(period, now));
    }
}
