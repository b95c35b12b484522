using System.Text.Json.Serialization;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Reports;

namespace Kentongan.Triage.Store;

/// <summary>What the store keeps as JSON. A file format: names may be added, never changed.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Timers))]
[JsonSerializable(typeof(ReportContent))]
[JsonSerializable(typeof(ReporterDeed))]
internal sealed partial class StoreJson : JsonSerializerContext;
