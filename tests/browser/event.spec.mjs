// While something happens: whom to call, in order; ticks and notes that survive a reload and a lost network; print and
// export. The file is the test's own, so that a post is vacant, a substitute waits and a unit has nobody.
import { readFileSync } from "node:fs";
import { arriving, ENGINE } from "./support/arriving.mjs";
import { turnTo } from "./support/edit.mjs";
import { axe, expect, openApp, ready, speak, test } from "./support/page.mjs";

const unit = (id, name, kind, parent, contact) => ({ id, name, kind, parent, contact });
const FILE = {
  format: 1,
  name: "Provkommun",
  units: [
    unit("kommun", "Provkommun", "municipality"),
    unit("skola", "Skolförvaltningen", "department", "kommun"),
    unit("boken", "Boken", "workplace", "skola", { email: "boken@example.se" }),
    unit("eken", "Eken", "workplace", "skola"),
    unit("bolag", "Bolaget", "company", "kommun"),
    unit("tallen", "Tallen", "workplace", "bolag"),
    unit("se", "Säkerhetsenheten", "security_unit", "kommun"),
    unit("grupp", "Gruppen", "group", "kommun"),
    unit("polis", "Polisen", "party", undefined, { phone: "114 14" }),
  ],
  people: [
    { id: "cora", name: "Cora Samordnare", phone: "08-123 45 01" },
    { id: "stig", name: "Stig Ersättare", phone: "08-123 45 02" },
    { id: "olle", name: "Olle Ombud", email: "olle@example.se" },
    { id: "saga", name: "Saga Säkerhetschef", phone: "08-123 45 03" },
    { id: "tage", name: "Tage Tyst" },
  ],
  assignments: [
    { role: "security_coordinator", unit: "skola", person: "cora" },
    { role: "security_coordinator", unit: "skola", person: "stig", substitute_for: "cora" },
    { role: "security_representative", unit: "boken" },
    { role: "security_representative", unit: "eken", person: "olle" },
    { role: "head_of_security", unit: "se", person: "saga" },
    { role: "member", unit: "grupp", person: "cora" },
    { role: "member", unit: "grupp", person: "tage" },
  ],
  risks: [
    { id: "el", title: { sv: "Långt elavbrott", en: "Long power cut" }, scenario: "elavbrott", units: ["kommun"] },
    { id: "vatten", title: "Vattenläcka", scenario: "dricksvattenavbrott", units: ["eken"] },
  ],
  questions: [
    { id: "f1", about: "Vem har reservkraft?", status: "raised", event: "Långt elavbrott", phase: "before" },
    { id: "f2", about: "Vem har tankbil?", status: "raised", event: "Vattenläcka", phase: "before" },
  ],
};

const EVENT = "#/event?risk=el";
const calls = (page) => page.locator(".call:visible");
const names = (page) => page.locator(".call:visible .call-name").allTextContents();
const call = (page, name) => page.locator(".call", { has: page.getByText(name, { exact: true }) });
const tick = (page, name, label) => call(page, name).getByRole("button", { name: `${label}: ${name}`, exact: true });
const log = (page) => page.locator("#log .log-line");
const progress = (page) => page.locator(".event-progress .results");

async function note(page, text) {
  await page.getByLabel("Anteckning", { exact: true }).fill(text);
  await page.getByRole("button", { name: "Skriv i loggen" }).click();
}

async function downloaded(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).first().click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

test.beforeEach(({ page }) => page.route("**/example.json", (route) => route.fulfill({ json: FILE })));

