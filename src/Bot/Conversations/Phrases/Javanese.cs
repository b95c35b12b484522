using Kentongan.Domain.Programmes;
using static Kentongan.Bot.Conversations.Phrases.Html;

namespace Kentongan.Bot.Conversations.Phrases;

/// <summary>Basa Jawa as people of the north coast write to somebody they do not know: madya, plain. Danger is spoken of in ngoko.</summary>
internal sealed partial class Javanese : Phrasebook
{
    public static readonly Javanese Book = new();

    public override Language Language => Language.Javanese;

    protected override string PresentDanger => """
        <b>Ana bebaya saiki?</b> Ngadoha dhisik, terus telpon <b>110</b> (polisi) utawa <b>119</b> (ambulans).
        Iki dudu layanan darurat. Laporane isa diterusake yen panjenengan wis slamet; yen ana korban, tulisen wong pira.
        """;

    protected override string Sentence(BotText text) => text switch
    {
        BotText.Greeting greeting => $"""
            <b>Kentongan {Escape(greeting.Kabupaten)}</b>: panggenan lapor miras, narkoba, gangguan pemilu, utawi padu warga, tanpa asma.
            Asma lan nomer panjenengan mboten kita simpen, petugas mboten saged ningali. Telegram tetep ngertos nomere; mangga pirsani Privasi.
            Wonten bebaya? Telpon <b>110</b> (polisi) utawi <b>119</b> (ambulans) sakniki.
            """,
        BotText.Privacy => """
            <b>Sing kita jagi</b>
            • Asma, nomer, lan akun panjenengan mboten kita simpen. Petugas, koordinator, lan sing ngurusi mesin niki mboten saged ningali. Menawi nyuwun dikabari, alamat chat disimpen nganggo sandhi, terus dibusak.
            • Foto lan berkas diresiki riyin saking data sing ndhelik, nembe disimpen.
            • Petugas maca isine laporan tanpa ngertos saking sinten. Kejawi petugas, namung sing nyekel kode sing saged mbikak.
            • Bot niki mboten nate takon asma, nomer, utawi arta. Menawi wonten sing takon wonten mriki, mboten perlu diwangsuli.

            <b>Sing mboten saged kita janjekake</b>
            • Telegram ngertos nomer lan alamat internet panjenengan, lan saged dijaluki katrangan miturut hukum.
            • Sinten mawon sing nyekel HP panjenengan saged maca obrolan niki. Busaken menawi perlu.
            • Menawi critane namung dingertosi tiyang sekedhik, sing lapor saged dibedhek. Ampun nulis asma utawi alamat panjenengan piyambak.
            """,
        BotText.AskLanguage => "Badhe ngangge basa napa?",
        BotText.LanguageChosen => "Nggih, kita ngangge basa Jawa.",
        BotText.Cancelled { Draft: true } => "Mboten siyos. Isian wau sampun dibusak.",
        BotText.Cancelled => "Nggih, mboten siyos.",
        BotText.NothingRunning => "Mboten wonten sing perlu dibatalake.",
        BotText.StillWriting => "Laporan panjenengan wau dereng dikirim, mangga diterusake. Badhe mbaleni saking awal? Ketik /batal.",
        BotText.AskCategory { HasStory: true } => "Matur nuwun, sampun kita cathet.\n\n<b>Niki bab napa?</b>",
        BotText.AskCategory => "<b>Badhe lapor bab napa?</b>",
        BotText.AskSubcategory(var category) => $"{In(category)}.\n\n<b>Sing paling cocog sing pundi?</b>",
        BotText.AskPlace { Drunk: true } => "<b>Ngombene wonten pundi?</b>\nPilih kecamatan, utawi ketik jenenge desa. Saged ugi kirim titik panggenane: 📎, terus Lokasi.",
        BotText.AskSupply => "<b>Tumbase utawi asale saking pundi?</b>\nYen sumbere dingertosi, tiyang sanes saged dislametake. Mboten ngertos nggih mboten napa-napa.",
        BotText.OneReportADay => "Dinten niki laporan panjenengan sampun kita tampi setunggal. Sanese saged dikirim benjing. Yen darurat, telpon <b>110</b> (polisi) utawi <b>119</b> (ambulans) sakniki; laporan darurat wonten mriki tetep kita tampi.",
        BotText.AskPlace => "<b>Kedadosane wonten pundi?</b>\nPilih kecamatan, utawi ketik jenenge desa. Saged ugi kirim titik panggenane: 📎, terus Lokasi.",
        BotText.WhichPlace(var typed) => $"“{Quote(typed)}” niku sing pundi?",
        BotText.PlaceUnknown(var typed) => $"Kita dereng kenal panggenan “{Quote(typed)}”. Mangga dipilih kecamatane.",
        BotText.OutsideKabupaten(var kabupaten) => $"Titik niku sanjabane Kabupaten {Escape(kabupaten)}. Kita namung nglayani wilayah niki.",
        BotText.PinTaken(var kecamatan) => $"Titike sampun dicathet: Kecamatan {Escape(kecamatan)}.",
        BotText.PinElsewhere(var kecamatan) =>
            $"Titik niku wonten Kecamatan {Escape(kecamatan)}, benten kalih pilihan panjenengan wau, dados mboten kita angge. Menawi leres ing mriku, pencet Owahi sakderenge ngirim.",
        BotText.AskDesa(var kecamatan) => $"Kecamatan {Escape(kecamatan)}.\n\n<b>Desa utawi kelurahan pundi?</b>",
        BotText.AskWhen => "<b>Kedadosane kapan?</b>",
        BotText.AskStory(0, 0) => """
            <b>Critakake napa sing panjenengan ngertosi.</b>
            Sinten, napa, sisih pundi, jam pinten. Saged ping pinten-pinten pesen: tulisan, foto, video, utawi berkas.
            Ampun nulis asma utawi alamat panjenengan piyambak.
            """,
        BotText.AskStory(var texts, var files) => $"<b>Wonten sing badhe ditambahi?</b>\nSampun dicathet: {Counted(texts, files)}. Saged tulisan, foto, video, utawi berkas.",
        BotText.StoryTaken(var texts, var files) => $"Sampun dicathet: {Counted(texts, files)}.\nTaksih wonten? Kirim mawon. Menawi cekap, pencet Terus.",
        BotText.StoryNoted(var texts, var files) => $"Critane sampun dicathet: {Counted(texts, files)}.",
        BotText.StoryFull => "Critane sampun panjang sanget, dados pesen pungkasan mboten mlebet. Sing sakderenge aman.",
        BotText.FilesFull(var most) => $"Paling kathah {most} berkas. Sing pungkasan mboten mlebet, sing sakderenge aman.",
        BotText.FileNotNow => "Berkas niku dereng kita tampi. Pencet Lapor riyin, utawi bikak laporan panjenengan terus pencet Tambah katrangan.",
        BotText.VoiceWarning => """
            <b>Swanten saged ditengeri tiyang.</b> Pesen swanten wau dereng kita tampi.
            Luwih aman ditulis. Menawi tetep kersa ngangge swanten, pencet tombol niki terus kirim malih.
            """,
        BotText.VoiceWelcome => "Nggih, pesen swanten sakniki saged dikirim.",
        BotText.AskOfficial { ByNature: true } => "<b>Petugas utawi pejabat saking pundi?</b>\nKantore mboten bakal ningali laporan niki.",
        BotText.AskOfficial => "<b>Napa niki wonten gandhengane kalih petugas utawi pejabat? Saking pundi?</b>\nMenawi wonten, kantore mboten bakal ningali laporan niki.",
        BotText.AskBlanking(var found, var more) => $"""
            <b>Tulisan niki saged nedahake panjenengan sinten:</b>
            {Shown(found, more == 0 ? null : $"Taksih wonten {more} malih, kita takeni sakwise niki.")}

            Badhe disamarke dados ▇▇▇? Menawi niku nomer utawi jeneng tiyang sing dilaporke, kersane mawon.
            """,
        BotText.AskUnsent(var found, var more) => $"""
            <b>Dereng dikirim.</b> Tulisan niki saged nedahake panjenengan sinten:
            {Shown(found, more == 0 ? null : $"Taksih wonten {more} malih.")}

            Badhe disamarke riyin dados ▇▇▇?
            """,
        BotText.UnsentDropped => "Tulisan panjenengan wau mboten siyos dikirim.",
        BotText.AskRegime => "<b>Niki pemilihan sing pundi?</b>",
        BotText.AskChange => "<b>Badhe ngowahi sing pundi?</b>\nWangsulan liyane tetep disimpen.",
        BotText.NewsOn => "Nggih, mangke kula kabari wonten chat niki. Alamat chat disimpen nganggo sandhi, namung kangge laporan niki, lan dibusak seminggu sakbare rampung, paling dangu setengah taun. Badhe dibusak langkung enggal? Ketik /hapus.",
        BotText.NewsOff => "Nggih, mboten kula kabari malih. Alamat chat sampun dibusak.",
        BotText.ThereIsNews => "Wonten kabar enggal kangge panjenengan.",
        BotText.AskErasure(var codes) => $"""
            <b>Tilas wonten chat niki badhe dibusak?</b>
            Sing kula busak: isian lan berkas sing dereng dikirim, alamat chat, obrolan pitulungan sing nyambung, lan pesen wonten mriki sing taksih saged dibusak, <b>pesen sing isi kode nggih tumut</b>.
            Laporan sing sampun dikirim tetep wonten, tanpa jeneng. Sakbare niki namung kode sing sampun panjenengan cathet sing saged mbikak. Menawi ical, mboten saged kula ijoli.

            {(codes.Count == 0 ? "<b>Kodene sampun dicathet?</b> Kula mboten nyimpen. Padosi pesen kodene wonten nginggil, dithuthuk kangge nyalin, terus simpen ing panggenan sing aman." : $"<b>Dicathet riyin</b> (dithuthuk kangge nyalin):\n{CodesOf(codes)}\nKode laporan liyane, menawi wonten, mboten kula simpen: padosi pesene wonten nginggil.")}

            Badhe njabut laporan? Ditindakake riyin: tempel kodene mriki, terus pencet {LabelOf(Button.Withdraw)}.
            """,
        BotText.TracesErased { Far: Erasure.All } => """
            <b>Tilas panjenengan wonten mriki sampun kula busak:</b> isian, berkas sing dereng dikirim, alamat chat, lan pesen sing taksih saged dibusak.
            Obrolan pitulungan sing nyambung kalih chat niki ugi dibusak; liyane dibusak ngangge kodene.
            Laporan sing sampun dikirim tetep wonten, tanpa jeneng. Menawi kodene panjenengan cathet, tempel mriki: saged dipirsani utawi dicabut.
            Pesen lawas busak piyambak: bukak menu chat niki, pilih Hapus riwayat. Telegram taksih saged nyimpen cathetane piyambak.
            """,
        BotText.TracesErased { Far: Erasure.Going } => """
            <b>Tilas panjenengan saweg kula busak.</b> Isian, berkas sing dereng dikirim, lan alamat chat sampun ical. Pesen wonten mriki nyusul, saking sing paling enggal; limrahe setunggal kalih menit, terus seratan niki gantos.
            <b>Mboten saged nengga?</b> Dibusak piyambak sakniki: bukak menu chat niki, pilih Hapus riwayat. Pesen sing langkung saking kalih dinten nggih tumut dibusak.
            Laporan sing sampun dikirim tetep wonten, tanpa jeneng. Menawi kodene panjenengan cathet, tempel mriki: saged dipirsani utawi dicabut.
            """,
        BotText.TracesErased { Far: Erasure.Swept } => """
            <b>Tilas panjenengan wonten mriki sampun kula busak:</b> isian, berkas sing dereng dikirim, alamat chat, lan pesen sing taksih saged dibusak.
            Obrolan pitulungan sing nyambung kalih chat niki ugi dibusak; liyane dibusak ngangge kodene.
            Laporan sing sampun dikirim tetep wonten, tanpa jeneng. Menawi kodene panjenengan cathet, tempel mriki: saged dipirsani utawi dicabut.
            <b>Taksih wonten pesen nginggil?</b> Niku sampun kedangon kangge kula. Dibusak piyambak: bukak menu chat niki, pilih Hapus riwayat. Telegram taksih saged nyimpen cathetane piyambak.
            """,
        BotText.TracesErased => """
            <b>Tilas panjenengan sampun kula busak:</b> isian, berkas sing dereng dikirim, alamat chat, lan pesen sing taksih kula tepangi.
            <b>Nyuwun tulung riwayat chat niki dibusak piyambak:</b> bukak menu chat niki, pilih Hapus riwayat. Bot niki dereng dangu diwiwiti malih, dados pesen kula sakderenge mboten kula tepangi malih. Pesen isi kode mbok menawi taksih wonten nginggil.
            Obrolan pitulungan sing nyambung kalih chat niki ugi dibusak; liyane dibusak ngangge kodene.
            Laporan sing sampun dikirim tetep wonten, tanpa jeneng. Menawi kodene panjenengan cathet, tempel mriki: saged dipirsani utawi dicabut.
            Telegram taksih saged nyimpen cathetane piyambak.
            """,
        BotText.AskReceipt => "Ketik utawi tempel <b>kode laporan</b> panjenengan: wolung tembung sing kita paringake wekdal niku.",
        BotText.ReceiptUnknown => "Kode niku mboten kita temokake. Priksani malih wolung tembunge, urutane kedah sami, terus kirim malih.",
        BotText.TooManyGuesses => "Sampun kathah kode ingkang klentu saking mriki. Mangga ngentosi sejam, lajeng dicobi malih. Laporan panjenengan aman.",
        BotText.AskAddition { Answering: true } => "Mangga ditulis wangsulane. Saged ugi foto utawi berkas. Petugas tetep mboten ngertos panjenengan sinten.",
        BotText.AskAddition => "Mangga kirim tambahane: tulisan, foto, utawi berkas.",
        BotText.AdditionTaken => "Matur nuwun, sampun kita aturake. Taksih wonten? Kirim mawon. Menawi cekap, pencet Terus.",
        BotText.AskObjection => "Napa sing dereng beres? Ditulis cekak mawon.",
        BotText.ObjectionTaken => "Matur nuwun. Laporan panjenengan kita bikak malih, petugas sampun dikabari.",
        BotText.ObjectionRefused => "Laporan niki mboten saged dibikak malih. Menawi taksih kedadosan, mangga ngirim laporan enggal.",
        BotText.AskWithdrawal => "<b>Laporan niki dicabut?</b>\nMenawi sampun dicabut, petugas leren anggene nangani. Isine taksih kita simpen nganggo sandhi ngantos wekdale telas.",
        BotText.Withdrawn => "Laporan sampun dicabut. Matur nuwun sampun ngabari.",
        BotText.WithdrawalRefused => "Laporan niki mboten saged dicabut: kahanan darurat tetep ditangani, utawi laporane sampun rampung.",
        BotText.ThanksForConfirming => "Matur nuwun, sampun kita cathet.",
        BotText.ContactRefused => "Kontak mboten kita simpen, supados mboten wonten sing saged ditengeri. Katrangane ditulis mawon.",
        BotText.EditNotRead => "Pesen sing diowahi mboten kita waca. Leresane kirim dados pesen enggal.",
        BotText.NotUnderstood => "Nyuwun pangapunten, sing niku mboten saged kita waca. Ditulis mawon, utawi ngangge tombol.",
        BotText.ButtonIsOld => "Tombol niku sampun kliwat.",
        BotText.OnlyPrivateChats => "Supados aman, bot niki namung nglayani obrolan pribadi, dados medal saking grup niki. Mangga chat langsung.",
        BotText.InvitationInvalid => "Ulem niku sampun mboten lumampah. Mangga nyuwun ulem enggal dhateng koordinator.",
        _ => VictimSentence(text) ?? HelpSentence(text),
    };

