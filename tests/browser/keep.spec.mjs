// Nothing is lost: whatever happens to the tab, the storage, the file or the engine, the reader finds what they wrote.
// The numbers are those of the faults a page of this kind has to survive.
import { readFileSync } from "node:fs";
import { serve } from "../../scripts/serve.mjs";
import { expectEdit, makeAnEdit, sign, turnTo, UNITS, written } from "./support/edit.mjs";
import { axe, endsEarly, expect, hold, openApp, ready, test as base } from "./support/page.mjs";

const EXAMPLE = readFileSync("public/example.json", "utf8");

/** The example as someone else has changed it: another address for the n-th unit that the tests edit. */
function changedByOthers(n, address) {
  const file = JSON.parse(EXAMPLE);
  file.units.find((unit) => unit.id === UNITS[n - 1]).address = address;
  return JSON.stringify(file);
}

const test = base.extend({
  /** What the server sends in place of its files, by path. Each test has a server, and so a storage, of its own. */
  hosted: async ({}, use) => use(new Map()),
  baseURL: async ({ hosted }, use) => {
    const server = await serve({ base: "/some/deep/path/", override: hosted });
    await use(server.url);
    await server.close();
  },
  // Downloads instead of the browser's own dialogue, which nobody can answer here.
  picker: ["absent", { option: true }],
  context: async ({ context, picker }, use) => {
    if (picker === "absent") {
      await context.addInitScript(() => {
        delete window.showSaveFilePicker;
        delete window.showOpenFilePicker;
      });
    }
    await use(context);
  },
});

const notices = (page) => page.locator(".notices");

/** Waits until the work at hand is in the browser. */
async function kept(page) {
  await turnTo(page, "#/data");
  await expect(page.locator(".kept-line")).toContainText("Sparat i webbläsaren den");
}

/** Another tab on the same site. */
async function another(page, hash) {
  const tab = await page.context().newPage();
  await openApp(tab, hash);
  return tab;
}

/** A tab on the same site that does not run the page. */
async function outside(page) {
  const tab = await page.context().newPage();
  const body = '<!doctype html><title>Utanför</title><link rel="icon" href="data:,">';
  await tab.route(/\/outside\.html$/, (route) => route.fulfill({ contentType: "text/html", body }));
  await tab.goto("./outside.html");
  return tab;
}

/** Changes every kept draft: some letters cut from the end of its journal, some fields set. */
async function stored(page, change) {
  await page.evaluate(async ({ cut, fields }) => {
    const wait = (request) => new Promise((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: failed }));
    const database = await wait(indexedDB.open("ombud"));
    const drafts = database.transaction("drafts", "readwrite").objectStore("drafts");
    const keys = await wait(drafts.getAllKeys());
    for (const [at, draft] of (await wait(drafts.getAll())).entries()) {
      const journal = draft.journal.slice(0, draft.journal.length - cut);
      drafts.put({ ...draft, journal, ...fields }, keys[at]);
    }
    database.close();
  }, change);
}

/** How many drafts the browser keeps. */
async function draftsKept() {
  const wait = (request) => new Promise((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: failed }));
  const database = await wait(indexedDB.open("ombud"));
  const count = await wait(database.transaction("drafts").objectStore("drafts").count());
  database.close();
  return count;
}

async function text(download) {
  return readFileSync(await (await download).path(), "utf8");
}

const pick = (page, name, content) =>
  page.locator("main input[type=file]").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });

test("fault 17: a tab that is killed brings its changes back, and they can be discarded", async ({ page }) => {
  await openApp(page);
  await makeAnEdit(page, 1);
  await makeAnEdit(page, 2);
  await kept(page);
  await page.close();

  const again = await another(page);
  await expect(notices(again)).toContainText(/Dina ändringar från den .* är tillbaka: två poster skiljer sig från filen\./);
  await axe(again);
  await expectEdit(again, 1);
  await expectEdit(again, 2);
  await notices(again).getByRole("button", { name: "Ta bort ändringarna" }).click();
  await expectEdit(again, 1, written(1), false);
  await expect(notices(again).locator(".notice")).toHaveCount(0);
  // Nothing is left to come back.
  await turnTo(again, "#/data");
  await expect(again.locator(".kept-line")).toHaveCount(0);
  await expect.poll(() => again.evaluate(draftsKept)).toBe(0);
  const third = await another(again);
  await expect(notices(third).locator(".notice")).toHaveCount(0);
});