test("a risk leads to whom to call, in order, and first to where nobody can be", async ({ page }) => {
  await openApp(page, "#/event");
  await expect(page.locator("h1")).toHaveText("Vad har hänt?");
  await page.getByRole("searchbox", { name: "Sök risk" }).fill("elav");
  await expect(page.locator(".event-choice a", { hasText: "Vattenläcka" })).toHaveCount(0);
  await page.getByRole("link", { name: "Långt elavbrott" }).click();
  await ready(page);
  await expect(page.locator("h1")).toHaveText(/^Långt elavbrott: 6.att.nå. Telefonnummer saknas till.3\.$/);
  await expect(page.locator("h1 em")).toHaveText(/^Telefonnummer saknas till.3$/);
  const nobody = page.locator(".nobody");
  await expect(nobody.getByRole("link")).toHaveText(["Bolaget", "Tallen"]);
  const above = async (a, b) => (await a.boundingBox()).y < (await b.boundingBox()).y;
  expect(await above(nobody, page.locator("#calls"))).toBe(true);
  expect(await names(page)).toEqual(["Saga Säkerhetschef", "Polisen", "Cora Samordnare", "Boken", "Olle Ombud", "Tage Tyst"]);
  await expect(call(page, "Cora Samordnare")).toContainText("Säkerhetssamordnare, Skolförvaltningen");
  await expect(call(page, "Cora Samordnare")).toContainText("Medlem, Gruppen");
  await expect(call(page, "Boken")).toContainText("Enhetens egen kontakt, i stället för säkerhetsombud");
  await expect(call(page, "Tage Tyst")).toContainText("ingen uppgift");
  await expect(call(page, "Cora Samordnare").getByRole("link")).toHaveAttribute("href", "tel:081234501");
  await expect(call(page, "Olle Ombud").getByRole("link")).toHaveAttribute("href", "mailto:olle@example.se");
});

test("national numbers can be called, and the list is sought by name, number and place", async ({ page }) => {
  await openApp(page, EVENT);
  await expect(page.locator(".national").getByRole("link", { name: "112" })).toHaveAttribute("href", "tel:112");
  await expect(page.locator(".national").getByRole("link", { name: "114 14" })).toHaveAttribute("href", "tel:11414");
  const find = page.getByRole("searchbox", { name: "Sök namn, enhet eller roll" });
  await find.fill("eken");
  expect(await names(page)).toEqual(["Olle Ombud"]);
  await find.fill("0812345 03");
  expect(await names(page)).toEqual(["Saga Säkerhetschef"]);
  await find.fill("finns inte");
  await expect(page.locator("#calls")).toContainText("Ingen i listan passar det som söks.");
  await find.fill("");
  await expect(calls(page)).toHaveCount(6);
});

test("a long list has the workplaces of each department folded and counted", async ({ page }) => {
  await page.unroute("**/example.json");
  await openApp(page, "#/event?risk=elavbrott");
  await expect(page.locator("h1 em")).toHaveText(/^Telefonnummer saknas till.\d+$/);
  const folded = page.locator(".call-workplaces");
  expect(await folded.count()).toBeGreaterThan(3);
  await expect(folded.first().locator(".call").first()).toBeHidden();
  await folded.first().locator("summary").click();
  await expect(folded.first().locator(".call").first()).toBeVisible();
  await axe(page);
});

test("a risk’s own page leads to whom to call if it happens", async ({ page }) => {
  await openApp(page, "#/risks/vatten");
  await page.getByRole("link", { name: "Om det händer: vilka ska ringas" }).click();
  await ready(page);
  await expect(page.locator("h1")).toContainText("Vattenläcka: 5 att nå.");
});

test("a kind of event and chosen departments lead there too", async ({ page }) => {
  await openApp(page, "#/event");
  await page.getByRole("link", { name: "Dricksvattenavbrott" }).click();
  await ready(page);
  await expect(page.locator("h1")).toContainText("Dricksvattenavbrott: 5 att nå.");
  expect((await names(page)).slice(2, 4)).toEqual(["Cora Samordnare", "Olle Ombud"]);
  await page.getByRole("link", { name: "Ny händelse" }).click();
  await ready(page);
  await page.getByRole("button", { name: "Visa vilka som ska ringas" }).click();
  await expect(page.getByRole("alert")).toHaveText("Kryssa för minst en.");
  await page.getByRole("checkbox", { name: "Bolaget" }).check();
  await page.getByRole("button", { name: "Visa vilka som ska ringas" }).click();
  await ready(page);
  await expect(page.locator("h1")).toContainText("Bolaget: 4 att nå. Telefonnummer saknas till 1.");
  expect(await names(page)).toEqual(["Saga Säkerhetschef", "Polisen", "Cora Samordnare", "Tage Tyst"]);
  await expect(page).toHaveURL(/event\?units=bolag$/);
});

