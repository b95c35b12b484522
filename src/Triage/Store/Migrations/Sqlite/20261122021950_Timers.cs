using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kentongan.Triage.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Timers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "border_kecamatan",
                table: "reports",
                type: "TEXT",
                maxLength: 8,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "first_offered_at",
                table: "reports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "has_referral_receipt",
                table: "reports",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "last_word_at",
                table: "reports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "legal_due_at",
                table: "reports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "operation",
                table: "reports",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "referral_expected_at",
                table: "reports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "referred_to",
                table: "reports",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "regime",
                table: "reports",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "renewals",
                table: "reports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "duty",
                table: "postings",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "absences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer = table.Column<Guid>(type: "TEXT", nullable: false),
                    substitute = table.Column<Guid>(type: "TEXT", nullable: true),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    to = table.Column<long>(type: "INTEGER", nullable: false),
                    begun_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_absences", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_findings",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    report = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_findings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "operations",
                columns: table => new
                {
                    programme = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    is_on = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_operations", x => x.programme);
                });

            migrationBuilder.CreateTable(
                name: "unit_areas",
                columns: table => new
                {
                    seat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    home = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    covers = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_areas", x => new { x.seat, x.home, x.covers });
                });

            migrationBuilder.CreateIndex(
                name: "IX_absences_officer",
                table: "absences",
                column: "officer");

            migrationBuilder.CreateIndex(
                name: "IX_absences_to",
                table: "absences",
                column: "to");

            migrationBuilder.CreateIndex(
                name: "IX_audit_findings_at",
                table: "audit_findings",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_audit_findings_report",
                table: "audit_findings",
                column: "report");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absences");

            migrationBuilder.DropTable(
                name: "audit_findings");

            migrationBuilder.DropTable(
                name: "operations");

            migrationBuilder.DropTable(
                name: "unit_areas");

            migrationBuilder.DropColumn(
                name: "border_kecamatan",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "first_offered_at",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "has_referral_receipt",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "last_word_at",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "legal_due_at",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "operation",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "referral_expected_at",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "referred_to",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "regime",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "renewals",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "duty",
                table: "postings");
        }
    }
}