test("where the browser keeps bytes but no files, as a private window of Safari does, changes come back", async ({ page }) => {
  await page.context().addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value, ...rest) {
      if (value instanceof Blob) throw new DOMException("Error preparing Blob/File data to be stored in object store", "UnknownError");
      return put.call(this, value, ...rest);
    };
  });
  await openApp(page);
  await makeAnEdit(page, 1);
  await kept(page);
  await page.close();
  const again = await another(page);
  await expect(notices(again)).toContainText("är tillbaka");
  await expectEdit(again, 1);
});

test.describe("killed at any moment", () => {
  test.use({ expectedFaults: [[/crash/i], { option: true }] });
  for (const delay of [0, 150, 260, 300]) {
    test(`fault 17: a tab killed ${delay} ms into a save has one of the two drafts, whole`, async ({ page }) => {
      await openApp(page);
      await makeAnEdit(page, 1);
      await kept(page);
      await makeAnEdit(page, 2);
      await page.waitForTimeout(delay);
      const session = await page.context().newCDPSession(page);
      const crashed = page.waitForEvent("crash");
      session.send("Page.crash").catch(() => {});
      await crashed;

      const again = await another(page);
      await expect(notices(again)).toContainText("är tillbaka");
      const both = (await notices(again).textContent()).includes("två poster");
      await expectEdit(again, 1);
      await expectEdit(again, 2, written(2), both);
    });
  }
});

test("what is changed before the code that keeps it has come is kept once it has", async ({ page }) => {
  const deliver = await hold(page, /\/page-keep[^/]*\.wasm$/);
  await openApp(page);
  await makeAnEdit(page, 1);
  await makeAnEdit(page, 2);
  await turnTo(page, "#/data");
  await expect(page.locator(".kept-line")).toContainText("Sparas i webbläsaren");
  // Leaving now would lose it, and the browser asks.
  const asks = () => page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
  expect(await asks()).toBe(true);
  deliver();
  await kept(page);
  expect(await asks()).toBe(false);
  await openApp(page);
  await expectEdit(page, 1);
  await expectEdit(page, 2);
});

test("what is saved before the code that saves has come is saved once it has", async ({ page }) => {
  const deliver = await hold(page, /\/page-keep[^/]*\.wasm$/);
  await openApp(page);
  await makeAnEdit(page, 1);
  await turnTo(page, "#/data");
  const download = page.waitForEvent("download");
  await page.getByRole("main").getByRole("button", { name: "Spara filen", exact: true }).click();
  await sign(page);
  deliver();
  expect(await text(download)).toContain(written(1));
});

test("fault 13: a full storage is told, and the file can be saved with everything in it", async ({ page, baseURL }) => {
  await openApp(page);
  const session = await page.context().newCDPSession(page);
  // Before the first edit, for the browser remembers for a while how much room there was.
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(baseURL).origin, quotaSize: 1 });
  await makeAnEdit(page, 1);
  await makeAnEdit(page, 2);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("har inte plats för dina ändringar");
  await axe(page);
  const download = page.waitForEvent("download");
  await alert.getByRole("button", { name: "Spara filen" }).click();
  await sign(page);
  const saved = await text(download);
  expect(saved).toContain(written(1));
  expect(saved).toContain(written(2));
  await expect(notices(page)).toContainText("laddas ned");
});

