using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kentongan.Domain;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Audit;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.SignIn;

/// <param name="Code">Shown on the page; the officer sends it to the bot.</param>
/// <param name="Nonce">For the cookie of the browser that asked.</param>
public sealed record SignInAsked(string Code, string Nonce);

/// <param name="Link">The secret of the one-time link.</param>
/// <param name="Digits">For the browser that asked; null where the bot was asked first.</param>
public sealed record SignInGranted(string Link, string? Digits);

/// <summary>
/// Signing in without a password (threat-model 5): a secret that the bot sends to a bound account works once, for five minutes, and where a
/// browser asked for it, in that browser alone.
/// </summary>
public sealed class SignIns(Randomness random, MasterKey master, AuditLog audit)
{
    /// <summary>How long a code, a link and the digits work.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromMinutes(5);

    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const int CodeLength = 6, MostAttempts = 5;

    private readonly Lazy<byte[]> _key = new(() => master.Derive("sign-in"));

    /// <summary>A browser asks.</summary>
    public SignInAsked Ask(Unit unit)
    {
        var code = string.Concat(Enumerable.Range(0, CodeLength).Select(_ => Letters[random.Below(Letters.Length)]));
        var nonce = Base64Url.EncodeToString(random.Bytes(32));
        unit.Db.SignIns.Add(new SignInRow { Id = random.Id(), AskedHash = Hash(code), NonceHash = Hash(nonce), ExpiresAt = unit.Now + Validity });
        return new SignInAsked(code, nonce);
    }

    /// <summary>A bound officer asks the bot, with the code of a browser or without.</summary>
    /// <returns>Refused where the person holds no seat, or that of a counsellor, for whom there is nothing at the desk (policy 5.7), or the code is wrong, old or used.</returns>
    public async Task<Outcome<SignInGranted>> GrantAsync(Unit unit, OfficerId officer, string? code)
    {
        if (!await unit.Db.Postings.AnyAsync(row => row.Officer == officer && row.Seat != Seat.Konselor.Code && row.From <= unit.Now && (row.To == null || row.To > unit.Now)))
        {
            return new Refusal.NotFound();
        }

        SignInRow? row;
        if (code is null)
        {
            row = new SignInRow { Id = random.Id(), ExpiresAt = unit.Now + Validity };
            unit.Db.SignIns.Add(row);
        }
        else
        {
            var asked = Hash(code.Trim().ToUpperInvariant());
            row = await unit.Db.SignIns.SingleOrDefaultAsync(one => one.AskedHash == asked && one.LinkHash == null && one.UsedAt == null && one.ExpiresAt > unit.Now);
        }

        if (row is null)
        {
            return new Refusal.Stale();
        }

        var link = Base64Url.EncodeToString(random.Bytes(32));
        var digits = code is null ? null : random.Below(1_000_000).ToString("000000", CultureInfo.InvariantCulture);
        (row.Officer, row.LinkHash, row.DigitsHash) = (officer, Hash(link), digits is null ? null : Hash($"{row.Id:N} {digits}"));
        row.ExpiresAt = unit.Now + Validity;
        return new SignInGranted(link, digits);
    }

    /// <summary>Opens a session for whoever holds the link (and the cookie, where a browser had asked).</summary>
    /// <returns>The cookie of the session.</returns>
    public async Task<Outcome<string>> FollowLinkAsync(Unit unit, string link, string? nonce, string browser, WebOptions options)
    {
        var hash = Hash(link);
        var row = await Usable(unit).SingleOrDefaultAsync(one => one.LinkHash == hash);
        return await FinishAsync(unit, row, row is not null && (row.NonceHash is null || (nonce is not null && Same(row.NonceHash, Hash(nonce)))), browser, options);
    }

    /// <summary>Opens a session in the browser that asked, for whoever types the digits that the bot sent.</summary>
    public async Task<Outcome<string>> TypeDigitsAsync(Unit unit, string digits, string? nonce, string browser, WebOptions options)
    {
        var hash = Hash(nonce ?? "");
        var row = nonce is null ? null : await Usable(unit).SingleOrDefaultAsync(one => one.NonceHash == hash);
        var typed = string.Concat(digits.Where(char.IsAsciiDigit));
        return await FinishAsync(unit, row, row?.DigitsHash is { } expected && Same(expected, Hash($"{row.Id:N} {typed}")), browser, options);
    }

    private async Task<Outcome<string>> FinishAsync(Unit unit, SignInRow? row, bool fits, string browser, WebOptions options)
    {
        if (row?.Officer is not { } officer || !fits)
        {
            if (row is not null)
            {
                row.Attempts++;
            }

            await audit.AppendAsync(unit, null, AuditedDeed.SignInRefused, "");
            return new Refusal.Stale();
        }

        row.UsedAt = unit.Now;
        var token = Base64Url.EncodeToString(random.Bytes(32));
        unit.Db.WebSessions.Add(new WebSessionRow
        {
            Id = random.Id(),
            TokenHash = Sessions.HashOf(token),
            Officer = officer,
            Browser = browser,
            StartedAt = unit.Now,
            LastSeenAt = unit.Now,
            ExpiresAt = unit.Now + options.Session,
        });
        await audit.AppendAsync(unit, officer, AuditedDeed.SignedIn, browser);
        return token;
    }

    private static IQueryable<SignInRow> Usable(Unit unit) =>
        unit.Db.SignIns.Where(row => row.UsedAt == null && row.ExpiresAt > unit.Now && row.Attempts < MostAttempts);

    private static bool Same(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);

    /// <summary>Keyed: six digits or letters could be found from a bare hash by trying them all.</summary>
    private byte[] Hash(string secret) => HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(secret));
}