test("the part that is looked at has its own workplaces only", async ({ page }) => {
  await openApp(page, `${EVENT}&within=skola`);
  await expect(page.locator(".nobody")).toHaveCount(0);
  expect(await names(page)).toContain("Olle Ombud");
  await expect(page.locator("h1 + .sub")).toHaveText("Två arbetsplatser berörs.");
});

test("who is not reached is followed by the substitute at once, and a tick can be taken back", async ({ page }) => {
  await openApp(page, EVENT);
  await expect(progress(page)).toHaveText("0 av 6 nådda");
  await tick(page, "Cora Samordnare", "Inte nådd").click();
  expect((await names(page)).slice(2, 5)).toEqual(["Cora Samordnare", "Stig Ersättare", "Boken"]);
  await expect(call(page, "Stig Ersättare")).toContainText("Nu i tur: Cora Samordnare nås inte.");
  await expect(call(page, "Stig Ersättare")).toContainText("Ersättare för Cora Samordnare: säkerhetssamordnare");
  await expect(progress(page)).toHaveText("0 av 7 nådda");
  await tick(page, "Stig Ersättare", "Nådd").click();
  await expect(progress(page)).toHaveText("1 av 7 nådda");
  await expect(tick(page, "Stig Ersättare", "Nådd")).toHaveAttribute("aria-pressed", "true");
  await tick(page, "Cora Samordnare", "Inte nådd").click();
  await expect(calls(page)).toHaveCount(6);
  await expect(log(page).locator(".log-text")).toHaveText([
    "Krysset borttaget: Cora Samordnare",
    "Nådd: Stig Ersättare",
    "Inte nådd: Cora Samordnare",
  ]);
  await axe(page);
});

test("only those left to reach are shown, and the focus goes on to the next", async ({ page }) => {
  await openApp(page, EVENT);
  await page.getByLabel("Bara kvar att nå").check();
  await tick(page, "Cora Samordnare", "Nådd").click();
  await expect(calls(page)).toHaveCount(5);
  await expect(tick(page, "Saga Säkerhetschef", "Nådd")).toBeFocused();
  for (const name of ["Saga Säkerhetschef", "Polisen", "Boken", "Olle Ombud", "Tage Tyst"]) await tick(page, name, "Nådd").click();
  await expect(page.locator("#calls")).toContainText("Alla är nådda.");
  await page.getByLabel("Bara kvar att nå").uncheck();
  await expect(calls(page)).toHaveCount(6);
});

test("notes have times, can be changed, and survive a reload with the ticks", async ({ page }) => {
  await page.clock.setFixedTime(new Date("2026-11-22T14:05:00+01:00"));
  await openApp(page, EVENT);
  await tick(page, "Olle Ombud", "Inte nådd").click();
  await note(page, "Reservkraft igång");
  await page.clock.setFixedTime(new Date("2026-11-23T09:07:00+01:00"));
  const line = log(page).first();
  await line.getByRole("button", { name: "Ändra" }).click();
  await expect(line.getByRole("textbox")).toBeFocused();
  await line.getByRole("textbox").fill("Reservkraft igång på Eken");
  await line.getByRole("button", { name: "Spara" }).click();
  await expect(line.getByRole("button", { name: "Ändra" })).toBeFocused();

  await openApp(page, EVENT);
  await expect(log(page)).toHaveCount(2);
  await expect(line).toContainText("Reservkraft igång på Eken");
  await expect(line.locator(".log-time")).toHaveText(/^22.november 14\.05$/);
  await expect(line).toContainText("ändrad 09.07");
  await expect(tick(page, "Olle Ombud", "Inte nådd")).toHaveAttribute("aria-pressed", "true");
});

