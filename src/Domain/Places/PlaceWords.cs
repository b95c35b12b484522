namespace Kentongan.Domain.Places;

/// <summary>The words around a place name, in Indonesian, Javanese and the chat spellings of both, that tell what the place is.</summary>
internal static class PlaceWords
{
    public static readonly HashSet<string> DesaMarkers =
        ["desa", "ds", "dsa", "kel", "kelurahan", "petinggi", "kades", "lurah", "carik", "pemdes", "petinggine", "kadese", "balaidesa"];

    public static readonly HashSet<string> KecamatanMarkers =
        ["kecamatan", "kec", "kc", "kcmtn", "kcmtan", "camat", "polsek", "kapolsek", "koramil", "danramil", "forkopimcam", "panwascam"];

    public static readonly HashSet<string> DukuhMarkers = ["dukuh", "dk", "dkh", "dusun", "dsn", "dukoh"];

    public static readonly HashSet<string> KabupatenMarkers = ["kabupaten", "kab", "kota", "kutha"];

    public static readonly HashSet<string> Here =
    [
        "di", "nang", "neng", "ning", "nek", "ndek", "ing", "teng", "wonten", "ten", "ndik", "d", "tps", "sekitar", "seputar", "daerah",
        "dearah", "wilayah", "area", "kawasan", "lokasi", "lokasine", "lokasinya", "dekat", "deket", "dkt", "cedhak", "cedak", "cerak",
        "pantai", "pasar", "pulau", "muara", "pelabuhan", "dermaga", "pertigaan", "perempatan", "prapatan", "protelon", "jembatan",
        "terminal", "lapangan", "balai", "embung", "tambak", "sawah", "makam", "masjid", "musala", "mushola", "sd", "smp", "sma", "smk",
        "mts", "ma", "pos", "ronda", "jalan", "jl", "jln", "raya", "gang", "kampung", "kampong", "lingkungan", "tpi", "babinsa",
        "bhabinkamtibmas", "bhabin", "bpd", "perangkat", "linmas", "ngarep", "mburi", "buri", "depan", "belakang", "samping", "pinggir",
    ];

    public static readonly HashSet<string> Residents =
    [
        "warga", "wong", "orang", "org", "tiyang", "pemuda", "cah", "bocah", "lare", "arek", "penduduk", "nelayan", "petani", "ibu", "bapak",
        "tinggal", "rumah", "rumahku", "omah", "omahe", "omahku", "griyo", "griya", "alamat", "rumahnya", "rumahe", "keluarga", "karang",
        "taruna", "ngomah", "domisili", "wargane", "warganya", "wonge",
    ];

    public static readonly HashSet<string> Origins =
    [
        "dari", "dr", "asal", "asale", "asalnya", "saka", "seka", "soko", "seko", "saking", "teko", "teka", "kiriman", "pasokan", "dipasok",
    ];

    public static readonly HashSet<string> Directions = ["ke", "arah", "menyang", "menuju", "tekan", "nuju", "mring", "dateng", "marang", "jurusan"];

    public static readonly HashSet<string> Sending = ["dikirim", "kirim", "ngirim", "mengirim", "diantar", "dikirimkan", "dipasok", "dijual", "dibawa"];

    public static readonly HashSet<string> Treatment = ["puskesmas", "rs", "rsud", "rsu", "igd", "ugd", "klinik", "sakit"];

    public static readonly HashSet<string> Negations = ["bukan", "bkn", "dudu", "sanes", "beda", "bukane", "seje", "bukannya", "dede"];

    public static readonly HashSet<string> Contrasts = ["tapi", "tp", "tetapi", "melainkan", "nanging", "ning", "namun", "neng"];

    public static readonly HashSet<string> Borders = ["perbatasan", "perbatesan", "wates", "watesan", "batas", "antara", "antarane", "antarae", "tapal"];

    public static readonly HashSet<string> Links = ["dan", "atau", "karo", "kalih", "lan", "sama", "utawa", "maupun", "dengan", "vs", "lawan", "mbek", "ambek", "kaliyan"];

    public static readonly HashSet<string> Victims = ["korban", "korbane", "korbannya", "pasien", "jenazah", "peminum", "remaja", "pelajar", "santri"];

    public static readonly HashSet<string> Goods =
    [
        "miras", "ciu", "arak", "oplosan", "gingseng", "gengseng", "tuak", "sabu", "pil", "ganja", "sinte", "narkoba", "barang", "barange",
        "barangnya", "kiriman", "dikirim", "dipasok", "pasokan", "disuplai", "suplai", "supplier", "pemasok", "pemasoke", "stok", "botol",
        "minuman", "minumannya", "ombene", "ombenane", "beli", "belinya", "tuku", "tukune", "kulakan", "kulakane", "ngambil", "ambil",
        "njupuk", "bandar", "bandare", "bandarnya", "kurir", "kurire", "obat", "tramadol", "bir", "didatangkan",
    ];

