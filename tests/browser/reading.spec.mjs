// Reading and editing: pages are read without buttons, and one switch brings out those that change the file.
import { axe, expect, openApp, ready, test } from "./support/page.mjs";
import { turnTo } from "./support/edit.mjs";
import { pages } from "./support/pages.mjs";

const toggle = (page) => page.getByRole("button", { name: /^(?:Redigera|Edit)$/ });
const waiting = (page) => page.locator("main .edit-only:visible");
const read = pages.filter(({ name }) =>
  ["Organisation", "Map", "Unit", "People", "Person", "SecurityUnit", "Coordinators", "Group", "Coverage", "Finding", "Forecast", "Rules", "Training", "Year", "Risks", "Risk", "Measures", "Vulnerability", "Editions", "Method"].includes(name),
);

test.describe("a reader who has not asked to edit", () => {
  test.use({ edits: false });

  test("sees few buttons on every page that is read, and none that changes the file", async ({ page }) => {
    expect(read).toHaveLength(20);
    await openApp(page);
    for (const { hash, name } of read) {
      await turnTo(page, hash);
      await expect(toggle(page), name).toHaveAttribute("aria-pressed", "false");
      await expect(waiting(page), name).toHaveCount(0);
      const buttons = await page.locator("main button:visible").count();
      expect(buttons, name).toBeLessThanOrEqual(name === "Forecast" ? 16 : 12);
      // What held nothing but buttons leaves no room behind.
      const empty = page.locator("main :is(.actions, .post-actions):visible").filter({ hasNot: page.locator(":is(button, a, input):visible") });
      await expect(empty, name).toHaveCount(0);
    }
  });

  test("still finds the step that mends a finding, and what ends a person's posts", async ({ page }) => {
    const { hash } = pages.find(({ name }) => name === "Finding");
    await openApp(page, hash);
    await expect(page.locator(".remedies button").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Acceptera avvikelsen" })).toBeHidden();
    await toggle(page).click();
    await expect(page.getByRole("button", { name: "Acceptera avvikelsen" })).toBeVisible();
    await toggle(page).click();
    await turnTo(page, pages.find(({ name }) => name === "Person").hash);
    await expect(page.getByRole("button", { name: /^Slutar/ })).toBeVisible();
    await turnTo(page, "#/representatives?state=missing");
    await expect(page.locator("main .edit-only")).toHaveCount(0);
  });

  test("is offered the first of what the file has none of, and no second", async ({ page }) => {
    const firsts = { risks: "Ny risk", measures: "Lägg till åtgärd", people: "Ny person", training: "Lägg till utbildning", vulnerability: "Ny verksamhet" };
    await openApp(page, "#/data");
    const content = { format: 1, units: [{ id: "skolan", name: "Skolan", kind: "workplace" }] };
    await page.locator("main input[type=file]").first().setInputFiles({ name: "ny.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) });
    await expect(page.locator("main")).toContainText("ny.json");
    for (const [route, first] of Object.entries(firsts)) {
      await turnTo(page, `#/${route}`);
      await expect(page.getByRole("button", { name: first, exact: true }), route).toBeVisible();
      await expect(waiting(page), route).toHaveCount(0);
    }
    await turnTo(page, "#/people");
    await page.getByRole("button", { name: "Ny person" }).click();
    await page.getByRole("dialog").getByLabel(/^Namn/).fill("Ada Påhittad");
    await page.getByRole("dialog").getByRole("button", { name: "Spara ändringen" }).click();
    await expect(page.locator("main")).toContainText("Ada Påhittad");
    await expect(page.getByRole("button", { name: "Ny person" })).toBeHidden();
  });

  test("brings the buttons out by keyboard, keeps them over pages and a reload, and puts them away", async ({ page }) => {
    await openApp(page, "#/measures");
    await page.locator("main").focus();
    for (let step = 0; step < 5 && !(await toggle(page).evaluate((it) => it === document.activeElement)); step++) {
      await page.keyboard.press("Tab");
    }
    await expect(toggle(page)).toBeFocused();
    await page.keyboard.press("Space");
    await expect(toggle(page)).toHaveAttribute("aria-pressed", "true");
    await expect(waiting(page).first()).toBeVisible();
    await axe(page);
    await turnTo(page, "#/training");
    await expect(toggle(page)).toHaveAttribute("aria-pressed", "true");
    await expect(waiting(page).first()).toBeVisible();
    await page.reload();
    await ready(page);
    await expect(toggle(page)).toHaveAttribute("aria-pressed", "true");
    await toggle(page).press("Enter");
    await expect(toggle(page)).toHaveAttribute("aria-pressed", "false");
    await expect(waiting(page)).toHaveCount(0);
    await page.reload();
    await ready(page);
    await expect(toggle(page)).toHaveAttribute("aria-pressed", "false");
  });
});

test("with editing on, every page that is read has something to change", async ({ page }) => {
  await openApp(page);
  for (const { hash, name } of read) {
    await turnTo(page, hash);
    await expect(toggle(page), name).toHaveAttribute("aria-pressed", "true");
    if (name !== "Coverage") await expect(waiting(page).first(), name).toBeVisible();
  }
});

test("only a finding is told in a warm colour", async ({ page }) => {
  await openApp(page);
  for (const hash of ["#/rules", "#/method", "#/share"]) {
    await turnTo(page, hash);
    await expect(page.locator("main h1")).toBeVisible();
    await expect(page.locator("main h1 em"), hash).toHaveCount(0);
  }
  await turnTo(page, "#/organisation");
  await expect(page.locator("main h1 em")).toHaveCount(1);
});
