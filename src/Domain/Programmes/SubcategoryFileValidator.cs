using FluentValidation;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;

namespace Kentongan.Domain.Programmes;

/// <summary>The shape of one kind of report, and the rules that no programme may break.</summary>
internal sealed class SubcategoryFileValidator : AbstractValidator<SubcategoryEntry>
{
    private static readonly HashSet<string> Seats = [.. KnownSeats.All.Select(seat => seat.Code)];
    private static readonly HashSet<string> Counsellors = [.. KnownSeats.Counsellors.Select(seat => seat.Code)];

    public SubcategoryFileValidator()
    {
        RuleFor(entry => entry.Code).NotNull().WithMessage("write category.kind, such as \"miras.penjualan\".")
            .Matches("^[a-z]+\\.[a-z_]+$").WithMessage("write category.kind, such as \"miras.penjualan\".");
        RuleFor(entry => entry.Label).NotNull().WithMessage("write the label, at least in id.");
        RuleFor(entry => entry.Label!).SetValidator(new LabelValidator()).When(entry => entry.Label is not null);
        RuleFor(entry => entry.Priority).Must(priority => Spelling.Of<Priority>(priority) is not null)
            .WithMessage(entry => Spelling.Unknown<Priority>("priority", entry.Priority));
        RuleFor(entry => entry.SupportSees).Must(tier => Spelling.Of<AudienceTier>(tier) is not null)
            .WithMessage(entry => Spelling.Unknown<AudienceTier>("tier", entry.SupportSees));
        RuleFor(entry => entry.VillageHeadSees).Must(sees => Spelling.Of<VillageHeadSees>(sees) is not null)
            .WithMessage(entry => Spelling.Unknown<VillageHeadSees>("value", entry.VillageHeadSees));
        RuleFor(entry => entry.Lead).NotEmpty().WithMessage("name at least one seat that leads.");
        SeatsAreKnown();
        NobodyButCounsellorsSeesHelp();
        RuleFor(entry => entry.Lead).Must(lead => !lead.Contains(Seat.Danramil.Code))
            .WithMessage("danramil never leads; move it to support or copies.");
        RuleForEach(entry => entry.Uplifts).NotNull().WithMessage(StrictJson.NullEntry).SetValidator(entry => new UpliftValidator(Spelling.Of<Priority>(entry.Priority)));
        RuleFor(entry => entry.Signs!).SetValidator(new SignsValidator()).When(entry => entry.Signs is not null);
        RuleFor(entry => entry.Emergency!).SetValidator(new EmergencyValidator()).When(entry => entry.Emergency is not null);
        RuleFor(entry => entry.Advice!).SetValidator(new WordsValidator()).When(entry => entry.Advice is not null);
        RuleFor(entry => entry.LegalDeadlineDays).InclusiveBetween(1, 365).WithMessage("use 1 to 365 days, or remove the member.");
    }

    private void SeatsAreKnown()
    {
        RuleForEach(entry => entry.Lead).Must(Seats.Contains).WithMessage((_, seat) => UnknownSeat(seat));
        RuleForEach(entry => entry.Support).Must(Seats.Contains).WithMessage((_, seat) => UnknownSeat(seat));
        RuleForEach(entry => entry.Copies).Must(Seats.Contains).WithMessage((_, seat) => UnknownSeat(seat));
        RuleForEach(entry => entry.CountsOnly).Must(Seats.Contains).WithMessage((_, seat) => UnknownSeat(seat));
        RuleFor(entry => entry.CountsOnly)
            .Must((entry, counts) => !counts.Intersect(entry.Lead.Concat(entry.Support).Concat(entry.Copies)).Any())
            .WithMessage("a seat gets counts only and also the report; name it in one place.");
    }

    private void NobodyButCounsellorsSeesHelp() =>
        RuleFor(entry => entry.IsHelp)
            .Must((entry, _) => entry.Lead.Concat(entry.Support).Concat(entry.Copies).Concat(entry.CountsOnly).All(Counsellors.Contains))
            .When(entry => entry.IsHelp)
            .WithMessage($"a request for help goes to counsellors only; name none but {string.Join(", ", Counsellors)}.");

    private static string UnknownSeat(string seat) =>
        $"unknown seat \"{seat}\"; use one of {string.Join(", ", KnownSeats.All.Select(known => known.Code))}.";

    private sealed class SignsValidator : AbstractValidator<SignsEntry>
    {
        public SignsValidator()
        {
            RuleFor(entry => entry.Harm).NotEmpty().WithMessage("list at least one word of harm, or remove \"signs\".");
            RuleFor(entry => entry.Cause).NotEmpty().WithMessage("list at least one word of its cause, or remove \"signs\".");
            RuleForEach(entry => entry.Harm).Must(word => !string.IsNullOrWhiteSpace(word)).WithMessage("write the word, or remove the entry.");
            RuleForEach(entry => entry.Cause).Must(word => !string.IsNullOrWhiteSpace(word)).WithMessage("write the word, or remove the entry.");
        }
    }

    private sealed class UpliftValidator : AbstractValidator<UpliftEntry>
    {
        public UpliftValidator(Priority? from)
        {
            RuleFor(entry => entry.Words).NotEmpty().WithMessage("list at least one word.");
            RuleForEach(entry => entry.Words).Must(word => !string.IsNullOrWhiteSpace(word)).WithMessage("write the word, or remove the entry.");
            RuleFor(entry => entry.To).Must(to => Spelling.Of<Priority>(to) is not null)
                .WithMessage(entry => Spelling.Unknown<Priority>("priority", entry.To));
            RuleFor(entry => entry.To).Must(to => from is null || Spelling.Of<Priority>(to) is not { } target || target < from)
                .WithMessage(entry => $"{entry.To} is no more urgent than the default {from}; use a lower number.");
        }
    }

    /// <summary>Whoever reads it must learn the two numbers that answer day and night everywhere.</summary>
    private sealed class EmergencyValidator : AbstractValidator<WordsEntry>
    {
        public EmergencyValidator()
        {
            Include(new WordsValidator());
            RuleFor(words => words.Id).Must(NamesBothNumbers).WithMessage("name both 110 and 119.");
            RuleFor(words => words.Jv).Must(NamesBothNumbers).WithMessage("name both 110 and 119.");
            RuleFor(words => words.En).Must(NamesBothNumbers).WithMessage("name both 110 and 119.");
        }

        private static bool NamesBothNumbers(string? text) =>
            text is null
            || (text.Contains("110", StringComparison.Ordinal) && text.Contains("119", StringComparison.Ordinal));
    }
}
