using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Kentongan.Triage.Web.Exports;

/// <summary>
/// A table as a file for a spreadsheet. A cell that a spreadsheet would take for a formula gets an apostrophe in front, so that nothing that
/// somebody wrote is ever run on an officer's computer.
/// </summary>
public static class TableExport
{
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A file tells neither when it was made nor by which clock; there is no author in it either.</summary>
    private static readonly DateTimeOffset Undated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static string Safe(string cell) => cell is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + cell : cell;

    /// <summary>With the mark that tells a spreadsheet that it is UTF-8.</summary>
    public static byte[] Csv(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder("\ufeff");
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(cell => $"\"{Safe(cell).Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The least that is a workbook: one sheet, every cell a text.</summary>
    public static byte[] Xlsx(IEnumerable<IReadOnlyList<string>> rows)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", xml =>
            {
                xml.WriteStartElement("Types", Types);
                Element(xml, Types, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
                Element(xml, Types, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
                Element(xml, Types, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"));
                Element(xml, Types, "Override", ("PartName", "/xl/worksheets/sheet1.xml"), ("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"));
            });
            Write(zip, "_rels/.rels", xml => Relation(xml, "officeDocument", "xl/workbook.xml"));
            Write(zip, "xl/_rels/workbook.xml.rels", xml => Relation(xml, "worksheet", "worksheets/sheet1.xml"));
            Write(zip, "xl/workbook.xml", xml =>
            {
                xml.WriteStartElement("workbook", Sheet);
                xml.WriteStartElement("sheets", Sheet);
                xml.WriteStartElement("sheet", Sheet);
                xml.WriteAttributeString("name", "Laporan");
                xml.WriteAttributeString("sheetId", "1");
                xml.WriteAttributeString("r", "id", Documents, "r1");
            });
            Write(zip, "xl/worksheets/sheet1.xml", xml => WriteRows(xml, rows));
        }

        return file.ToArray();
    }

    private static void WriteRows(XmlWriter xml, IEnumerable<IReadOnlyList<string>> rows)
    {
        xml.WriteStartElement("worksheet", Sheet);
        xml.WriteStartElement("sheetData", Sheet);
        foreach (var row in rows)
        {
            xml.WriteStartElement("row", Sheet);
            foreach (var cell in row)
            {
                xml.WriteStartElement("c", Sheet);
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Sheet);
                xml.WriteElementString("t", Sheet, Safe(cell));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }
    }

    private static void Relation(XmlWriter xml, string kind, string target)
    {
        xml.WriteStartElement("Relationships", Relations);
        Element(xml, Relations, "Relationship", ("Id", "r1"), ("Type", $"{Documents}/{kind}"), ("Target", target));
    }

    private static void Element(XmlWriter xml, string space, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, space);
        foreach (var (key, value) in attributes)
        {
            xml.WriteAttributeString(key, value);
        }

        xml.WriteEndElement();
    }

    private static void Write(ZipArchive zip, string path, Action<XmlWriter> content)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Undated; // the same figures are the same file (policy 7)
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = true });
        xml.WriteStartDocument(standalone: true);
        content(xml);
        xml.WriteEndDocument();
    }
}