    protected override string ReviewOf(BotText.Review review) => $"""
        <b>Mangga dipriksani riyin:</b>
        • Bab: {In(review.Kind)}
        • Panggenan: {PlaceOf(review) ?? "mboten disebut"}{Supply("Asale omben: ", review)}
        • Wekdal: {WhenOf(review.Happening)}
        • Petugas sing kegandheng: {OfficeOf(review.Accused, Escape(review.VillageHead))}
        • Berkas: {(review.Files == 0 ? "mboten wonten" : review.Files)}

        {StoryOf(review, "Tanpa crita.")}
        """;

    protected override string ReceiptOf(BotText.ReceiptGiven given) => $"""
        <b>Matur nuwun. Laporan panjenengan sampun kita tampi.</b>

        Kode laporan panjenengan (dithuthuk kangge nyalin, terus simpen ing panggenan sing aman):
        <code>{Escape(given.ReceiptWords)}</code>

        Namung ngangge kode niki panjenengan saged mbikak laporane malih. Menawi ical, mboten saged kita ijoli.

        Kita mboten nyimpen sinten panjenengan, dados mboten saged ngabari. Kersa dikabari wonten chat niki? Pencet Kabari kula.{Paragraph(given.Advice is { } advice ? In(advice) : null)}{Paragraph(given.LegalDeadlineDays is { } days ? FormalReport(days, given.Regime) : null)}
        """;

    private static string Counted(int texts, int files) => (texts, files) switch
    {
        (_, 0) => $"{texts} pesen",
        (0, _) => $"{files} berkas",
        _ => $"{texts} pesen kalih {files} berkas",
    };
}