test("a note that is half typed is there after a reload, and in no other event", async ({ page }) => {
  const typed = page.getByLabel("Anteckning", { exact: true });
  await openApp(page, "#/event?risk=el");
  await typed.fill("Reservkraft begärd hos");
  await openApp(page, "#/event?risk=vatten");
  await expect(typed).toHaveValue("");
  await openApp(page, "#/event?risk=el");
  await expect(typed).toHaveValue("Reservkraft begärd hos");
  await page.getByRole("button", { name: "Skriv i loggen" }).click();
  await openApp(page, "#/event?risk=el");
  await expect(typed).toHaveValue("");
});

// Fault 25 of docs/faults.md.
test("the order of the log is that of the writing, in the night when the clocks are set back", async ({ page }) => {
  await page.clock.setFixedTime(new Date("2026-10-25T02:50:00+02:00"));
  await openApp(page, EVENT);
  await note(page, "före");
  await page.clock.setFixedTime(new Date("2026-10-25T02:10:00+01:00"));
  await note(page, "efter");
  await openApp(page, EVENT);
  await expect(log(page).locator(".log-text")).toHaveText(["efter", "före"]);
  const { text } = await downloaded(page, "Hämta loggen (CSV)");
  expect(text).toContain("1;2026-10-25;02:50;UTC+02:00;före\r\n2;2026-10-25;02:10;UTC+01:00;efter\r\n");
});

