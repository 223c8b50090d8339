// Plans: a reorganisation worked out beside the file. Forty workplaces are moved in one step, what that closes and makes
// is listed, a daily fix goes to the file meanwhile, and what the plan showed is what the file has once it is brought in.
import { readFileSync } from "node:fs";
import { choose, expectEdit, makeAnEdit, turnTo } from "./support/edit.mjs";
import { organisation } from "./support/example.mjs";
import { axe, expect, openApp, ready, speak, test } from "./support/page.mjs";

const WORDS = {
  sv: {
    none: "Ingen plan är påbörjad.", name: "Planens namn", day: "Tas in", begin: "Påbörja planen", empty: "Planen ändrar ingenting ännu.",
    unitName: "Enhetens namn", under: "Ska ligga under", add: "Lägg till i planen", shown: "Välj alla som visas", to: "Flytta till", move: "Flytta 40 enheter",
    moved: "40 enheter är flyttade i planen.", chosen: (n) => `${n} enheter valda`, verdict: /flyttar 40 enheter och lägger till 1 enhet: (\d+)\savvikelser/,
    undo: "Ångra senaste steget", again: "lägger till 1 enhet", save: "Spara som ändringsfil", bring: "Granska och ta in", take: "Ta in 41 ändringar", done: "41 ändringar är införda.",
    same: "Allt i planen finns redan i filen.", discard: "Ta bort planen", keep: "Behåll", where: "Exempelkommun", choose: "Välj planens fil", show: "Visa fler", over: "Skola och omsorg · tas in",
  },
  en: {
    none: "No plan has been started.", name: "Name of the plan", day: "Bring in on", begin: "Start the plan", empty: "The plan changes nothing yet.",
    unitName: "Name of the unit", under: "Is to belong to", add: "Add to the plan", shown: "Choose all shown", to: "Move to", move: "Move 40 units",
    moved: "40 units have been moved in the plan.", chosen: (n) => `${n} units chosen`, verdict: /moves 40 units and adds 1 unit: (\d+)\sgaps/,
    undo: "Undo the last step", again: "adds 1 unit", save: "Save as change file", bring: "Review and bring in", take: "Bring in 41 changes", done: "41 changes have been brought in.",
    same: "The file already has everything that is in the plan.", discard: "Discard the plan", keep: "Keep", where: "Exempelkommun", choose: "Choose the file of the plan", show: "Show more", over: "Skola och omsorg · to be brought in on",
  },
};

/** Goes on with the keyboard until something has the focus, and presses a key there. */
async function press(page, locator, key) {
  await expect(locator).toBeVisible();
  for (let step = 0; step < 400; step++) {
    if (await locator.evaluate((element) => element === document.activeElement)) return page.keyboard.press(key);
    await page.keyboard.press("Tab");
  }
  throw new Error("the keyboard does not reach it");
}

/** Begins a plan with a new department in it. */
async function begin(page, words) {
  await openApp(page, "#/plan");
  await expect(page.locator("main h1")).toHaveText(words.none);
  await page.getByLabel(words.name).fill("Skola och omsorg");
  await page.getByLabel(words.day).fill("2027-01-01");
  await page.getByRole("button", { name: words.begin }).click();
  await expect(page.locator("main h1")).toHaveText(words.empty);
  const make = page.locator("#plan-make");
  await make.getByLabel(words.unitName).fill("Välfärdsförvaltningen");
  await choose(make, words.under, words.where);
  await make.getByRole("button", { name: words.add }).click();
  await expect(page.locator("main h1")).toContainText(words.again);
}

/** Moves forty workplaces to the new department: what stands first when the list is narrowed to one, and some more. */
async function moveForty(page, words) {
  const units = page.locator("#plan-units");
  const rows = units.locator("tbody tr");
  await units.getByRole("combobox").first().selectOption("buf");
  await ready(page);
  const places = rows.filter({ has: page.getByText(/^(arbetsplats|workplace)$/) });
  await expect(places.nth(39)).toBeVisible();
  for (let at = 0; at < 40; at++) await places.nth(at).getByRole("checkbox").check();
  await expect(units.getByRole("status").first()).toHaveText(words.chosen(40));
  await choose(page.locator("#plan-move"), words.to, "Välfärdsförvaltningen");
  await press(page, units.getByRole("button", { name: words.move }), "Enter");
  await expect(page.getByText(words.moved)).toBeVisible();
  await ready(page);
}

/** Every finding of a list, by what is said of it. */
async function listed(list, words) {
  const more = list.getByRole("button", { name: words.show });
  while (await more.count()) await more.click();
  return list.locator("li a").allInnerTexts();
}

