using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kentongan.Triage.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Clusters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "before_merge",
                table: "reports",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "dead",
                table: "reports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "in_hospital",
                table: "reports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "injured",
                table: "reports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into",
                table: "reports",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "raised",
                table: "reports",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "screen_first",
                table: "reports",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "situation",
                table: "reports",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "supply_desa",
                table: "reports",
                type: "character varying(13)",
                maxLength: 13,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "supply_kecamatan",
                table: "reports",
                type: "character varying(8)",
                maxLength: 8,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "daily_limits",
                columns: table => new
                {
                    mark = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_daily_limits", x => x.mark);
                });

            migrationBuilder.CreateTable(
                name: "report_likes",
                columns: table => new
                {
                    report = table.Column<Guid>(type: "uuid", nullable: false),
                    other = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_likes", x => new { x.report, x.other });
                });

            migrationBuilder.CreateTable(
                name: "reporter_marks",
                columns: table => new
                {
                    report = table.Column<Guid>(type: "uuid", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporter_marks", x => x.report);
                });

            migrationBuilder.CreateTable(
                name: "reputation_marks",
                columns: table => new
                {
                    report = table.Column<Guid>(type: "uuid", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reputation_marks", x => x.report);
                });

            migrationBuilder.CreateTable(
                name: "reputations",
                columns: table => new
                {
                    pseudonym = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    key = table.Column<int>(type: "integer", nullable: false),
                    hoaxes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reputations", x => x.pseudonym);
                });

            migrationBuilder.CreateIndex(
                name: "IX_reports_merged_into",
                table: "reports",
                column: "merged_into");

            migrationBuilder.CreateIndex(
                name: "IX_reports_situation",
                table: "reports",
                column: "situation");

            migrationBuilder.CreateIndex(
                name: "IX_reporter_marks_expires_at",
                table: "reporter_marks",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_reputation_marks_expires_at",
                table: "reputation_marks",
                column: "expires_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "daily_limits");

            migrationBuilder.DropTable(
                name: "report_likes");

            migrationBuilder.DropTable(
                name: "reporter_marks");

            migrationBuilder.DropTable(
                name: "reputation_marks");

            migrationBuilder.DropTable(
                name: "reputations");

            migrationBuilder.DropIndex(
                name: "IX_reports_merged_into",
                table: "reports");

            migrationBuilder.DropIndex(
                name: "IX_reports_situation",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "before_merge",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "dead",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "in_hospital",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "injured",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "merged_into",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "raised",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "screen_first",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "situation",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "supply_desa",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "supply_kecamatan",
                table: "reports");
        }
    }
}