test("fault 14: damaged work is told, saved as it is and deleted only when the reader says so", async ({ page }) => {
  await openApp(page);
  await makeAnEdit(page, 1);
  await kept(page);
  await page.close();
  const broken = await outside(page);
  await stored(broken, { cut: 20 });
  await openApp(broken, "#/data");
  await expect(notices(broken)).toContainText("Ett arbete i webbläsaren är skadat och kan inte öppnas. Ingenting är borttaget.");
  await axe(broken);
  const row = broken.locator(".kept-draft");
  await expect(row).toContainText("Skadat");
  await expect(row.getByRole("button", { name: "Öppna" })).toHaveCount(0);
  const download = broken.waitForEvent("download");
  await row.getByRole("button", { name: "Spara som det är" }).click();
  const raw = JSON.parse(await text(download));
  expect(raw.kept.journal).toContain(written(1));
  expect(raw.file).toBe(EXAMPLE);
  await row.getByRole("button", { name: "Ta bort" }).click();
  await expect(row).toContainText("Det går inte att ångra.");
  await row.getByRole("button", { name: "Behåll" }).click();
  await expect(row).toHaveCount(1);
  await row.getByRole("button", { name: "Ta bort" }).click();
  await row.getByRole("button", { name: "Ja, ta bort" }).click();
  await expect(row).toHaveCount(0);
});

test("fault 14: records that are no drafts at all hurt nothing", async ({ page }) => {
  await openApp(page);
  await makeAnEdit(page, 1);
  await kept(page);
  for (const garbage of [null, 7, "x", [], { id: 5, when: {}, sequence: "x", version: 1 }]) {
    const tab = await outside(page);
    await tab.evaluate(
      (garbage) =>
        new Promise((done) => {
          indexedDB.open("ombud").onsuccess = ({ target: { result: database } }) => {
            const transaction = database.transaction("drafts", "readwrite");
            transaction.objectStore("drafts").put(garbage, `garbage ${JSON.stringify(garbage)}`);
            transaction.oncomplete = () => done(database.close());
          };
        }),
      garbage,
    );
    await tab.close();
  }
  await page.close();
  const again = await another(page, "#/data");
  await expect(notices(again)).toContainText("Fem arbeten i webbläsaren");
  await expect(notices(again)).toContainText("är tillbaka");
  await expect(again.locator(".kept-draft")).toHaveCount(5);
  await expectEdit(again, 1);
});

test("fault 14: work kept by a newer page is told by name and left alone", async ({ page }) => {
  await openApp(page);
  await makeAnEdit(page, 1);
  await kept(page);
  await page.close();
  const newer = await outside(page);
  await stored(newer, { cut: 0, fields: { version: 2, sum: "of another kind" } });
  await openApp(newer, "#/data");
  await expect(notices(newer)).toContainText("sparat av en nyare version av sidan");
  await expect(newer.locator(".kept-draft")).toContainText("nyare version");
  const download = newer.waitForEvent("download");
  await newer.locator(".kept-draft").getByRole("button", { name: "Spara som det är" }).click();
  expect(await text(download)).toContain(written(1));
});

test("fault 15: a database wiped between visits is told", async ({ page }) => {
  await openApp(page);
  await makeAnEdit(page, 1);
  await kept(page);
  await page.close();
  const wiped = await outside(page);
  await wiped.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase("ombud").onsuccess = done)));
  await openApp(wiped);
  await expect(wiped.getByRole("alert")).toContainText("Webbläsaren har rensat det arbete");
  const again = await another(wiped);
  await expect(again.getByRole("alert")).toHaveCount(0);
});

test("fault 31: at the first change the browser is asked not to clear what is kept", async ({ page }) => {
  await page.addInitScript(() => {
    window.asked = 0;
    Object.defineProperty(StorageManager.prototype, "persist", {
      value: () => {
        window.asked += 1;
        return Promise.resolve(true);
      },
    });
  });
  await openApp(page);
  expect(await page.evaluate(() => window.asked)).toBe(0);
  await makeAnEdit(page, 1);
  await kept(page);
  expect(await page.evaluate(() => window.asked)).toBe(1);
  await makeAnEdit(page, 2);
  await kept(page);
  expect(await page.evaluate(() => window.asked)).toBe(1);
});

