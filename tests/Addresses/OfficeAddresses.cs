namespace Kentongan.Tests;

/// <summary>
/// Every address of the back office and for whom it is. <c>EndpointTests</c> compares it with the program, so that none can be forgotten; the
/// browser tests open every <c>PAGE</c> of it.
/// </summary>
internal static class OfficeAddresses
{
    // PAGE is a GET that shows a page; GET alone is a file, a stream or a way on.
    private const string Table = """
        stranger: PAGE /masuk, POST /masuk, PAGE /masuk/{tautan}, POST /masuk/tautan, POST /bahasa
        officer: GET /, PAGE /papan, GET /papan/berubah, PAGE /daftar, POST /saringan, POST /saringan/hapus, POST /saringan/pagi, PAGE /pintasan, POST /pintasan, PAGE /peta, PAGE /angka, PAGE /cari, POST /cari
        officer: GET /daftar.csv, GET /daftar.xlsx, POST /keluar, PAGE /sesi, POST /sesi, PAGE /cuti, POST /saya/cuti, POST /saya/kembali
        case: PAGE /kasus/{nomor}, POST /kasus/{nomor}, POST /kasus/{nomor}/tanya, POST /kasus/{nomor}/serupa, POST /kasus/{nomor}/menulis
        case: PAGE /kasus/{nomor}/sebagai/pelapor, PAGE /kasus/{nomor}/sebagai/{kursi}, GET /kasus/{nomor}/bukti/{ke:int}
        reader: PAGE /petugas, PAGE /petugas/wilayah, PAGE /petugas/{id:guid}, PAGE /operasi, PAGE /kalender, PAGE /program, PAGE /sistem, PAGE /pekerjaan, PAGE /audit, PAGE /retensi
        reader: PAGE /bulanan, GET /bulanan.xlsx, PAGE /bulanan/umum, GET /bulanan/umum.xlsx
        coordinator: PAGE /daftar/tertunda, POST /daftar/tertunda
        coordinator: POST /petugas/undang, POST /petugas/lepas, POST /petugas/wilayah, POST /petugas/{id:guid}/undangan, POST /petugas/{id:guid}/cabut
        coordinator: POST /petugas/{id:guid}/jabatan, POST /petugas/{id:guid}/jabatan/{jabatan:guid}, POST /petugas/{id:guid}/jabatan/{jabatan:guid}/akhiri
        coordinator: POST /petugas/{id:guid}/cuti, POST /petugas/{id:guid}/kembali, POST /operasi, POST /pekerjaan, POST /daftar/banyak, POST /daftar/banyak/lakukan, POST /bulanan/butir, POST /bulanan/butir/{id:guid}
        """;

    public static IReadOnlyList<(string Who, string Method, string Path, bool IsPage)> All { get; } =
    [
        .. from line in Table.ReplaceLineEndings("\n").Split('\n')
           from one in line.Split(": ")[1].Split(", ")
           let parts = one.Split(' ')
           select (line.Split(':')[0], parts[0] == "PAGE" ? "GET" : parts[0], parts[1], parts[0] == "PAGE"),
    ];

    /// <summary>The pages for people of these kinds, such as <c>officer</c> and <c>case</c>.</summary>
    public static IEnumerable<string> PagesFor(params string[] who) => All.Where(one => one.IsPage && who.Contains(one.Who)).Select(one => one.Path);
}
