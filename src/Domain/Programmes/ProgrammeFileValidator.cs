using System.Globalization;
using FluentValidation;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;

namespace Kentongan.Domain.Programmes;

/// <summary>The shape of a programme file. Each message ends with the remedy.</summary>
internal sealed class ProgrammeFileValidator : AbstractValidator<ProgrammeFile>
{
    public ProgrammeFileValidator()
    {
        RuleFor(file => file.Code).NotNull().WithMessage("write the file name without its ending, in lower case with hyphens.")
            .Matches("^[a-z0-9]+(-[a-z0-9]+)*$").WithMessage("write the file name without its ending, in lower case with hyphens.");
        RuleFor(file => file.Name).NotNull().WithMessage("write the name, at least in id.");
        RuleFor(file => file.Name!).SetValidator(new WordsValidator()).When(file => file.Name is not null);
        RuleFor(file => file.Operation!).SetValidator(new OperationValidator()).When(file => file.Operation is not null);
        RuleFor(file => file.Categories).NotEmpty().WithMessage("list at least one category.");
        RuleForEach(file => file.Categories).NotNull().WithMessage(StrictJson.NullEntry).SetValidator(new CategoryValidator());
        RuleForEach(file => file.Regimes).Must(regime => Spelling.Of<ElectionRegime>(regime) is not null)
            .WithMessage((_, regime) => Spelling.Unknown<ElectionRegime>("regime", regime));
        RuleFor(file => file.Regimes).Must(all => all.Distinct().Count() == all.Count).WithMessage("a regime stands there twice; keep one.");
        RuleForEach(file => file.DigestIndicators).NotEmpty().WithMessage("write the indicator, or remove the entry.");
    }

    private sealed class OperationValidator : AbstractValidator<OperationEntry>
    {
        public OperationValidator()
        {
            RuleFor(entry => entry.Kind).Must(kind => Spelling.Of<PeriodKind>(kind) is not null)
                .WithMessage(entry => Spelling.Unknown<PeriodKind>("kind", entry.Kind));
            RuleFor(entry => entry.From).Must((entry, from) => (from is null) == (entry.To is null))
                .WithMessage("write both from and to, or neither while no date is set.");
            RuleFor(entry => entry.From).Must(IsDate).WithMessage("write the date as yyyy-MM-dd.");
            RuleFor(entry => entry.To).Must(IsDate).WithMessage("write the date as yyyy-MM-dd.");
            RuleFor(entry => entry.To).Must((entry, to) => string.CompareOrdinal(entry.From, to) <= 0)
                .When(entry => IsDate(entry.From) && IsDate(entry.To) && entry is { From: not null, To: not null })
                .WithMessage("the operation ends before it starts; swap from and to.");
            RuleFor(entry => entry.From).Null().When(entry => entry.Kind != "dates")
                .WithMessage("only kind \"dates\" has dates; remove from and to.");
            RuleFor(entry => entry.DaysBefore).InclusiveBetween(0, 60).WithMessage("use 0 to 60 days.");
            RuleFor(entry => entry.DaysAfter).InclusiveBetween(0, 60).WithMessage("use 0 to 60 days.");
        }

        private static bool IsDate(string? text) =>
            text is null || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    private sealed class CategoryValidator : AbstractValidator<CategoryEntry>
    {
        public CategoryValidator()
        {
            RuleFor(entry => entry.Code).NotNull().WithMessage("write one lower-case word, such as \"miras\".")
            .Matches("^[a-z]+$").WithMessage("write one lower-case word, such as \"miras\".");
            RuleFor(entry => entry.Label).NotNull().WithMessage("write the label, at least in id.");
            RuleFor(entry => entry.Label!).SetValidator(new LabelValidator()).When(entry => entry.Label is not null);
            RuleFor(entry => entry.Icon).NotEmpty().WithMessage("write one emoji.");
            RuleFor(entry => entry.Subcategories).NotEmpty().WithMessage("list at least one subcategory.");
            RuleForEach(entry => entry.Subcategories).NotNull().WithMessage(StrictJson.NullEntry).SetValidator(new SubcategoryFileValidator());
            RuleForEach(entry => entry.Subcategories)
                .Must((entry, sub) => sub?.Code?.StartsWith(entry.Code + ".", StringComparison.Ordinal) ?? true)
                .WithMessage((entry, sub) => $"code \"{sub.Code}\" is not of this category; write {entry.Code}.something.");
        }
    }
}

/// <summary>One text in up to three languages.</summary>
internal class WordsValidator : AbstractValidator<WordsEntry>
{
    public WordsValidator()
    {
        RuleFor(words => words.Id).NotEmpty().WithMessage("write the Indonesian text; the other languages fall back to it.");
        RuleFor(words => words.Jv).Must(text => text is null || text.Trim().Length > 0).WithMessage("write the text, or remove the member.");
        RuleFor(words => words.En).Must(text => text is null || text.Trim().Length > 0).WithMessage("write the text, or remove the member.");
    }
}

/// <summary>A text short enough for a button.</summary>
internal sealed class LabelValidator : WordsValidator
{
    public const int Longest = 28;

    public LabelValidator()
    {
        var message = $"the label is too long for a button; use at most {Longest} characters.";
        RuleFor(words => words.Id).MaximumLength(Longest).WithMessage(message);
        RuleFor(words => words.Jv).MaximumLength(Longest).WithMessage(message);
        RuleFor(words => words.En).MaximumLength(Longest).WithMessage(message);
    }
}