test("fault 15: a database wiped in mid-visit is filled again, and without the rest of the storage work comes back", async ({ page }) => {
  await openApp(page);
  await makeAnEdit(page, 1);
  await kept(page);
  await page.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase("ombud").onsuccess = done)));
  await makeAnEdit(page, 2);
  await kept(page);
  await page.evaluate(() => localStorage.clear());
  await page.close();
  const again = await another(page);
  await expect(notices(again)).toContainText("två poster skiljer sig");
  await expectEdit(again, 1);
  await expectEdit(again, 2);
});

test("fault 12: where storage throws when touched, the page says so, asks before it loses anything and saves the file", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["indexedDB", "localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("not here", "SecurityError");
        },
      });
    }
    Object.defineProperty(Navigator.prototype, "locks", { get: () => undefined });
    delete window.BroadcastChannel;
  });
  await openApp(page);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await makeAnEdit(page, 1);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Webbläsaren låter inte sidan spara något. De finns bara i den här fliken");

  await turnTo(page, "#/data");
  await pick(page, "annan.json", '{"format": 1}');
  await expect(alert.last()).toContainText("Om du öppnar en annan fil försvinner de.");
  await axe(page);
  await alert.last().getByRole("button", { name: "Stanna kvar" }).click();
  await expectEdit(page, 1);

  let asked = "";
  page.on("dialog", (dialog) => {
    asked = dialog.type();
    return dialog.dismiss();
  });
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toBe("beforeunload");

  const download = page.waitForEvent("download");
  await alert.first().getByRole("button", { name: "Spara filen" }).click();
  await sign(page);
  expect(await text(download)).toContain(written(1));
  await expect(alert).toHaveCount(0);
  await turnTo(page, "#/data");
  await pick(page, "annan.json", '{"format": 1}');
  await expect(page.locator(".lists-card dl.facts dd").first()).toHaveText("annan.json");
});

test("fault 16: two tabs know of each other, and neither writes over the other", async ({ page }) => {
  await openApp(page);
  await makeAnEdit(page, 1);
  await kept(page);
  const other = await another(page);
  // What the first tab holds does not come back in the second.
  await expectEdit(other, 1, written(1), false);
  await expect(notices(other)).toContainText("Filen är öppen i en annan flik med en ändring som inte har sparats i en fil.");
  await axe(other);
  await makeAnEdit(other, 2);
  await kept(other);
  await expect(notices(page)).toContainText("öppen i en annan flik med en ändring");
  await notices(other).getByRole("button", { name: "Ta in den andra flikens ändringar" }).click();
  await expect(notices(other)).toContainText("Ändringarna är sammanförda.");
  await expectEdit(other, 1);
  await expectEdit(other, 2);
  await kept(other);
  await page.close();
  await other.close();

  const third = await another(page, "#/data");
  await expect(notices(third)).toContainText("två poster skiljer sig");
  await expect(third.locator(".kept-draft")).toHaveCount(1);
  await expectEdit(third, 2);
});

test("fault 16: with the clock set back the newer work still wins, and the older is listed", async ({ page }) => {
  const other = await page.context().newPage();
  // The clock is that of all tabs.
  await page.clock.setFixedTime("2027-06-01T12:00:00+02:00");
  await openApp(page);
  await openApp(other);
  await makeAnEdit(page, 1);
  await kept(page);
  await page.clock.setFixedTime("2020-01-01T12:00:00+01:00");
  await makeAnEdit(other, 2);
  await kept(other);
  await page.close();
  await other.close();

  const third = await another(page);
  await expect(notices(third)).toContainText("Dina ändringar från den 1 januari 12.00 är tillbaka");
  await expectEdit(third, 2);
  await expectEdit(third, 1, written(1), false);
  await turnTo(third, "#/data");
  const older = third.locator(".kept-draft");
  await expect(older).toContainText("2027 12.00");
  await older.getByRole("button", { name: "Öppna" }).click();
  await expect(notices(third)).toContainText("Dina ändringar från den 1 juni 2027");
  await expectEdit(third, 1);
});

