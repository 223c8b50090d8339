// What holds of every page: it is reached by its address, speaks both languages, is left by going back, fits a phone,
// needs no mouse, prints without its chrome, and axe finds nothing in it.
import { axe, expect, openApp, speak, test } from "./support/page.mjs";
import { turnTo } from "./support/edit.mjs";
import { organisation } from "./support/example.mjs";
import { items, pages } from "./support/pages.mjs";

/** Sections, and those of several pages with what is below them in the navigation. */
const sections = pages.filter(({ begins }) => begins);
const below = (section) => pages.filter((page) => page.section === section && page.tab && !page.begins);
const heading = (page) => page.locator("main h1");
const here = (page) => page.evaluate(() => location.hash);

test("the window is not named after what is secret, whatever page it is on", async ({ page }) => {
  const { unit, risk, person, finding } = items;
  const secret = structuredClone(organisation);
  const mark = (list, { id }) => Object.assign(secret[list].find((item) => item.id === id), { marking: "secret:18:13" });
  mark("units", unit);
  mark("risks", risk);
  mark("people", person);
  await page.route("**/example.json", (route) => route.fulfill({ json: secret }));
  const called = [unit.name, risk.title, person.name].map((name) => name.sv ?? name);
  for (const hash of [`#/organisation/${unit.id}`, `#/risks/${risk.id}`, `#/people/${person.id}`, `#/coverage/${finding.id}`]) {
    await openApp(page, hash);
    const title = await page.title();
    expect(title).toContain(organisation.name);
    for (const name of called) expect(title).not.toContain(name);
  }
});

test("light and dark are not the same", async ({ page }) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  await openApp(page);
  const light = await ground();
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await ground()).not.toBe(light);
});

for (const { name, hash, title } of pages) {
  test(`by its address, in both languages, and back again: ${name}`, async ({ page }) => {
    await openApp(page, hash);
    expect(await here(page)).toBe(hash);
    await expect(heading(page)).toHaveCount(1);
    await expect(heading(page)).not.toBeEmpty();
    const swedish = await heading(page).textContent();
    const titled = (title) => expect(page).toHaveTitle(`${title} – ${organisation.name} – Ombud`);

    await expect(page.locator("html")).toHaveAttribute("lang", "sv");
    await titled(title.sv);
    await speak(page, "In English");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await titled(title.en);
    await expect(heading(page)).not.toHaveText(swedish);
    // Remembered, and undone by the same button.
    await openApp(page, hash);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await speak(page, "På svenska");
    await expect(heading(page)).toHaveText(swedish);

    const elsewhere = hash === sections.at(-1).hash ? sections[0] : sections.at(-1);
    await page.locator(`nav.sections a[href="${elsewhere.hash}"]`).click();
    await expect(heading(page)).not.toHaveText(swedish);
    await page.goBack();
    await expect(heading(page)).toHaveText(swedish);
    await expect(heading(page)).toBeFocused();
    expect(await here(page)).toBe(hash);
  });

  test(`however it is looked at, it fits, has words for all, and nothing that axe finds: ${name}`, async ({ page }) => {
    // Four times over a long page.
    test.setTimeout(300_000);
    await page.setViewportSize({ width: 320, height: 700 });
    await openApp(page, hash);
    for (const language of ["sv", "en"]) {
      await test.step(`320 pixels are wide enough: ${language}`, async () => {
        if (language === "en") await speak(page, "In English");
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(wider).toBeLessThanOrEqual(0);
      });
    }
    await speak(page, "På svenska");
    for (const [width, height] of [[320, 700], [1280, 720]]) {
      await page.setViewportSize({ width, height });
      for (const colorScheme of ["light", "dark"]) {
        await test.step(`axe finds nothing at ${width} pixels in ${colorScheme} colours`, async () => {
          await page.emulateMedia({ colorScheme });
          await axe(page);
        });
      }
    }
    // The form that a file is begun with is what its page is, on paper too.
    if (name !== "Start") await test.step("on paper there is the page and no chrome", () => onPaper(page, name));
    await test.step("every table has a name", () => tablesAreNamed(page));
  });
}

async function onPaper(page, name) {
  // A mark, a day and a switch are also what they stand for.
  const chrome = page.locator("nav.sections, .tools, .skip, button:not(.mark, .drop-day), input:not([role=switch]), select, .button").filter({ visible: true });
  expect(await chrome.count()).toBeGreaterThan(0);
  await page.emulateMedia({ media: "print" });
  await expect(chrome).toHaveCount(0);
  // A report on paper is called what it is, in place of what is to be done about it.
  // Cards are cut out: nothing stands over them.
  if (name !== "Cards") {
    await expect(page.locator("main :is(h1, .report-title)").filter({ visible: true })).toHaveCount(1);
    await expect(page.locator(".footer-versions")).toBeVisible();
  }
  await page.emulateMedia({ media: null });
}

