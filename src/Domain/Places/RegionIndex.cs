#pragma warning disable
namespace Kentongan.Domain.Places;
public sealed class RegionIndex(Kabupaten k, IBoundaries? b){ public Kecamatan? Find(KecamatanCode c)=>null; public Desa? Find(DesaCode d)=>null; public IReadOnlyList<Kecamatan> NeighboursOf(KecamatanCode c)=>[]; }
