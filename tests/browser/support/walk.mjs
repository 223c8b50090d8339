// What holds of every page, whatever a file holds: it is no wider than its window, and it answers.
import { expect } from "./page.mjs";

/** Expects that what is shown fits a phone and a screen. */
export async function expectFits(page, where) {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => page.evaluate(() => document.scrollingElement.scrollWidth), `${where} at ${width}`).toBeLessThanOrEqual(width);
  }
}

/** Expects that the page does what it is asked to: its menu comes, and goes. */
export async function expectAnswers(page, where) {
  await page.locator("button.mark").click();
  await expect(page.locator(".file-panel"), where).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".file-panel"), where).toBeHidden();
}
