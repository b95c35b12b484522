namespace Kentongan.EndToEnd.Tests.Sandbox;

/// <summary>Lists texts whose contrast is under WCAG AA and controls without a name; runs in the page.</summary>
internal static class PageAudit
{
    public const string Script =
        """
        () => {
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const rgba = (colour) => {
            canvas.clearRect(0, 0, 1, 1);
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data];
          };
          const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const ground = (element) => {
            for (let at = element; at; at = at.parentElement) {
              const colour = rgba(getComputedStyle(at).backgroundColor);
              if (colour[3] > 250) {
                return colour;
              }
            }
            return [255, 255, 255];
          };
          const wrong = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            const words = walker.currentNode.textContent.trim();
            if (!/[\p{L}\p{N}]/u.test(words) || !element.checkVisibility({ visibilityProperty: true }) || element.closest('.unseen, .skip, [aria-hidden=true]')) {
              continue;
            }
            const [a, b] = [light(rgba(getComputedStyle(element).color)), light(ground(element))].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05);
            if (ratio < 4.5) {
              wrong.push(`${ratio.toFixed(2)} "${words.slice(0, 30)}" ${element.className}`);
            }
          }
          for (const control of document.querySelectorAll('button, a, input:not([hidden], [type=hidden]), select, textarea')) {
            const name = control.getAttribute('aria-label') || control.textContent.trim() || control.labels?.length;
            if (!name) {
              wrong.push(`no name: ${control.outerHTML.slice(0, 80)}`);
            }
          }
          return wrong;
        }
        """;
}