async function tablesAreNamed(page) {
  await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
  const nameless = (table) => !(table.caption ?? table.ariaLabel ?? table.getAttribute("aria-labelledby"));
  const all = await page.locator("table").all();
  for (const table of all) expect(await table.evaluate(nameless), await table.evaluate(({ outerHTML }) => outerHTML.slice(0, 160))).toBe(false);
}

test.describe("an English browser", () => {
  test.use({ locale: "en-GB" });

  test("is spoken to in English", async ({ page }) => {
    await openApp(page);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page).toHaveTitle(/^Overview /);
  });
});

test.describe("by keyboard alone", () => {
  /** Presses Tab until the element has the focus. */
  async function tabTo(page, element) {
    const focused = () => element.evaluate((element) => element === document.activeElement);
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press("Tab");
      if (await focused()) return;
    }
    expect(await focused(), `Tab reaches ${element}`).toBe(true);
  }

  test("the first Tab reaches a link past the header", async ({ page }) => {
    await openApp(page, "#/data");
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Hoppa till innehållet" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.locator("main")).toBeFocused();
    expect(await here(page)).toBe("#/data");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement.closest("main") !== null)).toBe(true);
  });

  test("from the top of the overview, where to start is reached in ten presses", async ({ page }) => {
    await openApp(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page.locator("main")).toBeFocused();
    const starts = page.locator(".start-subject").first();
    let presses = 2;
    while (!(await starts.evaluate((link) => link === document.activeElement)) && presses < 11) {
      await page.keyboard.press("Tab");
      presses += 1;
    }
    await expect(starts).toBeFocused();
    expect(presses).toBeLessThanOrEqual(10);
  });

  for (const { name, hash } of sections) {
    test(`the navigation leads to the page: ${name}`, async ({ page }) => {
      await openApp(page, "#/finns/inte");
      const before = await heading(page).textContent();
      await tabTo(page, page.locator(`nav.sections a[href="${hash}"]`));
      await page.keyboard.press("Enter");
      await expect(heading(page)).not.toHaveText(before);
      await expect(heading(page)).toBeFocused();
      expect(await here(page)).toBe(hash);
      await expect(page.locator("nav.sections [aria-current=page]")).toHaveAttribute("href", hash);
    });
  }

  for (const section of sections.filter((section) => below(section.section).length > 0)) {
    test(`the navigation of ${section.name} leads to each of its pages`, async ({ page }) => {
      await openApp(page);
      for (const { name, hash } of below(section.section)) {
        await test.step(name, async () => {
          await turnTo(page, section.hash);
          // From the top, as where the page has just been opened.
          await page.locator(".skip").focus();
          const before = await heading(page).textContent();
          await tabTo(page, page.locator(`nav.pages a[href="${hash}"]`));
          await page.keyboard.press("Enter");
          await expect(heading(page)).not.toHaveText(before);
          await expect(heading(page)).toBeFocused();
          expect(await here(page)).toBe(hash);
          await expect(page.locator("nav.pages [aria-current=page]")).toHaveAttribute("href", hash);
          await expect(page.locator("nav.sections [aria-current=true]")).toHaveAttribute("href", section.hash);
        });
      }
    });
  }

  test("the day is chosen and taken back", async ({ page }) => {
    await openApp(page);
    const day = page.getByLabel("Läget den");
    await tabTo(page, page.locator(".lens-button"));
    await page.keyboard.press("Enter");
    await tabTo(page, day);
    // The first part of the date, whichever the locale puts first.
    await page.keyboard.press("ArrowUp");
    await expect(day).not.toHaveValue(organisation.as_of);
    await expect(page).toHaveURL(new RegExp(`as_of=${await day.inputValue()}$`));
    await expect(day).toBeFocused();
    await tabTo(page, page.getByRole("button", { name: "Åter till" }));
    await page.keyboard.press("Enter");
    await expect(day).toHaveValue(organisation.as_of);
    await expect(page).not.toHaveURL(/as_of/);
  });

  test("the language is switched and switched back", async ({ page }) => {
    await openApp(page);
    await tabTo(page, page.locator("button.mark"));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("button", { name: "In English" }));
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.getByRole("button", { name: "På svenska" })).toBeFocused();
    await page.keyboard.press("Space");
    await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  });

  test("each file picker and button of the Data page is reached", async ({ page }) => {
    await openApp(page, "#/data");
    await tabTo(page, page.locator("main input[type=file]"));
    await tabTo(page, page.getByRole("button", { name: "Spara filen i bestämd ordning" }));
    await tabTo(page, page.getByRole("button", { name: "Spara resultatet (JSON)" }));
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(download.suggestedFilename()).toContain(organisation.as_of);
  });
});
