using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Kentongan.Triage.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Help : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "help_cards",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    request = table.Column<Guid>(type: "uuid", nullable: false),
                    counsellor = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    page = table.Column<int>(type: "integer", nullable: true),
                    message_id = table.Column<int>(type: "integer", nullable: true),
                    former_message_id = table.Column<int>(type: "integer", nullable: true),
                    shown = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_help_cards", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "help_contacts",
                columns: table => new
                {
                    request = table.Column<Guid>(type: "uuid", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_help_contacts", x => x.request);
                });

            migrationBuilder.CreateTable(
                name: "help_deadlines",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    request = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_help_deadlines", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "help_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    sealed_text = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_help_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "help_months",
                columns: table => new
                {
                    month = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    requests = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_help_months", x => x.month);
                });

            migrationBuilder.CreateTable(
                name: "help_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    receipt_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    urgency = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    counsellor = table.Column<Guid>(type: "uuid", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_word_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_help_requests", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_help_cards_counsellor",
                table: "help_cards",
                column: "counsellor");

            migrationBuilder.CreateIndex(
                name: "IX_help_cards_request_counsellor",
                table: "help_cards",
                columns: new[] { "request", "counsellor" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_help_deadlines_due_at",
                table: "help_deadlines",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_help_deadlines_request",
                table: "help_deadlines",
                column: "request");

            migrationBuilder.CreateIndex(
                name: "IX_help_messages_request_at",
                table: "help_messages",
                columns: new[] { "request", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_help_requests_receipt_hash",
                table: "help_requests",
                column: "receipt_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_help_requests_status",
                table: "help_requests",
                column: "status");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "help_cards");

            migrationBuilder.DropTable(
                name: "help_contacts");

            migrationBuilder.DropTable(
                name: "help_deadlines");

            migrationBuilder.DropTable(
                name: "help_messages");

            migrationBuilder.DropTable(
                name: "help_months");

            migrationBuilder.DropTable(
                name: "help_requests");
        }
    }
}
