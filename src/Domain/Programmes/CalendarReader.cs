using System.Globalization;
using FluentValidation;
using Kentongan.Domain.Places;

namespace Kentongan.Domain.Programmes;

/// <summary>Reads the calendar file: text in, a calendar or every error out.</summary>
public static class CalendarReader
{
    private static readonly CalendarFileValidator Validator = new();

    public static Read<OperationCalendar> Read(string fileName, string json)
    {
        var parsed = StrictJson.Parse(fileName, json, Validator);
        return parsed.Succeeded
            ? new Read<OperationCalendar>(Build(parsed.Value))
            : new Read<OperationCalendar>(parsed.Errors);
    }

    private static OperationCalendar Build(CalendarFile file) => new(
        TimeOnly.ParseExact(file.Maghrib!, "HH:mm", CultureInfo.InvariantCulture),
        [.. file.Ramadhan.Select(entry => new RamadhanDates(
            entry.Hijri, CalendarFileValidator.Date(entry.First)!.Value, CalendarFileValidator.Date(entry.Idulfitri)!.Value, entry.Certain))],
        [.. file.Holidays.Select(entry => new Holiday(CalendarFileValidator.Date(entry.Date)!.Value, entry.Name!, entry.Certain))]);
}

internal sealed record CalendarFile
{
    public string? Maghrib { get; init; }

    public IReadOnlyList<RamadhanEntry> Ramadhan { get; init; } = [];

    public IReadOnlyList<HolidayEntry> Holidays { get; init; } = [];
}

internal sealed record RamadhanEntry
{
    public int Hijri { get; init; }

    public string? First { get; init; }

    public string? Idulfitri { get; init; }

    public bool Certain { get; init; }
}

internal sealed record HolidayEntry
{
    public string? Date { get; init; }

    public string? Name { get; init; }

    public bool Certain { get; init; }
}

internal sealed class CalendarFileValidator : AbstractValidator<CalendarFile>
{
    public CalendarFileValidator()
    {
        RuleFor(file => file.Maghrib)
            .Must(text => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            .WithMessage("write the time as HH:mm, such as \"17:45\".");
        RuleForEach(file => file.Ramadhan).NotNull().WithMessage(StrictJson.NullEntry).ChildRules(entry =>
        {
            entry.RuleFor(dates => dates.First).Must(text => Date(text) is not null).WithMessage("write the date as yyyy-MM-dd.");
            entry.RuleFor(dates => dates.Idulfitri).Must(text => Date(text) is not null).WithMessage("write the date as yyyy-MM-dd.");
            entry.RuleFor(dates => dates.Idulfitri)
                .Must((dates, text) => Date(text)!.Value.DayNumber - Date(dates.First)!.Value.DayNumber is 29 or 30)
                .When(dates => Date(dates.First) is not null && Date(dates.Idulfitri) is not null)
                .WithMessage("Idulfitri is 29 or 30 days after 1 Ramadhan; correct one of the two.");
        });
        RuleFor(file => file.Ramadhan)
            .Must(all => all.Select(entry => entry?.Hijri).Distinct().Count() == all.Count)
            .WithMessage("a Hijri year stands there twice; keep one.");
        RuleForEach(file => file.Holidays).NotNull().WithMessage(StrictJson.NullEntry).ChildRules(entry =>
        {
            entry.RuleFor(holiday => holiday.Date).Must(text => Date(text) is not null).WithMessage("write the date as yyyy-MM-dd.");
            entry.RuleFor(holiday => holiday.Name).NotEmpty().WithMessage("write the name of the holiday.");
        });
    }

    public static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
