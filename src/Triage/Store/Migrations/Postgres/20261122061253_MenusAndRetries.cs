using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kentongan.Triage.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MenusAndRetries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "retry_at",
                table: "job_runs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "told_at",
                table: "job_runs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "menu",
                table: "cards",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "menu_argument",
                table: "cards",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "menu_at",
                table: "cards",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "retry_at",
                table: "job_runs");

            migrationBuilder.DropColumn(
                name: "told_at",
                table: "job_runs");

            migrationBuilder.DropColumn(
                name: "menu",
                table: "cards");

            migrationBuilder.DropColumn(
                name: "menu_argument",
                table: "cards");

            migrationBuilder.DropColumn(
                name: "menu_at",
                table: "cards");
        }
    }
}
