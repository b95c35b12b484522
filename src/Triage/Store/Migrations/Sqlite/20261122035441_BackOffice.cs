using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kentongan.Triage.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BackOffice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_log",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    officer = table.Column<Guid>(type: "TEXT", nullable: true),
                    deed = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    link = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_log", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "case_writers",
                columns: table => new
                {
                    report = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer = table.Column<Guid>(type: "TEXT", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_writers", x => new { x.report, x.officer });
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    query = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_views", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sign_ins",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_hash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    nonce_hash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    link_hash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    digits_hash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    officer = table.Column<Guid>(type: "TEXT", nullable: true),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_ins", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "web_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    officer = table.Column<Guid>(type: "TEXT", nullable: false),
                    browser = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_web_sessions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_log_subject_sequence",
                table: "audit_log",
                columns: new[] { "subject", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_case_writers_until",
                table: "case_writers",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "IX_saved_views_officer",
                table: "saved_views",
                column: "officer");

            migrationBuilder.CreateIndex(
                name: "IX_sign_ins_asked_hash",
                table: "sign_ins",
                column: "asked_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sign_ins_expires_at",
                table: "sign_ins",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_sign_ins_link_hash",
                table: "sign_ins",
                column: "link_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sign_ins_nonce_hash",
                table: "sign_ins",
                column: "nonce_hash");

            migrationBuilder.CreateIndex(
                name: "IX_web_sessions_expires_at",
                table: "web_sessions",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_web_sessions_officer",
                table: "web_sessions",
                column: "officer");

            migrationBuilder.CreateIndex(
                name: "IX_web_sessions_token_hash",
                table: "web_sessions",
                column: "token_hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_log");

            migrationBuilder.DropTable(
                name: "case_writers");

            migrationBuilder.DropTable(
                name: "saved_views");

            migrationBuilder.DropTable(
                name: "sign_ins");

            migrationBuilder.DropTable(
                name: "web_sessions");
        }
    }
}