for (const [language, words] of Object.entries(WORDS)) {
  test(`a plan that moves forty workplaces shows what the file has once it is brought in: ${language}`, async ({ page }) => {
    await openApp(page);
    if (language === "en") await speak(page, "In English");
    const title = page.locator("main h1");
    await begin(page, words);
    await moveForty(page, words);
    await expect(title).toHaveText(words.verdict);
    const gaps = words.verdict.exec(await title.innerText())[1];
    await axe(page);
    const made = await listed(page.locator("#plan-makes"), words);
    expect(made.some((line) => line.includes("Välfärdsförvaltningen"))).toBe(true);
    for (const link of await page.locator(":is(#plan-makes, #plan-mends) li a").all()) {
      expect(await link.getAttribute("href")).toMatch(/^#\/(coverage|organisation)[/?]/);
    }
    await expect(page.locator("#plan-ahead tbody tr")).toHaveCount(5);
    await expect(page.locator("#plan-ahead tbody tr").first().getByRole("cell").last()).toHaveText(gaps);

    // One step is taken back, and taken again.
    await page.getByRole("button", { name: words.undo }).click();
    await expect(title).not.toHaveText(words.verdict);
    await expect(title).toContainText(words.again);
    await moveForty(page, words);
    await expect(title).toHaveText(words.verdict);

    // The browser keeps it, and the file is as it was.
    await page.reload();
    await ready(page);
    await expect(title).toHaveText(words.verdict);
    await expect(page.locator("main .when")).toContainText(words.over);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: words.save }).click()]);
    expect(download.suggestedFilename()).toBe("plan-skola-och-omsorg.json");
    const saved = JSON.parse(readFileSync(await download.path(), "utf8"));
    expect(saved.plan).toEqual({ name: "Skola och omsorg", on: "2027-01-01" });
    expect(saved.changed).toHaveLength(40);
    const parents = new Map(organisation.units.map(({ id, parent }) => [id, parent]));
    for (const { key, before, after } of saved.changed) {
      expect(before.parent).toBe(parents.get(key));
      expect(after.parent).toBe("valfardsforvaltningen");
    }

    await page.getByRole("button", { name: words.bring }).click();
    await expect(page.locator("#review tbody")).not.toHaveCount(0);
    await page.getByRole("button", { name: words.take }).click();
    await expect(title).toContainText(words.done);
    await turnTo(page, "#/coverage");
    await expect(title).toContainText(gaps);
    await turnTo(page, "#/plan");
    await expect(title).toHaveText(words.same);
    await expect(page.locator("#plan-makes li, #plan-mends li")).toHaveCount(0);
  });
}

test("a daily fix goes to the file meanwhile, and is there with the plan", async ({ page }) => {
  const words = WORDS.sv;
  await begin(page, words);
  await makeAnEdit(page);
  await turnTo(page, "#/plan");
  await expect(page.locator("main h1")).toContainText(words.again);
  await page.getByRole("button", { name: words.bring }).click();
  await page.getByRole("button", { name: "Ta in 1 ändring" }).click();
  await expect(page.locator("main h1")).toContainText("1 ändring är införd.");
  await expectEdit(page);
  await turnTo(page, "#/organisation/valfardsforvaltningen");
  await expect(page.locator("main h1")).toContainText("Välfärdsförvaltningen");
});

test("nothing is moved under itself, and why is said", async ({ page }) => {
  await begin(page, WORDS.sv);
  const units = page.locator("#plan-units");
  await units.getByRole("searchbox").fill("Välfärds");
  await ready(page);
  await expect(units.locator("tbody tr")).toHaveCount(1);
  await expect(units.locator("tbody tr")).toContainText("ny i planen");
  await units.getByRole("checkbox").check();
  await choose(page.locator("#plan-move"), "Flytta till", "Välfärdsförvaltningen");
  await units.getByRole("button", { name: "Flytta 1 enhet" }).click();
  await expect(page.getByText("Välfärdsförvaltningen kan inte ligga under sig själv eller en enhet under sig.")).toBeVisible();
});

test("a plan is discarded once that is answered, and a saved one is gone on with", async ({ page }) => {
  const words = WORDS.sv;
  await begin(page, words);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: words.save }).click()]);
  const buffer = readFileSync(await download.path());
  const acts = page.locator("#plan-acts");
  await acts.getByRole("button", { name: words.discard }).click();
  await expect(acts.getByRole("group")).toContainText("Ta bort den?");
  await page.keyboard.press("Escape");
  await expect(page.locator("main h1")).toContainText(words.again);
  await acts.getByRole("button", { name: words.discard }).click();
  await acts.getByRole("group").getByRole("button", { name: words.discard }).click();
  await expect(page.locator("main h1")).toHaveText(words.none);
  await axe(page);
  await page.reload();
  await ready(page);
  await expect(page.locator("main h1")).toHaveText(words.none);
  const picker = page.locator("main input[type=file]");
  await picker.setInputFiles({ name: "annat.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(page.getByText("Filen är ingen ändringsfil.")).toBeVisible();
  await picker.setInputFiles({ name: "plan.json", mimeType: "application/json", buffer });
  await expect(page.locator("main h1")).toContainText(words.again);
  await expect(page.locator("main .when")).toContainText(words.over);
});