test("fault 16: a tab that slept while another went on with its draft writes beside it", async ({ page }) => {
  // Without locks the second tab takes the first one's draft up as well.
  await page.context().addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "locks", { get: () => undefined });
    delete window.BroadcastChannel;
  });
  await openApp(page);
  await makeAnEdit(page, 1);
  await kept(page);
  const other = await another(page);
  await expectEdit(other, 1);
  await makeAnEdit(other, 2);
  await kept(other);
  await makeAnEdit(page, 3);
  await kept(page);
  await page.close();
  await other.close();
  const third = await another(page);
  await expectEdit(third, 1);
  await expectEdit(third, 3);
  await turnTo(third, "#/data");
  await third.locator(".kept-draft").getByRole("button", { name: "Öppna" }).click();
  await expectEdit(third, 2);
});

test("fault 18: the example opened over unsaved work leaves it in the browser and says so", async ({ page }) => {
  await openApp(page, "#/data");
  await pick(page, "egen.json", EXAMPLE.replace("Exempelkommun", "Egen kommun"));
  await expect(page.locator(".lists-card dl.facts dd").first()).toHaveText("egen.json");
  await makeAnEdit(page, 1);
  await turnTo(page, "#/data");
  await pick(page, "exempel.json", EXAMPLE);
  await expect(notices(page)).toContainText("Du hade en ändring i egen.json som inte har sparats i en fil. Den är sparad i webbläsaren.");
  await axe(page);
  const row = page.locator(".kept-draft");
  await expect(row).toContainText("egen.json");
  const download = page.waitForEvent("download");
  await row.getByRole("button", { name: "Spara som fil" }).click();
  const saved = await text(download);
  expect(saved).toContain(written(1));
  expect(saved).toContain("Egen kommun");
  await row.getByRole("button", { name: "Öppna" }).click();
  await expect(notices(page)).toContainText("är tillbaka");
  await expectEdit(page, 1);
  await expect(page.locator("header .mark")).toContainText("Egen kommun");
});

test("a file that has changed at its address is told, and the changes of both are brought together", async ({ page, hosted }) => {
  await openApp(page);
  await makeAnEdit(page, 1);
  hosted.set("example.json", changedByOthers(2, "Deras gata 2"));
  // It is looked at once a minute at most.
  await page.clock.setFixedTime(Date.now() + 120_000);
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(notices(page)).toContainText("Filen på adressen har ändrats sedan den öppnades.");
  await axe(page);
  await notices(page).getByRole("button", { name: "Ta in den nya versionen" }).click();
  await expect(notices(page)).toContainText("Ändringarna är sammanförda.");
  await expectEdit(page, 1);
  await expectEdit(page, 2, "Deras gata 2");
  await kept(page);
  // The draft it replaces is gone, for it is part of this one.
  await expect(page.locator(".kept-draft")).toHaveCount(0);
});

