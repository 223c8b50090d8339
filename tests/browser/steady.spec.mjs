// Nothing moves while a page arrives: what is laid out before its figures are known is laid out for them.
import { expect, openApp, test } from "./support/page.mjs";
import { pages } from "./support/pages.mjs";

/** Moves that a reader takes for none, by the measure of browsers: the share of the window that moves times how far. */
const MOST = 0.05;

for (const [width, height] of [[390, 844], [1280, 900]]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height } });

    for (const { name, hash } of pages) {
      test(`nothing moves on arrival: ${name}`, async ({ page }) => {
        await page.addInitScript(() => {
          window.moved = [];
          new PerformanceObserver((list) => {
            for (const { value, hadRecentInput, sources } of list.getEntries()) {
              const [what] = sources.map(({ node }) => node?.parentElement?.outerHTML.slice(0, 120));
              if (!hadRecentInput) window.moved.push({ value, what });
            }
          }).observe({ type: "layout-shift", buffered: true });
        });
        for (const visit of ["first", "later"]) {
          await openApp(page, hash);
          // What comes late may move the page too, and only that nothing more comes says that all has come.
          await page.waitForLoadState("networkidle");
          const moved = await page.evaluate(() => window.moved);
          const sum = moved.reduce((sum, { value }) => sum + value, 0);
          expect(sum, `${visit} visit: ${JSON.stringify(moved)}`).toBeLessThan(MOST);
        }
      });
    }
  });
}
