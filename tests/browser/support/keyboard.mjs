// Acting by keyboard alone: what is to be pressed is come to with the Tab key, and pressed with Enter.
import { expect, ready } from "./page.mjs";

const dialog = (page) => page.getByRole("dialog");

/** Comes to an element with the Tab key, as somebody without a mouse does. */
export async function tabTo(page, target) {
  await expect(target).toBeVisible();
  for (let steps = 0; steps < 400; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key does not come to ${target}`);
}

export async function press(page, target) {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

export async function type(page, target, text) {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/** Chooses the only one of a name in a field with a list. */
export async function pick(page, target, name) {
  await type(page, target, name);
  await expect(dialog(page).getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("option")).toHaveCount(0);
}

/** Types a day in the order that the browser asks for its parts in. */
export async function typeDay(page, target, day) {
  const [year, month, date] = day.split("-");
  await tabTo(page, target);
  for (const order of [[month, date, year], [year, month, date], [date, month, year]]) {
    // Each order from the first part on.
    for (let parts = 0; parts < 3; parts += 1) await page.keyboard.press("ArrowLeft");
    for (const part of order) {
      await page.keyboard.type(part);
      // A year may have more digits: one goes on by oneself.
      if (part === year) await page.keyboard.press("ArrowRight");
    }
    if ((await target.inputValue()) === day) return;
  }
  throw new Error(`the day ${day} cannot be typed`);
}

/** Saves the form from the field one stands in, and waits until it is gone. */
export async function saved(page) {
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toHaveCount(0);
  await ready(page);
}
