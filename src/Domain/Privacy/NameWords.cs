using System.Collections.Frozen;

namespace Kentongan.Domain.Privacy;

/// <summary>Which words are names of people, which are not.</summary>
internal static class NameWords
{
    private static readonly FrozenSet<string> Given = FrozenSet.ToFrozenSet(
        """
        abdul abdullah achmad ade adi aditya agung agus ahmad aji akhmad alfian ali alif amin aminah andi andika andre andri ani anik anisa
        anita anton ari arif arifin aris arya asep asih astuti ayu bagas bagus bambang bayu bejo budi budiman cahyo candra cecep citra
        darmanto darmawan darsono dedi dewi diah dian diana didik dimas dina dinda dini dita djoko doni dwi eka eko endah endang eni erna erni
        fajar faisal fatimah fauzi febri feri fitri galih gunawan hadi halimah handayani hari harjo hartini hartono haryanto hasan hendra heni
        heri heru hidayat husain ibrahim ika ilham imam indah indra iqbal irfan irma iskandar ismail iwan jamal joko juli jumadi jumiati
        junaidi karno kartika kartini kasmin khoirul kholil kristina kurniawan kusuma lestari lia lilik lina lukman luluk mahfud maman margono
        mariyam marni marsono maryati maulana mega melati mila miftah misbah moch moh mohamad mohammad mudi muhamad muhammad muhtar mujiono
        mulyadi mulyono munir musa mustofa nanang nasir ngatiman ningsih novi nugroho nunung nur nurhayati nurul pardi parman parmin partini
        ponco prasetyo pratama puji purnomo purwanto putra putri qomar rahayu rahman rahmat rani ratih ratna rendi reni retno rian ridwan rina
        rini rio riski riyanto rizal rizki rohman rohmat rosidi rudi rukmini rusdi saiful salim samsul santi santoso sari sarno sartini sekar
        setiawan shinta sholeh sholikin sigit siti siswanto solikin sri sriyanto subagyo sudarmo sudarsono sugeng sugiarto sugiono suharto
        sujono sukarno sukiman sulastri sulis sulistyo sumarni sumarno sunarto suparman supardi suparno supriyadi supriyanto suroso susanti
        susanto susilo sutini sutrisno suwarno suyanto syamsul syarif taufik teguh titik tono toni totok tri triyono tutik udin umar umi utami
        utomo wagiman wahid wahyu wahyuni warsito warsono wawan wibowo widodo widya wijaya winarno wiwik wulan wulandari yanti yanto yatno
        yudi yuli yulianto yuni yusuf zaenal zainab zainal zainuddin zulkifli
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    public static readonly FrozenSet<string> Titles = FrozenSet.ToFrozenSet(
        ["pak", "bu", "bapak", "ibu", "mas", "mbak", "mbah", "kang", "haji", "hajah", "h", "hj", "ustadz", "ustad", "ustadzah", "gus", "dr", "drs", "ir", "mr", "mrs"]);

    // What follows "saya" or "nama saya" in everyday sentences, however it is capitalised.
    private static readonly FrozenSet<string> Ordinary = FrozenSet.ToFrozenSet(
        """
        ada adalah agar ajak akan aku alamat amat anggota anonim apa apakah asal asli atas atau bahwa baik balik bantu banyak baru bawa beli
        belum benar bersama besok biasa bilang bingung bisa boleh bukan buat bulan butuh cari cerita cek coba cuma cukup curiga dalam dan
        dapat dari dekat dengan dengar depan di dia diam dikit disini dong duga dulu foto gak ga gagal gelisah gitu habis hamil hampir hanya
        harap harus hendak heran hidup hp hubungi ikut ingat ingin ini itu iya izin jadi jaga jalan jangan jarang jelas jual jualan judi jika
        juga jujur jumpa kabur kadang kalau kali kalo kami kasih kasihan kaget kemarin kembali kena kenal kepada kesal khawatir kira kirim
        kita korban kos kost kota kuatir kuliah lagi lahir laki lalu lama lapor laporan lebih lengkap lewat lihat lulus maaf mabuk main maka
        makan malam malu mana mantan marah masih masuk mau maupun memang mereka minta minum mohon muak mulai muncul mungkin namun nanti ngeri
        nik nomor nomer no nonton numpang oleh orang pada padahal pagi paham pakai pake panik pas pasti penduduk pengen pengin percaya pergi
        perlu pernah pesan pilih pindah pingin pribadi pulang pun punya rasa ragu resah rumah sadar sakit saja aja saksi salah sama sambil
        sampai sangat sayang saya sebab sebagai sebelum sebenarnya secara sedang sedih segera sejak sekali sekarang sekeluarga selaku selalu
        selama semalam semoga semua sempat sendiri sendirian seorang seperti sering serius setiap setuju sewa siap siang sini situ stres sudah
        suka sungguh supaya susah tadi tak takut tahu tahun tau tanya tapi telah telat telepon telp tempat tengah terima tetap tetapi tetangga
        tidak tiap tiba tidur tinggal tolong trauma tua tuh tunggu tuan turut ucapkan umur untuk usia usul wa waktu warga wajib ya yakin yang
        yaitu yg pelapor pelaku terduga polisi polri polsek tni koramil pns asn camat kapolsek danramil lurah kades petinggi bupati rt rw desa
        ds dusun kecamatan kec kabupaten kelurahan jepara jawa indonesia wni islam muslim kristen allah tuhan hormat salam wassalam
        assalamualaikum yth terimakasih senin selasa rabu kamis jumat sabtu minggu januari februari maret april mei juni juli agustus
        september oktober november desember ramadhan amarga amargi ana ono ora mboten gadhah duwe nduwe dudu sanes arep badhe bade kepengin
        pengen wis uwis sampun durung dereng weruh ndelok nyawang ningali ngerti ngertos sumerep krungu mireng wedi ajrih jaluk njaluk nyuwun
        matur iki iku kuwi niki niku saking saka soko seko teko nang ning neng ing wonten kalih karo lan wong tiyang warganipun omah griya
        namung mung tansah kerep asring nembe lagek slamet bingung isih taksih melu nderek mawon wae rak gelem isin pancen a an the am is from
        in at on of and or but not live want saw see have had was were will would know think need can cannot just also very so afraid scared
        reporting writing sure sorry sick safe here there one who
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    // Names that are everyday words as well, such as "slamet", safe.
    private static readonly FrozenSet<string> Double = FrozenSet.ToFrozenSet(["slamet", "juli", "terang"]);

    private static readonly string[] Endings = ["anto", "yanto", "ningsih", "ningrum", "wati", "udin", "uddin", "iyah", "yadi", "ono", "oso", "owo", "awan"];

    /// <summary>"Melatiningrum", "Dirwati": no verb ends so.</summary>
    private static readonly string[] EndingsOfNoVerb = ["ningrum", "ningsih", "wati", "anto", "uddin"];

    public static bool IsGiven(string word) => Given.Contains(word);

    public static bool IsDouble(string word) => Double.Contains(word);

    public static bool LooksLikeFamilyName(string word) =>
        IsGiven(word) || (!IsOrdinary(word) && Endings.Any(ending => word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.Ordinal)));

    /// <summary>A word of the everyday language, a verb by its prefix, or a role.</summary>
    public static bool IsOrdinary(string word) =>
        Ordinary.Contains(word) || RoleWords.IsRole(word) || (!Given.Contains(word) && IsVerb(word));

    /// <summary>Taken for an everyday word by its prefix alone.</summary>
    public static bool IsOnlyVerb(string word) => !Ordinary.Contains(word) && !RoleWords.IsRole(word) && !Given.Contains(word) && IsVerb(word);

    public static bool IsVerb(string word) => word.Length >= 6 && !EndingsOfNoVerb.Any(ending => word.EndsWith(ending, StringComparison.Ordinal))
        && (word.StartsWith("ber", StringComparison.Ordinal) || word.StartsWith("ter", StringComparison.Ordinal)
            || word.StartsWith("di", StringComparison.Ordinal) || word.StartsWith("ng", StringComparison.Ordinal)
            || (word.StartsWith("me", StringComparison.Ordinal) && word[2] is 'n' or 'm' or 'l' or 'r' or 'w' or 'y'));
}
