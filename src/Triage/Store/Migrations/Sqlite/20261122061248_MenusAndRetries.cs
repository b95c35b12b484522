using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kentongan.Triage.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MenusAndRetries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "retry_at",
                table: "job_runs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "told_at",
                table: "job_runs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "menu",
                table: "cards",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "menu_argument",
                table: "cards",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "menu_at",
                table: "cards",
                type: "INTEGER",
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
