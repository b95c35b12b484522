using System.Text;
using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Retention;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kentongan.Triage.Tests.Retention;

/// <summary>A case with everything that people can write into one.</summary>
internal sealed record Case(ReportId Report, Receipt Receipt, EvidenceRef Evidence, long Card);

/// <summary>One running process of the product on an <see cref="Installation"/>.</summary>
internal sealed class Process(ServiceProvider services) : IAsyncDisposable
{
    public const string Story = "canary-story oplosan di warung", Addition = "canary-addition", Reason = "canary-reason", File = "canary-file";

    private static readonly OfficerId Coordinator = new(Guid.Parse("11111111-1111-4111-8111-111111111111"));

    private int _cases;

    public IServiceProvider Services => services;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<T> CommitAsync<T>(Func<Unit, Task<T>> unit) => Get<Committer>().CommitAsync(unit, CancellationToken.None);

    public Task CommitAsync(Func<Unit, Task> unit) => Get<Committer>().CommitAsync(unit, CancellationToken.None);

    public async Task<T> ReadAsync<T>(Func<TriageDb, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<TriageDb>>().CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>A report with story, evidence and a message, on the desk of a coordinator.</summary>
    public async Task<Case> FileAsync()
    {
        var evidence = await Get<EvidenceStore>().KeepAsync(
            new CleaningResult.Cleaned(EvidenceKind.Photo, "image/jpeg", "jpg", Encoding.UTF8.GetBytes(File)), CancellationToken.None);
        var filing = new Filing("miras.penjualan", Happening.Often, AccusedOffice.None, new Place(new KecamatanCode("33.20.01"), null), null, [Story], [evidence]);
        var receipt = await CommitAsync(unit => Get<FileReport>().HandleAsync(unit, filing));
        var hash = receipt.Hash;
        var id = await ReadAsync(db => db.Reports.Where(report => report.ReceiptHash == hash).Select(report => report.Id).SingleAsync());
        var card = Interlocked.Increment(ref _cases) + BitConverter.ToInt64(id.Value.ToByteArray());
        await CommitAsync(async unit =>
        {
            var report = await CaseWork.FindAsync(unit, id);
            await Get<CaseWork>().KeepAsync(unit, report!, report!.Screen("no-place", unit.Now));
            if (!await unit.Db.Officers.AnyAsync(officer => officer.Id == Coordinator))
            {
                unit.Db.Officers.Add(new OfficerRow { Id = Coordinator, Name = "Koordinator", Chat = 1 });
            }

            unit.Db.Cards.Add(new CardRow
            {
                Id = card,
                Report = id,
                Officer = Coordinator,
                Seat = "koordinator",
                Part = Part.Screener,
                Tier = AudienceTier.Full,
                CreatedAt = unit.Now,
                OfferedAt = unit.Now,
            });
        });
        Assert.True(await CommitAsync(unit => Get<FollowUp>().AddAsync(unit, id, Addition, [])));
        return new Case(id, receipt, evidence, card);
    }

    public async Task<Case> FileAndCloseAsync()
    {
        var filed = await FileAsync();
        Assert.IsType<Outcome<ReportFact>.Done>(await CommitAsync(async unit =>
        {
            var by = await OfficerCase.FindAsync(unit, filed.Card, Coordinator);
            return await Get<ScreenReport>().DismissAsync(unit, by!, ReportOutcome.Unfounded, Reason);
        }));
        return filed;
    }

    public Task<int> ShredAsync() => Get<ShredEvidence>().RunAsync(CancellationToken.None);

    public Task<ReporterView?> FollowAsync(Case one) => CommitAsync(unit => Get<FollowUp>().ReadAsync(unit, one.Receipt));

    public Task<CardView?> CardAsync(Case one) => ReadAsync(db => Get<CardQueries>().ReadAsync(db, one.Card, CancellationToken.None));

    /// <summary>As the keys give it back: a card shows nothing of a closed case anyway.</summary>
    public Task<string?> StoryAsync(Case one) => ReadAsync(async db =>
        await Get<ReportVault>().ReadContentAsync(db, one.Report, CancellationToken.None) is { } content ? string.Join('\n', content.Story) : null);

    public Task<byte[]?> EvidenceAsync(Case one) => Get<EvidenceStore>().ReadAsync(one.Evidence, CancellationToken.None);

    /// <summary>How much of a case is left: contents, messages, texts of facts, pieces of evidence; then its facts.</summary>
    public Task<(int Contents, int Messages, int Texts, int Evidence, int Facts)> LeftAsync(Case one) => ReadAsync(async db => (
        await db.Contents.CountAsync(row => row.Report == one.Report),
        await db.Messages.CountAsync(row => row.Report == one.Report),
        await db.Facts.CountAsync(fact => fact.Report == one.Report && fact.SealedText != null),
        await db.Evidence.CountAsync(row => row.Report == one.Report),
        await db.Facts.CountAsync(fact => fact.Report == one.Report)));

    /// <summary>The sealed content as it lies in the store.</summary>
    public Task<byte[]?> SealedAsync(Case one) =>
        ReadAsync(db => db.Contents.Where(row => row.Report == one.Report).Select(row => row.Sealed).SingleOrDefaultAsync());

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