test("what both changed is shown side by side, and the reader decides", async ({ page, hosted }) => {
  await openApp(page);
  await makeAnEdit(page, 1);
  await makeAnEdit(page, 2);
  await makeAnEdit(page, 3);
  await kept(page);
  await page.close();
  hosted.set("example.json", changedByOthers(1, "Deras gata 1").replace("Myrgången 25", "Deras gata 2"));

  const again = await another(page);
  await expect(notices(again)).toContainText("I webbläsaren finns tre ändringar av dig som inte har sparats i en fil.");
  await expectEdit(again, 1, "Deras gata 1");
  await notices(again).getByRole("button", { name: "Ta in ändringarna i den här filen" }).click();
  const dialog = again.getByRole("dialog", { name: "Ni har ändrat samma sak" });
  await expect(dialog.locator(".conflict")).toHaveCount(2);
  await axe(again);
  const first = dialog.locator(".conflict").filter({ hasText: "Bikupevägen 1" });
  for (const shown of ["Bikupevägen 1", written(1), "Deras gata 1"]) await expect(first).toContainText(shown);
  // Put off, it stays to be decided, and nothing is thrown away.
  await again.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(notices(again)).toContainText("du har inte valt vad som ska gälla");
  await turnTo(again, "#/data");
  await expect(again.locator(".kept-draft")).toHaveCount(1);
  await notices(again).getByRole("button", { name: "Välj" }).click();
  await dialog.getByRole("button", { name: "Ta de andra överallt" }).click();
  await first.getByLabel("Din ändring").check();
  await dialog.getByRole("button", { name: "Spara mina val" }).click();
  await expectEdit(again, 1);
  await expectEdit(again, 2, "Deras gata 2");
  await expectEdit(again, 3);
  await kept(again);
  await expect(again.locator(".kept-draft")).toHaveCount(0);
});

test.describe("an engine that stops", () => {
  test.use({ expectedFaults: [[/the engine stops here/], { option: true }] });
  test("fault 20: gives the work back", async ({ page }) => {
    await openApp(page);
    await makeAnEdit(page, 1);
    await makeAnEdit(page, 2);
    const [worker] = page.workers();
    await worker.evaluate(() => void setTimeout(() => { throw new Error("the engine stops here"); }));
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("Det du har ändrat finns kvar på sidan.");
    await axe(page);
    await alert.getByRole("button", { name: "Öppna arbetet igen" }).click();
    await expect(alert).toHaveCount(0);
    await expectEdit(page, 1);
    await expectEdit(page, 2);
    await makeAnEdit(page, 3);
    await kept(page);
  });
});

test("an engine that ends without a word is noticed, and gives the work back", async ({ page }) => {
  await openApp(page);
  await makeAnEdit(page, 1);
  const [worker] = page.workers();
  await worker.evaluate(() => void setTimeout(() => self.close()));
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Det du har ändrat finns kvar på sidan.");
  await alert.getByRole("button", { name: "Öppna arbetet igen" }).click();
  await expect(alert).toHaveCount(0);
  await expectEdit(page, 1);
  await makeAnEdit(page, 2);
  await kept(page);
});

test("an engine that ends before it has answered is noticed", async ({ page }) => {
  await endsEarly(page, "engine");
  await page.goto("./");
  await expect(page.locator("main")).toContainText("Beräkningen har stannat.", { timeout: 90_000 });
});

