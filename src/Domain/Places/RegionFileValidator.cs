using System.Globalization;
using FluentValidation;

namespace Kentongan.Domain.Places;

/// <summary>The shape of a region file. References between its parts are checked once the shape holds.</summary>
internal sealed class RegionFileValidator : AbstractValidator<RegionFile>
{
    internal static readonly string[] TimeZones = ["Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"];

    public RegionFileValidator()
    {
        RuleFor(file => file.Code).Must(code => Codes.IsKabupaten(code))
            .WithMessage("write the ministry code of the kabupaten, such as \"33.20\".");
        RuleFor(file => file.Name).NotEmpty().WithMessage("write the name of the kabupaten.");
        RuleFor(file => file.TimeZone).Must(zone => TimeZones.Contains(zone))
            .WithMessage(file => $"unknown time zone \"{file.TimeZone}\"; use one of {string.Join(", ", TimeZones)}.");
        RuleFor(file => file.VillageHeadTitle).NotEmpty().WithMessage("write what a village head is called, such as \"petinggi\".");
        RuleFor(file => file.Kecamatan).NotEmpty().WithMessage("list at least one kecamatan.");
        RuleFor(file => file.PopulationSource).NotEmpty().When(file => file.Kecamatan.Any(kecamatan => kecamatan?.Population is not null || kecamatan?.Desa?.Any(desa => desa?.Population is not null) == true))
            .WithMessage("write who counted the inhabitants and when, such as \"BPS, 2024\".");
        RuleFor(file => file.PopulationSource).MaximumLength(80).WithMessage("use at most 80 characters.");
        RuleForEach(file => file.EmergencyNumbers).NotNull().WithMessage(StrictJson.NullEntry).SetValidator(new EmergencyNumberValidator());
        RuleForEach(file => file.ReferralBodies).NotNull().WithMessage(StrictJson.NullEntry).SetValidator(new ReferralBodyValidator());
        RuleFor(file => file.ReferralBodies)
            .Must(all => all.Select(body => body?.Code).Distinct().Count() == all.Count)
            .WithMessage("a body stands there twice; keep one.");
        RuleForEach(file => file.ReferralBodies)
            .Must((file, body) => body?.Fallback is not { } other || (other != body.Code && file.ReferralBodies.Any(one => one?.Code == other)))
            .WithMessage((_, body) => $"there is no other body \"{body.Fallback}\" to fall back to; correct or remove it.");
        RuleForEach(file => file.Kecamatan).NotNull().WithMessage(StrictJson.NullEntry).SetValidator(new KecamatanValidator());
    }

    private sealed class EmergencyNumberValidator : AbstractValidator<EmergencyNumberEntry>
    {
        public EmergencyNumberValidator()
        {
            RuleFor(entry => entry.Number).NotNull().WithMessage("write the number in plain digits.")
            .Matches("^[0-9]{3,15}$").WithMessage("write the number in plain digits.");
            RuleFor(entry => entry.Label).NotEmpty().WithMessage("write who answers.");
            RuleFor(entry => entry.From).Must((entry, from) => (from is null) == (entry.To is null))
                .WithMessage("write both from and to, or neither for day and night.");
            RuleFor(entry => entry.From).Must(IsTime).WithMessage("write the time as HH:mm.");
            RuleFor(entry => entry.To).Must(IsTime).WithMessage("write the time as HH:mm.");
        }

        private static bool IsTime(string? text) =>
            text is null || TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    private sealed class ReferralBodyValidator : AbstractValidator<ReferralBodyEntry>
    {
        public ReferralBodyValidator()
        {
            RuleFor(entry => entry.Code).NotNull().WithMessage("write the code in lower case with hyphens, such as \"bawaslu\".")
                .Matches("^[a-z0-9]+(-[a-z0-9]+)*$").WithMessage("write the code in lower case with hyphens, such as \"bawaslu\".")
                .MaximumLength(32).WithMessage("use at most 32 characters.");
            RuleFor(entry => entry.Name).NotEmpty().WithMessage("write the name of the body.").MaximumLength(40).WithMessage("use at most 40 characters.");
            RuleFor(entry => entry.From).Must((entry, from) => (from is null) == (entry.To is null)).WithMessage("write both from and to, or neither.");
            RuleFor(entry => entry.From).Must(IsDate).WithMessage("write the date as yyyy-MM-dd.");
            RuleFor(entry => entry.To).Must(IsDate).WithMessage("write the date as yyyy-MM-dd.");
            RuleFor(entry => entry.From).Null().When(entry => !entry.AdHoc).WithMessage("only a body with adHoc has dates; remove from and to.");
        }

        private static bool IsDate(string? text) =>
            text is null || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    private sealed class KecamatanValidator : AbstractValidator<KecamatanEntry>
    {
        public KecamatanValidator()
        {
            RuleFor(entry => entry.Code).Must(code => Codes.IsKecamatan(code))
                .WithMessage("write the ministry code of the kecamatan, such as \"33.20.07\".");
            RuleFor(entry => entry.Name).NotEmpty().WithMessage("write the name of the kecamatan.");
            RuleFor(entry => entry.Centre).Must(IsInIndonesia)
                .WithMessage("write latitude (-11 to 6) and longitude (95 to 141); they may be swapped.");
            RuleFor(entry => entry.Population).GreaterThan(0).WithMessage("write the number of inhabitants, or leave it out.");
            RuleFor(entry => entry.Desa).NotEmpty().WithMessage("list at least one desa.");
            RuleForEach(entry => entry.Aliases).NotEmpty().WithMessage("write the other name, or remove the entry.");
            RuleForEach(entry => entry.Desa).NotNull().WithMessage(StrictJson.NullEntry).SetValidator(new DesaValidator());
        }

        private static bool IsInIndonesia(CentreEntry? centre) =>
            centre is { Latitude: >= -11 and <= 6, Longitude: >= 95 and <= 141 };
    }

    private sealed class DesaValidator : AbstractValidator<DesaEntry>
    {
        public DesaValidator()
        {
            RuleFor(entry => entry.Code).Must(code => Codes.IsDesa(code))
                .WithMessage("write the ministry code of the desa, such as \"33.20.07.2009\".");
            RuleFor(entry => entry.Name).NotEmpty().WithMessage("write the name of the desa.");
            RuleFor(entry => entry.Kind).Must(kind => kind is "desa" or "kelurahan")
                .WithMessage(entry => $"unknown kind \"{entry.Kind}\"; use desa or kelurahan.");
            RuleFor(entry => entry.Kind).Must((entry, kind) => (entry.Code![9] == '1') == (kind == "kelurahan"))
                .When(entry => Codes.IsDesa(entry.Code) && entry.Kind is "desa" or "kelurahan")
                .WithMessage("kind and code disagree; a last block 1xxx is a kelurahan, 2xxx a desa.");
            RuleFor(entry => entry.Population).GreaterThan(0).WithMessage("write the number of inhabitants, or leave it out.");
            RuleForEach(entry => entry.Aliases).NotEmpty().WithMessage("write the other name, or remove the entry.");
        }
    }
}