test("everything goes on without a network, and is there when it is back", async ({ page, context }) => {
  // The code of what changes the file comes behind the page, and that of the dialogues.
  const come = arriving(page);
  await openApp(page, EVENT);
  await come([...ENGINE, "page-keep.wasm", "page-edit.wasm", "page-refusal.wasm"]);
  await context.setOffline(true);
  await tick(page, "Cora Samordnare", "Inte nådd").click();
  await tick(page, "Stig Ersättare", "Nådd").click();
  await note(page, "Nätet är nere");
  const list = await downloaded(page, "Hämta listan (CSV)");
  expect(list.name).toBe("handelse-langt-elavbrott-lista.csv");
  expect(list.text).toMatch(/;Stig Ersättare;08-123 45 02;;.*;Nådd;/);
  await page.getByRole("button", { name: "Ställ en fråga" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Frågan (måste anges)").fill("Vem har nycklarna?");
  await dialog.getByRole("button", { name: "Spara ändringen" }).click();
  await expect(page.locator("#questions")).toContainText("Vem har nycklarna?");
  await context.setOffline(false);
  await openApp(page, EVENT);
  await expect(log(page)).toHaveCount(3);
  await expect(log(page).first()).toContainText("Nätet är nere");
  expect((await names(page))[3]).toBe("Stig Ersättare");
});

test("questions about the event are listed, and a new one is about it", async ({ page }) => {
  await openApp(page, EVENT);
  const questions = page.locator("#questions");
  await expect(questions).toContainText("Vem har reservkraft?");
  await expect(questions).not.toContainText("tankbil");
  await questions.getByRole("button", { name: "Ställ en fråga" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading")).toHaveText("Ny fråga");
  await expect(dialog.getByLabel("Händelse", { exact: true })).toHaveValue("Långt elavbrott");
  await expect(dialog.getByLabel("Händelse på engelska, om det skiljer")).toHaveValue("Long power cut");
  await expect(dialog.getByLabel("Skede")).toHaveValue("during");
  await axe(page);
  await dialog.getByLabel("Frågan (måste anges)").fill("Vem öppnar trygghetspunkten?");
  await dialog.getByRole("button", { name: "Spara ändringen" }).click();
  await expect(questions).toContainText("Vem öppnar trygghetspunkten?");
});

test("several events are kept, the latest is come back to, and one is ended after it was offered to be saved", async ({ page }) => {
  await openApp(page, EVENT);
  await note(page, "om elen");
  await openApp(page, "#/event?risk=vatten");
  await expect(log(page)).toHaveCount(0);
  await note(page, "om vattnet");
  await openApp(page, "#/event");
  await expect(page).toHaveURL(/risk=vatten$/);
  await page.getByRole("link", { name: "Ny händelse" }).click();
  await expect(page.locator("main section").first().getByRole("link")).toHaveText(["Vattenläcka", "Långt elavbrott"]);
  await page.locator("main section").first().getByRole("link", { name: "Vattenläcka" }).click();
  await ready(page);
  await page.getByRole("button", { name: "Avsluta och rensa" }).click();
  const end = page.locator("#event-end");
  await expect(end).toBeFocused();
  await end.getByRole("button", { name: "Behåll" }).click();
  await expect(log(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Avsluta och rensa" }).click();
  await axe(page);
  expect((await downloaded(page, "Hämta loggen (CSV)")).text).toContain("om vattnet");
  await end.getByRole("button", { name: "Ja, avsluta och rensa" }).click();
  await expect(page.locator("h1")).toHaveText("Vad har hänt?");
  await expect(page.locator("main section").first().getByRole("link")).toHaveText(["Långt elavbrott"]);
  await openApp(page, "#/event?risk=vatten");
  await expect(log(page)).toHaveCount(0);
});

test("two tabs write in one log", async ({ page, context }) => {
  await openApp(page, EVENT);
  await note(page, "från den ena");
  const other = await context.newPage();
  await other.route("**/example.json", (route) => route.fulfill({ json: FILE }));
  await openApp(other, EVENT);
  await note(other, "från den andra");
  await expect(log(page)).toHaveCount(2);
  await note(page, "och igen");
  await expect(log(other).locator(".log-text")).toHaveText(["och igen", "från den andra", "från den ena"]);
});

test("what could not be kept and what another tab wrote meanwhile are both there when there is room again", async ({ page, context }) => {
  await page.addInitScript(() => {
    const keep = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
      if (window.isFull && key.startsWith("ombud.event.")) throw new DOMException("full", "QuotaExceededError");
      keep.call(this, key, value);
    };
  });
  await openApp(page, EVENT);
  await note(page, "först");
  await page.evaluate(() => (window.isFull = true));
  await note(page, "bara här");
  await expect(page.locator("#log").getByRole("alert")).toBeVisible();
  const other = await context.newPage();
  await other.route("**/example.json", (route) => route.fulfill({ json: FILE }));
  await openApp(other, EVENT);
  await note(other, "i den andra");
  await expect(log(page)).toHaveCount(3);
  await page.evaluate(() => (window.isFull = false));
  await note(page, "sist");
  await expect(page.locator("#log").getByRole("alert")).toHaveCount(0);
  await expect(log(other).locator(".log-text")).toHaveText(["sist", "bara här", "i den andra", "först"]);
});

test.describe("where what the browser has kept of a log", () => {
  const KEY = `ombud.event.${FILE.name}${EVENT}`;
  const kept = (page) => page.evaluate((key) => localStorage.getItem(key), KEY);
  /** Writes another text under the key of the log, as another tab does; unheard, before this one has been told. */
  const write = (page, text, { unheard = false } = {}) =>
    page.evaluate(
      ([key, newValue, unheard]) => {
        localStorage.setItem(key, newValue);
        if (!unheard) dispatchEvent(new StorageEvent("storage", { key, newValue }));
      },
      [KEY, text, unheard],
    );
  const thereAndBack = async (page) => {
    await turnTo(page, "#/data");
    await turnTo(page, EVENT);
  };

  for (const [what, text] of [
    ["is damaged", "\u0000skräp"],
    ["is a newer version’s", "2\u001FProvkommun\u001F#/event?risk=el\u001E"],
  ]) {
    test(`${what}, it stays as it is, and what is written is there as long as the tab is`, async ({ page }) => {
      await openApp(page, EVENT);
      await note(page, "före");
      await write(page, text);
      await expect(page.locator("#log").getByRole("alert")).toBeVisible();
      await note(page, "efter");
      await thereAndBack(page);
      await expect(log(page).locator(".log-text")).toHaveText(["efter", "före"]);
      await expect(page.locator("#log").getByRole("alert")).toBeVisible();
      expect(await kept(page)).toBe(text);
      // An event that is ended is ended, though what cannot be read is left.
      await page.getByRole("button", { name: "Avsluta och rensa" }).click();
      await page.getByRole("button", { name: "Ja, avsluta och rensa" }).click();
      await turnTo(page, EVENT);
      await expect(log(page)).toHaveCount(0);
      expect(await kept(page)).toBe(text);
    });
  }

  test("goes with all that the site has kept, or with other words, the log is kept again; taken away by itself, it is gone", async ({ page }) => {
    await openApp(page, EVENT);
    await note(page, "före");
    const emptied = (key) =>
      page.evaluate((key) => {
        localStorage.clear();
        dispatchEvent(new StorageEvent("storage", { key }));
      }, key);
    for (const key of [null, "something else"]) {
      await emptied(key);
      await expect.poll(() => kept(page)).toContain("före");
      await expect(log(page).locator(".log-text")).toHaveText(["före"]);
    }
    await emptied(KEY);
    await expect(log(page)).toHaveCount(0);
    expect(await kept(page)).toBe(null);
  });

  test("cannot be read when the page is opened, a note is there when one comes back", async ({ page }) => {
    await openApp(page, EVENT);
    await note(page, "före");
    await write(page, "skräp");
    await openApp(page, EVENT);
    await expect(log(page)).toHaveCount(0);
    await note(page, "efter");
    await thereAndBack(page);
    await expect(log(page).locator(".log-text")).toHaveText(["efter"]);
  });

  test("can be read again, what was only in the tab is kept there too", async ({ page }) => {
    await openApp(page, EVENT);
    await note(page, "före");
    const before = await kept(page);
    await write(page, "skräp");
    await note(page, "efter");
    await write(page, before);
    await expect(page.locator("#log").getByRole("alert")).toHaveCount(0);
    await openApp(page, EVENT);
    await expect(log(page).locator(".log-text")).toHaveText(["efter", "före"]);
  });

  test("was written by two tabs at one moment, what the later wrote over comes back, and is kept", async ({ page }) => {
    await openApp(page, EVENT);
    await note(page, "från båda");
    const before = await kept(page);
    await note(page, "överskriven");
    const own = await kept(page);
    await write(page, before);
    await expect.poll(() => kept(page)).toBe(own);
    await expect(log(page).locator(".log-text")).toHaveText(["överskriven", "från båda"]);
    // Also where the next is written before the tab has heard of the other.
    await write(page, before, { unheard: true });
    await note(page, "sist");
    await openApp(page, EVENT);
    await expect(log(page).locator(".log-text")).toHaveText(["sist", "överskriven", "från båda"]);
  });

  test("was cleared and begun anew in another tab, nothing of the old log comes back", async ({ page }) => {
    await page.clock.setFixedTime(new Date("2026-11-22T14:05:00+01:00"));
    await openApp(page, EVENT);
    await note(page, "gammal");
    const old = await kept(page);
    await page.clock.setFixedTime(new Date("2026-11-22T14:06:00+01:00"));
    await write(page, old.replace("gammal", "ny").replace(/\d{13}/, String(Date.parse("2026-11-22T14:05:30+01:00"))));
    await expect(log(page).locator(".log-text")).toHaveText(["ny"]);
    await note(page, "sist");
    await openApp(page, EVENT);
    await expect(log(page).locator(".log-text")).toHaveText(["sist", "ny"]);
  });
});

test("where the browser keeps nothing the page says so and goes on", async ({ page }) => {
  await page.addInitScript(() => {
    const keep = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
      if (key.startsWith("ombud.event.")) throw new DOMException("full", "QuotaExceededError");
      keep.call(this, key, value);
    };
  });
  await openApp(page, EVENT);
  await note(page, "ett");
  await expect(page.locator("#log").getByRole("alert")).toContainText("Webbläsarens utrymme är fullt.");
  await note(page, "två");
  await expect(log(page)).toHaveCount(2);
  // Another page and back: it is still there, as long as the tab is.
  await page.evaluate(() => (location.hash = "#/data"));
  await ready(page);
  await page.evaluate((hash) => (location.hash = hash), EVENT);
  await ready(page);
  await expect(log(page)).toHaveCount(2);
  await expect(page.locator("#log").getByRole("alert")).toBeVisible();
  expect((await downloaded(page, "Hämta loggen (CSV)")).text).toContain("två");
});

test("whose turn it is stands out, and the turn goes on when someone is reached", async ({ page }) => {
  await openApp(page, EVENT);
  const next = page.locator(".call[data-next] .call-name");
  await expect(next).toHaveText(["Saga Säkerhetschef"]);
  await tick(page, "Saga Säkerhetschef", "Nådd").click();
  await expect(next).toHaveText(["Polisen"]);
  await tick(page, "Saga Säkerhetschef", "Nådd").click();
  await expect(next).toHaveText(["Saga Säkerhetschef"]);
});

test("on a phone the log is in sight from the first of the list to the last", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await openApp(page, EVENT);
  for (const at of [calls(page).first(), calls(page).last()]) {
    await at.scrollIntoViewIfNeeded();
    await expect(page.getByRole("button", { name: "Skriv i loggen" })).toBeInViewport({ ratio: 1 });
  }
});

test("on paper there are boxes to tick and the log, and nothing to press", async ({ page }) => {
  await openApp(page, EVENT);
  await tick(page, "Cora Samordnare", "Nådd").click();
  await note(page, "på papper");
  await page.getByLabel("Bara kvar att nå").check();
  await page.emulateMedia({ media: "print" });
  // The name over the page opens a menu on the screen; on paper it is a letterhead.
  await expect(page.locator("main button, input, textarea, .tools, nav").filter({ visible: true })).toHaveCount(0);
  // Those reached are on paper whatever the screen shows.
  await expect(page.locator(".call-paper:visible")).toHaveCount(6);
  await expect(call(page, "Cora Samordnare").locator(".call-paper")).toContainText("☒ Nådd");
  await expect(call(page, "Boken").locator(".call-paper")).toContainText("☐ Nådd");
  await expect(page.locator(".log-text", { hasText: "på papper" })).toBeVisible();
});

test("by keyboard alone someone is ticked and a note is written", async ({ page }) => {
  await openApp(page, EVENT);
  const reached = tick(page, "Cora Samordnare", "Nådd");
  const focused = (element) => element.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 60 && !(await focused(reached)); presses++) await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(reached).toHaveAttribute("aria-pressed", "true");
  await expect(reached).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(tick(page, "Cora Samordnare", "Inte nådd")).toHaveAttribute("aria-pressed", "true");
  await expect(tick(page, "Cora Samordnare", "Inte nådd")).toBeFocused();
  const field = page.getByLabel("Anteckning", { exact: true });
  for (let presses = 0; presses < 60 && !(await focused(field)); presses++) await page.keyboard.press("Tab");
  await page.keyboard.type("skrivet utan mus");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(log(page).first()).toContainText("skrivet utan mus");
});

test("on a small phone, in English and in dark, everything has room and a thumb’s size", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.emulateMedia({ colorScheme: "dark" });
  await openApp(page, EVENT);
  await page.getByRole("button", { name: "Meny", exact: true }).click();
  await speak(page, "In English");
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await expect(page.locator("h1")).toHaveText(/^Long power cut: 6.to.reach. 3 have no phone number\.$/);
  await tick(page, "Cora Samordnare", "Not reached").click();
  await expect(call(page, "Stig Ersättare")).toContainText("Next in turn: Cora Samordnare cannot be reached.");
  for (const button of await page.locator(".tick:visible").all()) {
    const { width, height } = await button.boundingBox();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  await axe(page);
});

test("an event that the file no longer knows says so, and its log is left", async ({ page }) => {
  await openApp(page, EVENT);
  await note(page, "kvar");
  await openApp(page, "#/event?risk=borta");
  await expect(page.locator("h1")).toHaveText("Det som händelsen gäller finns inte i filen.");
  await page.getByRole("link", { name: "Ny händelse" }).click();
  await expect(page.getByRole("link", { name: "Långt elavbrott" }).first()).toBeVisible();
});