test("an engine that gives way to another is no fault", async ({ page }) => {
  // Who holds the locks by which the page notices that an engine has ended, or waits for one.
  const locks = async () => {
    const { held, pending } = await page.evaluate(() => navigator.locks.query());
    return [held, pending].map((some) => some.map(({ name }) => name).filter((name) => name.startsWith("ombud.worker.")));
  };
  await openApp(page);
  await openApp(page, "#/data");
  // The engine has its lock, and the page waits for it.
  await expect.poll(async () => (await locks()).map((names) => names.length)).toEqual([1, 1]);
  const [[before]] = await locks();
  await page.locator("main input[type=file]").first().setInputFiles({ name: "b.json", mimeType: "application/json", buffer: Buffer.from('{"format":1,"name":"Ekby"}') });
  await expect(page).toHaveTitle(/Ekby/);
  await expect.poll(async () => (await locks()).flat()).not.toContain(before);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("an engine that answers before it has its lock is no fault", async ({ page }) => {
  const late = "((...asked) => (setTimeout(() => self.navigator.locks.request(...asked), 1000), Promise.resolve()))(";
  await page.route(/engine-worker-\w+\.js$/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace("self.navigator.locks?.request(", late);
    expect(body).toContain(late);
    await route.fulfill({ response, body });
  });
  await openApp(page, "#/data");
  await page.locator("main input[type=file]").first().setInputFiles({ name: "b.json", mimeType: "application/json", buffer: Buffer.from('{"format":1,"name":"Ekby"}') });
  await expect(page).toHaveTitle(/Ekby/);
  const hasLock = () => page.evaluate(async () => (await navigator.locks.query()).held.some(({ name }) => name.startsWith("ombud.worker.")));
  await expect.poll(hasLock).toBe(true);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test.describe("where files on disk can be written", () => {
  test.use({ picker: "present" });
  test.beforeEach(async ({ page }) => {
    // The browser's private files stand in for the reader's disk: the same handles, without its dialogues.
    await page.addInitScript(() => {
      const file = async () => (await navigator.storage.getDirectory()).getFileHandle("disk.json", { create: true });
      window.showSaveFilePicker = file;
      window.showOpenFilePicker = async () => [await file()];
      FileSystemHandle.prototype.requestPermission = async () => window.permission ?? "granted";
    });
  });
  const onDisk = (page) =>
    page.evaluate(async () => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle("disk.json", { create: true });
      return (await handle.getFile()).text();
    });
  const write = (page, content) =>
    page.evaluate(async (content) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle("disk.json", { create: true });
      const stream = await handle.createWritable();
      await stream.write(content);
      await stream.close();
    }, content);
  const openFromDisk = async (page) => {
    await openApp(page, "#/data");
    await write(page, EXAMPLE);
    await page.locator("main .file-picker").click();
    await expect(page.locator(".lists-card dl.facts dd").first()).toHaveText("disk.json");
  };
  const save = (page) => page.locator("main").getByRole("button", { name: "Spara filen", exact: true }).click();

  test("a file is saved where it was opened, and what is changed after that comes back with it", async ({ page }) => {
    await openFromDisk(page);
    await makeAnEdit(page, 1);
    await turnTo(page, "#/data");
    await save(page);
    await sign(page);
    await expect(notices(page)).toContainText("disk.json är sparad.");
    expect(await onDisk(page)).toContain(written(1));
    await expect(page.locator(".kept-line")).toHaveCount(0);
    await makeAnEdit(page, 2);
    await kept(page);
    await page.reload();
    await ready(page);
    await page.locator("main .file-picker").click();
    await expect(notices(page)).toContainText("en post skiljer sig från filen");
    await expectEdit(page, 1);
    await expectEdit(page, 2);
  });

  test("a refused write changes nothing and says so", async ({ page }) => {
    await openFromDisk(page);
    await makeAnEdit(page, 1);
    await turnTo(page, "#/data");
    await page.evaluate(() => (window.permission = "denied"));
    await save(page);
    await sign(page);
    await expect(page.getByRole("alert")).toContainText("sidan fick inte skriva i den");
    await axe(page);
    expect(await onDisk(page)).toBe(EXAMPLE);
    await kept(page);
    const download = page.waitForEvent("download");
    await page.getByRole("alert").getByRole("button", { name: "Hämta som fil" }).click();
    expect(await text(download)).toContain(written(1));
  });

  test("a file that someone else has written to meanwhile is not written over", async ({ page }) => {
    await openFromDisk(page);
    await makeAnEdit(page, 1);
    const theirs = changedByOthers(2, "Deras gata 2");
    await write(page, theirs);
    await turnTo(page, "#/data");
    await save(page);
    await sign(page);
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("disk.json har ändrats på disken sedan du öppnade den. Ingenting är skrivet.");
    expect(await onDisk(page)).toBe(theirs);
    await alert.getByRole("button", { name: "Ta in det nya från filen" }).click();
    await expect(notices(page)).toContainText("Ändringarna är sammanförda.");
    await expectEdit(page, 1);
    await turnTo(page, "#/data");
    await save(page);
    await expect(notices(page)).toContainText("disk.json är sparad.");
    const saved = await onDisk(page);
    expect(saved).toContain(written(1));
    expect(saved).toContain("Deras gata 2");
  });
});
