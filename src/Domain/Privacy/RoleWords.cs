using System.Collections.Frozen;

namespace Kentongan.Domain.Privacy;

/// <summary>What people are, in work and family.</summary>
internal static class RoleWords
{
    /// <summary>There is one, or hardly more, in a village: the word alone tells who.</summary>
    public static readonly FrozenSet<string> Rare = Words(
        """
        bidan ketua kades sekdes lurah petinggi kadus kasun bayan modin takmir imam kyai kiai babinsa bhabinkamtibmas babinkamtibmas camat
        kapolsek danramil rt rw mantri pemilik pengasuh carik kamituwo kebayan kepsek juragan midwife headmaster headman landlord owner
        """);

    /// <summary>Tells who only together with where or which.</summary>
    public static readonly FrozenSet<string> Frequent = Words(
        """
        guru dosen santri siswa siswi mahasiswa murid perawat dokter apoteker tukang sopir supir driver ojek ojol kurir satpam penjaga petugas
        pegawai karyawan karyawati staf staff pekerja pelayan kasir perangkat anggota pengurus panitia kader relawan linmas hansip honorer
        caleg timses pensiunan purnawirawan wakil kepala sekretaris bendahara penghuni penyewa pelanggan pembantu mandor kuli asisten montir
        marbot admin tetangga tonggo teman temen kawan kanca konco sahabat saksi ustadz ustad ustadzah wartawan operator teacher nurse doctor
        guard employee worker tenant neighbour neighbor witness member friend manager waiter cashier
        """);

    /// <summary>Of many in a village; only what follows "yang", or the RT, makes it one of them.</summary>
    public static readonly FrozenSet<string> Common = Words("petani buruh nelayan pedagang penjual mahasiswi pelajar pemuda perantau");

    public static readonly FrozenSet<string> Kin = Words(
        """
        ibu ibuk emak mak mbok bapak bapa ayah istri isteri suami bojo anak adik adek adhik kakak paman pakde bude paklik bulik bibi tante om
        keponakan ponakan cucu putu menantu mantu mertua ipar sepupu pacar mantan keluarga saudara sedulur dulur kerabat wali orangtua mother
        father wife husband son daughter brother sister parent uncle aunt
        """);

    /// <summary>Kin of somebody who was spoken of before: "istrinya", "bapake".</summary>
    public static readonly FrozenSet<string> TheirKin = Words(
        """
        ibunya ibuknya emaknya mboke mbokne ibune bapaknya bapake bapakne ayahnya istrinya suaminya bojone bojonya anaknya anake adiknya
        adekny adike adhine kakaknya kakake pamannya pakdenya budenya bibinya keponakannya ponakannya ponakane cucunya putune menantunya
        mantune mertuanya iparnya sepupunya pacarnya pacare mantannya keluarganya temannya temennya kancane tetangganya tonggone tanggane
        saudaranya sedulure dulure kerabatnya walinya majikannya bosnya juragannya gurunya dokternya bidannya
        """);

    /// <summary>Whose: the people a report is about.</summary>
    public static readonly FrozenSet<string> Targets = Words(
        """
        korban korbane pelaku pelakune terduga tersangka terlapor almarhum almarhumah alm mendiang pasien penjual penjualnya bandar bandare
        bandarnya pengedar pengedarnya pemilik kos kost kades lurah petinggi camat murid siswa dia beliau mereka victim suspect seller dealer
        deceased
        """);

    private static readonly FrozenSet<string> Possessives = Words("victims suspects sellers dealers his her their");

    public static bool IsRole(string word) =>
        Rare.Contains(word) || Frequent.Contains(word) || Common.Contains(word) || Kin.Contains(word) || TheirKin.Contains(word);

    public static bool IsPossessive(string word) => Possessives.Contains(word);

    private static FrozenSet<string> Words(string list) =>
        list.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
