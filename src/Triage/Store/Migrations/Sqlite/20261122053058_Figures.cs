using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kentongan.Triage.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Figures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_reports_kecamatan_received_at",
                table: "reports");

            migrationBuilder.DropIndex(
                name: "IX_reports_received_at",
                table: "reports");

            migrationBuilder.DropIndex(
                name: "IX_report_facts_action_at",
                table: "report_facts");

            migrationBuilder.AddColumn<bool>(
                name: "every_morning",
                table: "saved_views",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "first_accepted_at",
                table: "reports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "first_action_at",
                table: "reports",
                type: "INTEGER",
                nullable: true);

            // Reports that are there already: from their facts.
            migrationBuilder.Sql("UPDATE reports SET first_accepted_at = (SELECT MIN(f.at) FROM report_facts AS f WHERE f.report = reports.id AND f.action = 'Accept'), first_action_at = (SELECT MIN(f.at) FROM report_facts AS f WHERE f.report = reports.id AND f.action IN ('StartWork', 'Note', 'ProposeResolution'))");

            migrationBuilder.CreateIndex(
                name: "IX_reports_kecamatan_time",
                table: "reports",
                columns: new[] { "kecamatan", "received_at", "accused", "status", "priority", "category", "desa", "outcome" });

            migrationBuilder.CreateIndex(
                name: "IX_reports_time",
                table: "reports",
                columns: new[] { "received_at", "accused", "status", "priority", "category", "kecamatan", "desa", "outcome", "case_number", "first_accepted_at", "first_action_at", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_report_messages_at",
                table: "report_messages",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_report_facts_action_at_report_seat",
                table: "report_facts",
                columns: new[] { "action", "at", "report", "seat" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_reports_kecamatan_time",
                table: "reports");

            migrationBuilder.DropIndex(
                name: "IX_reports_time",
                table: "reports");

            migrationBuilder.DropIndex(
                name: "IX_report_messages_at",
                table: "report_messages");

            migrationBuilder.DropIndex(
                name: "IX_report_facts_action_at_report_seat",
                table: "report_facts");

            migrationBuilder.DropColumn(
                name: "every_morning",
                table: "saved_views");

            migrationBuilder.DropColumn(
                name: "first_accepted_at",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "first_action_at",
                table: "reports");

            migrationBuilder.CreateIndex(
                name: "IX_reports_kecamatan_received_at",
                table: "reports",
                columns: new[] { "kecamatan", "received_at" });

            migrationBuilder.CreateIndex(
                name: "IX_reports_received_at",
                table: "reports",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "IX_report_facts_action_at",
                table: "report_facts",
                columns: new[] { "action", "at" });
        }
    }
}
