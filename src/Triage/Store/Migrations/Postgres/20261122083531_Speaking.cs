using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kentongan.Triage.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Speaking : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_reports_speaking",
                table: "reports",
                columns: new[] { "kecamatan", "status" },
                filter: "situation = id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_reports_speaking",
                table: "reports");
        }
    }
}