    public static readonly HashSet<string> Buying =
        ["beli", "belinya", "tuku", "tukune", "kulakan", "kulakane", "ngambil", "njupuk", "dibeli", "membeli", "diproduksi", "digawe", "dibuat"];

    /// <summary>Words that may stand between a place name and the word that tells its role.</summary>
    public static readonly HashSet<string> Between =
    [
        .. DesaMarkers, .. DukuhMarkers, "kecamatan", "kec", "kc", "kcmtn", "kabupaten", "kab", "kota", "daerah", "wilayah", "kampung", "yang",
        "sing", "sana", "kono", "kana", "mriko", "ya", "yo", "itu", "kae", "pak", "bu", "area", "kawasan", "sekitar", "pantai", "pasar", "pulau",
        "masuk", "melu", "ikut",
    ];

    /// <summary>Words that may stand between a desa and its kecamatan.</summary>
    public static readonly HashSet<string> Joining =
    [
        "kecamatan", "kec", "kc", "kcmtn", "kcmtan", "wilayah", "daerah", "desa", "ds", "dsa", "kel", "kelurahan", "kabupaten", "kab", "dukuh",
        "dk", "dkh", "dusun", "dsn", "masuk", "ikut", "melu", "yang", "sing", "itu", "di", "nang", "neng", "ing", "ya", "kae",
    ];

    /// <summary>Frequent words that a slip or a sound would turn into a name of some kabupaten.</summary>
    public static readonly HashSet<string> Ordinary =
    [
        "selagi", "kelas", "sekali", "selalu", "terus", "teros", "bulan", "sering", "kemarin", "jalan", "warung", "malam", "minum", "orang",
        "rumah", "sekolah", "depan", "belakang", "tetangga", "petugas", "polisi", "tolong", "mohon", "banyak", "anak", "bapak", "tempat",
        "tempur", "temper", "kantor", "dalam", "daerah", "karena", "dengan", "sendang", "sedang", "senang", "tanjong", "tunjang", "gudang",
        "kandang", "pinggir", "samping", "seberang", "tengah", "tenggara", "tengger", "tanggal", "tinggal", "kebun", "kembali", "kampung",
        "kampong", "lapangan", "keluarga", "kelurahan", "kecamatan", "kabupaten", "petinggi", "perangkat", "pemuda", "sungai", "pantai",
        "parkir", "pelang", "pulang", "palang", "gelang", "kaleng", "keliling", "kuliner", "bandar", "gendeng", "geding", "gedung", "gunung",
        "bungkus", "bangsat", "bangsa", "barang", "perang", "terang", "karang", "kurang", "sarang", "larang", "lorong", "dorong", "tulang",
        "ulang", "hilang", "bilang", "senin", "selasa", "jumat", "sabtu", "minggu", "mancing", "pancing", "rokok", "bakar", "bakul", "kepala",
        "kedai", "kalian", "kulian", "troso", "terasa", "krasa", "kerasa", "keras", "keroso", "kerja", "kerjo", "kresek", "krasan", "datang",
        "ngebul", "ngasih", "ngasi", "langsung", "lagi", "pasar", "musala", "masjid", "mushola", "warga", "wargo", "bantuan", "bantu",
        "sampai", "sampek", "semua", "semut", "sumur", "subuh", "sambil", "sembako", "sembilan", "sepuluh", "seluruh", "sekitar", "mending",
        "mayang", "payung", "bengkel", "balapan", "balai", "bakaran", "makanan", "minuman", "jualan", "jagong", "jagung", "tukang", "pertigaan",
        "perempatan", "jembatan", "terminal", "pelabuhan", "dermaga", "muara", "kontrakan", "kios", "toko", "kafe", "karaoke", "kelompok",
        "pondok", "pondokan", "pengajian", "pengurus", "pengedar", "penjual", "pembeli", "penonton", "tanduran", "tandur", "tanggung",
        "tunggu", "tunggal", "tungguan", "manggung", "mangga", "mungkin", "mengku", "mangan", "dangan", "mangkal", "tahanan", "tuhan", "tahun",
        "pendam", "pendek", "pandan", "ponten", "tanpa", "tanah", "tandus", "bandung", "banding", "bendung", "benteng", "banteng", "gandeng",
    ];

    public static bool IsMarker(string word) =>
        Here.Contains(word) || Residents.Contains(word) || Origins.Contains(word) || Directions.Contains(word)
        || KabupatenMarkers.Contains(word) || Borders.Contains(word);

    public static bool IsGrammar(string word) => Between.Contains(word) || Links.Contains(word) || KecamatanMarkers.Contains(word);

    public static bool IsOrdinary(string word) => Ordinary.Contains(word) || Goods.Contains(word) || word.Any(char.IsDigit);
}
