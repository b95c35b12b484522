using System.Collections.Concurrent;
using System.Diagnostics;
using Kentongan.Bench.Telegram;

namespace Kentongan.Bench.Residents;

/// <summary>Residents who each give one report, one step after the other; whoever is done makes room for a new person.</summary>
internal sealed class Crowd
{
    private const long FirstResident = 10_000_000, FirstOfficer = 900_000_000;

    private readonly LeanTelegram _telegram;
    private readonly IReadOnlyList<string> _kecamatan;
    private readonly ConcurrentDictionary<long, Resident> _residents = new();
    private readonly ConcurrentDictionary<int, long> _sentAt = new();
    private readonly ConcurrentDictionary<long, ConcurrentDictionary<int, bool>> _cards = new();
    private readonly Lock _gate = new();
    private readonly List<Resident> _ready = [];
    private readonly Random _random = new(1);
    private int _people;
    private int _receipts;
    private int _strange;

    public Crowd(LeanTelegram telegram, IReadOnlyList<string> kecamatan)
    {
        (_telegram, _kecamatan) = (telegram, kecamatan);
        telegram.Said = Hear;
    }

    public Latencies Replies { get; } = new();

    /// <summary>From the tap on <c>Kirim</c> to the card in the chat of an officer, for every card.</summary>
    public Latencies Cards { get; } = new();

    public int Receipts => Volatile.Read(ref _receipts);

    /// <summary>Messages that the script did not expect.</summary>
    public int Strange => Volatile.Read(ref _strange);

    /// <summary>True: a resident goes on as soon as the answer is there. False: when <see cref="TryGoOn"/> says so.</summary>
    public bool ClosedLoop { get; set; } = true;

    /// <summary>No new people: those who have begun finish.</summary>
    public bool Closing { get; set; }

    /// <summary>True: who has come to <c>Kirim</c> waits there until <see cref="SendAll"/>.</summary>
    public bool WaitBeforeSending { get; set; }

    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _ready.Count;
            }
        }
    }

    public int Running => _residents.Count;

    public static long OfficerChat(int seat) => FirstOfficer + seat;

    public void Start(int people)
    {
        for (var i = 0; i < people; i++)
        {
            Begin();
        }
    }

    public void Begin()
    {
        var number = Interlocked.Increment(ref _people);
        var resident = new Resident(FirstResident + number, number, _kecamatan[number % _kecamatan.Count]);
        _residents[resident.Chat] = resident;
        Next(resident);
    }

    /// <summary>One more update of somebody who waits, anybody: by turns, all would come to <c>Kirim</c> in the same second.</summary>
    public bool TryGoOn()
    {
        Resident resident;
        lock (_gate)
        {
            if (_ready.Count == 0)
            {
                return false;
            }

            var at = _random.Next(_ready.Count);
            resident = _ready[at];
            _ready[at] = _ready[^1];
            _ready.RemoveAt(_ready.Count - 1);
        }

        Act(resident);
        return true;
    }

    public void SendAll()
    {
        WaitBeforeSending = false;
        while (TryGoOn())
        {
        }
    }

    /// <summary>For each kecamatan and seat: how many different reports have come as a card.</summary>
    public int CardsAt(int seat) => _cards.TryGetValue(OfficerChat(seat), out var cards) ? cards.Count : 0;

    public int CardsInAll => _cards.Values.Sum(cards => cards.Count);

    /// <summary>Receipts without a card at one of the three seats of their kecamatan.</summary>
    /// <param name="seatsOf">The places of the seats of a kecamatan.</param>
    public int Lost(Func<string, IEnumerable<int>> seatsOf) => _sentAt.Keys.Count(report =>
        seatsOf(_kecamatan[report % _kecamatan.Count])
            .Any(seat => !_cards.TryGetValue(OfficerChat(seat), out var cards) || !cards.ContainsKey(report)));

    private void Next(Resident resident)
    {
        if (ClosedLoop && !(WaitBeforeSending && resident.Step == Script.Steps - 1))
        {
            Act(resident);
        }
        else
        {
            lock (_gate)
            {
                _ready.Add(resident);
            }
        }
    }

    private void Act(Resident resident)
    {
        resident.AskedAt = Stopwatch.GetTimestamp();
        if (resident.Step == Script.Steps - 1)
        {
            _sentAt[resident.Report] = resident.AskedAt;
        }

        _telegram.Updates.Add(Script.Update(resident.Step, resident.Chat, resident.Message, resident.Kecamatan, resident.Report));
    }

    private void Hear(long chat, int message, ReadOnlySpan<byte> body)
    {
        if (chat >= FirstOfficer)
        {
            HearOfficer(chat, body);
            return;
        }

        if (!_residents.TryGetValue(chat, out var resident) || body.IndexOf(Script.AnswerTo(resident.Step)) < 0)
        {
            Interlocked.Increment(ref _strange);
            return;
        }

        Replies.Add(resident.AskedAt);
        resident.Message = message;
        if (++resident.Step < Script.Steps)
        {
            Next(resident);
            return;
        }

        Interlocked.Increment(ref _receipts);
        _residents.TryRemove(chat, out _);
        if (!Closing)
        {
            Begin();
        }
    }

    private void HearOfficer(long chat, ReadOnlySpan<byte> body)
    {
        if (!int.TryParse(BotCall.After(body, "Kode uji "u8)?.Split('.')[0], out var report) || !_sentAt.TryGetValue(report, out var sent))
        {
            return; // the greeting of a new officer, a reminder
        }

        if (_cards.GetOrAdd(chat, _ => new()).TryAdd(report, true))
        {
            Cards.Add(sent);
        }
    }

    private sealed class Resident(long chat, int report, string kecamatan)
    {
        public long Chat { get; } = chat;

        public int Report { get; } = report;

        public string Kecamatan { get; } = kecamatan;

        public int Step { get; set; }

        public int Message { get; set; }

        public long AskedAt { get; set; }
    }
}
