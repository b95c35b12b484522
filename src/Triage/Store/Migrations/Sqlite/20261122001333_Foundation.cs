using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kentongan.Triage.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Foundation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cards",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    report = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer = table.Column<Guid>(type: "TEXT", nullable: false),
                    seat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    kecamatan = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    part = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    tier = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    offered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reached_at = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true),
                    message_id = table.Column<int>(type: "INTEGER", nullable: true),
                    shown = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "contacts",
                columns: table => new
                {
                    report = table.Column<Guid>(type: "TEXT", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts", x => x.report);
                });

            migrationBuilder.CreateTable(
                name: "conversations",
                columns: table => new
                {
                    pseudonym = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversations", x => x.pseudonym);
                });

            migrationBuilder.CreateTable(
                name: "deadlines",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    report = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    step = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deadlines", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "digests",
                columns: table => new
                {
                    officer = table.Column<Guid>(type: "TEXT", nullable: false),
                    date = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    read_at = table.Column<long>(type: "INTEGER", nullable: true),
                    figures = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_digests", x => new { x.officer, x.date, x.scope });
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    report = table.Column<Guid>(type: "TEXT", nullable: true),
                    stored_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    token_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    officer = table.Column<Guid>(type: "TEXT", nullable: false),
                    invited_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invitations", x => x.token_hash);
                });

            migrationBuilder.CreateTable(
                name: "job_runs",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    last_start = table.Column<long>(type: "INTEGER", nullable: false),
                    last_success = table.Column<long>(type: "INTEGER", nullable: true),
                    last_count = table.Column<int>(type: "INTEGER", nullable: false),
                    failures_in_a_row = table.Column<int>(type: "INTEGER", nullable: false),
                    last_error = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_job_runs", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "leases",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    holder = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_leases", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "notifications",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    report = table.Column<Guid>(type: "TEXT", nullable: true),
                    officer = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "officers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    chat = table.Column<long>(type: "INTEGER", nullable: true),
                    bound_at = table.Column<long>(type: "INTEGER", nullable: true),
                    unreachable_since = table.Column<long>(type: "INTEGER", nullable: true),
                    removed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    priority = table.Column<int>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: true),
                    officer = table.Column<Guid>(type: "TEXT", nullable: true),
                    report = table.Column<Guid>(type: "TEXT", nullable: true),
                    card = table.Column<long>(type: "INTEGER", nullable: true),
                    body = table.Column<string>(type: "TEXT", nullable: true),
                    silent = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "poison_updates",
                columns: table => new
                {
                    update_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    error = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_poison_updates", x => x.update_id);
                });

            migrationBuilder.CreateTable(
                name: "postings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer = table.Column<Guid>(type: "TEXT", nullable: false),
                    seat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    kecamatan = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    is_deputy = table.Column<bool>(type: "INTEGER", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    to = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_postings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "report_contents",
                columns: table => new
                {
                    report = table.Column<Guid>(type: "TEXT", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_contents", x => x.report);
                });

            migrationBuilder.CreateTable(
                name: "report_facts",
                columns: table => new
                {
                    report = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    officer = table.Column<Guid>(type: "TEXT", nullable: true),
                    seat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    detail = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    sealed_text = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_facts", x => new { x.report, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "report_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    report = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer = table.Column<Guid>(type: "TEXT", nullable: true),
                    seat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    open = table.Column<bool>(type: "INTEGER", nullable: false),
                    sealed_text = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_number = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    receipt_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    priority = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    happening = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    accused = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    kecamatan = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    desa = table.Column<string>(type: "TEXT", maxLength: 13, nullable: true),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    offered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    accepted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    lead = table.Column<Guid>(type: "TEXT", nullable: true),
                    lead_seat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    hand_over_to = table.Column<Guid>(type: "TEXT", nullable: true),
                    escalation_level = table.Column<int>(type: "INTEGER", nullable: false),
                    transfers = table.Column<int>(type: "INTEGER", nullable: false),
                    reopened_by_reporter = table.Column<bool>(type: "INTEGER", nullable: false),
                    reporter_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    evidence_count = table.Column<int>(type: "INTEGER", nullable: false),
                    timers = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "seen_updates",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seen_updates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settings",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_settings", x => x.name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_cards_officer",
                table: "cards",
                column: "officer");

            migrationBuilder.CreateIndex(
                name: "IX_cards_report_officer",
                table: "cards",
                columns: new[] { "report", "officer" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conversations_expires_at",
                table: "conversations",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_deadlines_due_at",
                table: "deadlines",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_deadlines_report",
                table: "deadlines",
                column: "report");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_report",
                table: "evidence",
                column: "report");

            migrationBuilder.CreateIndex(
                name: "IX_invitations_officer",
                table: "invitations",
                column: "officer");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_at",
                table: "notifications",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_report",
                table: "notifications",
                column: "report");

            migrationBuilder.CreateIndex(
                name: "IX_officers_chat",
                table: "officers",
                column: "chat",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_due_at",
                table: "outbox",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_postings_officer",
                table: "postings",
                column: "officer");

            migrationBuilder.CreateIndex(
                name: "IX_postings_seat_kecamatan",
                table: "postings",
                columns: new[] { "seat", "kecamatan" });

            migrationBuilder.CreateIndex(
                name: "IX_report_facts_action_at",
                table: "report_facts",
                columns: new[] { "action", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_report_messages_report_at",
                table: "report_messages",
                columns: new[] { "report", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_reports_case_number",
                table: "reports",
                column: "case_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reports_kecamatan_received_at",
                table: "reports",
                columns: new[] { "kecamatan", "received_at" });

            migrationBuilder.CreateIndex(
                name: "IX_reports_receipt_hash",
                table: "reports",
                column: "receipt_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reports_received_at",
                table: "reports",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "IX_reports_status_priority",
                table: "reports",
                columns: new[] { "status", "priority" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cards");

            migrationBuilder.DropTable(
                name: "contacts");

            migrationBuilder.DropTable(
                name: "conversations");

            migrationBuilder.DropTable(
                name: "deadlines");

            migrationBuilder.DropTable(
                name: "digests");

            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "job_runs");

            migrationBuilder.DropTable(
                name: "leases");

            migrationBuilder.DropTable(
                name: "notifications");

            migrationBuilder.DropTable(
                name: "officers");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "poison_updates");

            migrationBuilder.DropTable(
                name: "postings");

            migrationBuilder.DropTable(
                name: "report_contents");

            migrationBuilder.DropTable(
                name: "report_facts");

            migrationBuilder.DropTable(
                name: "report_messages");

            migrationBuilder.DropTable(
                name: "reports");

            migrationBuilder.DropTable(
                name: "seen_updates");

            migrationBuilder.DropTable(
                name: "settings");
        }
    }
}
