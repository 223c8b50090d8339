// Change files: opened like any file, looked at change by change, brought in as one step, and told apart from what
// cannot be used. The open file is never replaced by one.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { turnTo, makeAnEdit, expectEdit } from "./support/edit.mjs";
import { organisation } from "./support/example.mjs";
import { axe, expect, openApp, openMenu, ready, speak, test } from "./support/page.mjs";
import { PASSPHRASE, sealed } from "./support/sealed.mjs";

const SHA256 = createHash("sha256").update(readFileSync("public/example.json")).digest("hex");
const unit = (id) => organisation.units.find((unit) => unit.id === id);
/** A post that nobody holds. */
const VACANT = organisation.assignments.find(({ role, person }) => role === "security_representative" && !person);

/** A number and an address, an address that the file has otherwise by now, and a new person who takes a vacant post. */
const CHANGES = {
  ombud: "changes",
  version: 1,
  by: "Karin Ek",
  from: { sha256: SHA256, names: [organisation.name], units: [{ id: "kommun", names: [organisation.name] }] },
  changed: [
    { list: "units", key: "avc", before: { employees: unit("avc").employees, address: unit("avc").address }, after: { employees: 21, address: "Provgränd 5" } },
    { list: "units", key: "bibl-strand", before: { address: "En annan gata 1" }, after: { address: "Ändrad gata 7" } },
    { list: "assignments", key: VACANT, after: { person: "siv-alm" } },
  ],
  added: [{ list: "people", item: { id: "siv-alm", name: "Siv Alm" } }],
};

/** Opens a change file by the file control of the data page. */
async function open(page, content = JSON.stringify(CHANGES), name = "karin.changes.json") {
  await turnTo(page, "#/data");
  const file = { name, mimeType: "application/json", buffer: Buffer.from(content) };
  await page.locator("main input[type=file]").first().setInputFiles(file);
}

/** Goes on with the keyboard until something has the focus, and presses a key there. */
async function press(page, locator, key) {
  await expect(locator).toBeVisible();
  for (let step = 0; step < 150; step++) {
    if (await locator.evaluate((element) => element === document.activeElement)) return page.keyboard.press(key);
    await page.keyboard.press("Tab");
  }
  throw new Error("the keyboard does not reach it");
}

const WORDS = {
  sv: {
    heading: "5 ändringar från Karin Ek", conflict: "1 konflikt", chosen: (n) => `${n} av 5 ändringar tas in.`,
    employees: /^Ta med ?: .*Anställda/, theirs: "Ta ändringens", bring: (n) => `Ta in ${n} ändringar`,
    done: (n) => `${n} ändringar är införda.`, undo: /^Ångra: införda ändringar från Karin Ek/, mends: "Åtgärdar:", from: "Utgår från den fil som är öppen.",
  },
  en: {
    heading: "5 changes from Karin Ek", conflict: "1 conflict", chosen: (n) => `${n} of 5 changes will be brought in.`,
    employees: /^Include ?: .*employees/i, theirs: "Take the change’s", bring: (n) => `Bring in ${n} changes`,
    done: (n) => `${n} changes have been brought in.`, undo: /^Undo: changes brought in from Karin Ek/, mends: "Closes:", from: "Began from the file that is open.",
  },
};

for (const [language, words] of Object.entries(WORDS)) {
  test(`a change file is looked at, a change refused, a conflict settled, and all brought in as one step: ${language}`, async ({ page }) => {
    await openApp(page, "#/data");
    if (language === "en") await speak(page, "In English");
    await open(page);
    const title = page.locator("main h1");
    await expect(title).toContainText(words.heading);
    await expect(title).toContainText(words.conflict);
    expect(await page.evaluate(() => location.hash)).toBe("#/changes");
    await expect(page.locator("main .sub").first()).toContainText(words.from);
    const review = page.locator("#review");
    await expect(review).toContainText("Siv Alm");
    await expect(review).not.toContainText("siv-alm");
    await expect(review).toContainText(words.mends);
    await expect(review.getByRole("status").first()).toHaveText(words.chosen(4));
    await axe(page);

    const employees = review.getByRole("checkbox", { name: words.employees });
    await press(page, employees, "Space");
    await expect(review.getByRole("status").first()).toHaveText(words.chosen(3));
    await expect(employees).not.toBeChecked();
    await expect(employees).toBeFocused();
    await press(page, review.getByRole("radio").first(), "ArrowDown");
    await expect(review.getByRole("radio", { name: words.theirs })).toBeChecked();
    await expect(review.getByRole("status").first()).toHaveText(words.chosen(4));
    await press(page, page.getByRole("button", { name: words.bring(4) }), "Enter");
    await expect(title).toHaveText(words.done(4));
    await axe(page);

    await turnTo(page, "#/organisation/bibl-strand");
    await expect(page.locator("main")).toContainText("Ändrad gata 7");
    await turnTo(page, "#/organisation/avc");
    await expect(page.locator("main")).toContainText("Provgränd 5");
    await expect(page.locator("main")).not.toContainText(/\b21 (anställda|employees)/);
    await press(page, page.getByRole("button", { name: words.undo }), "Enter");
    await ready(page);
    await expect(page.locator("main")).not.toContainText("Provgränd 5");
    await turnTo(page, "#/organisation/bibl-strand");
    await expect(page.locator("main")).toContainText(unit("bibl-strand").address);
  });
}

test("without the new person the post is left out as well", async ({ page }) => {
  await openApp(page, "#/data");
  await open(page);
  const review = page.locator("#review");
  const person = review.locator("tbody").filter({ hasText: "person, tillagd" });
  await person.getByRole("checkbox").uncheck();
  await expect(review).toContainText("Utelämnas: den hänvisar till något nytt som inte tas med.");
  await expect(review.getByRole("status").first()).toHaveText("2 av 5 ändringar tas in.");
  await review.getByRole("button", { name: "Ta inte med någon" }).click();
  await expect(review.getByRole("status").first()).toHaveText("0 av 5 ändringar tas in.");
  await expect(page.getByRole("button", { name: /^Ta in 0/ })).toBeDisabled();
  await review.getByRole("button", { name: "Ta med alla" }).click();
  await expect(review.getByRole("status").first()).toHaveText("4 av 5 ändringar tas in.");
});

test("a change file that is refused changes nothing, and work that is not saved stays", async ({ page }) => {
  await openApp(page, "#/data");
  await makeAnEdit(page);
  await open(page);
  await expect(page.locator("main h1")).toContainText("från Karin Ek");
  await page.getByRole("button", { name: "Avvisa ändringsfilen" }).click();
  await expect(page.locator("main h1")).toHaveText("Ingen ändringsfil är öppen.");
  await expectEdit(page);
  await expect(page.locator(".draft-said")).toContainText("1 ändring är inte sparad");
});

test("a sealed change file is opened with its passphrase", async ({ page }) => {
  await openApp(page, "#/data");
  await open(page, sealed(Buffer.from(JSON.stringify(CHANGES))), "karin.changes.json.sealed");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Lösenfras").fill(PASSPHRASE);
  await dialog.getByRole("button", { name: "Öppna" }).click();
  await expect(page.locator("main h1")).toContainText("5 ändringar från Karin Ek", { timeout: 60_000 });
  await expect(page).toHaveTitle(new RegExp(organisation.name));
});

test("what is brought in already is not asked about again", async ({ page }) => {
  await openApp(page, "#/data");
  await open(page, JSON.stringify({ ...CHANGES, changed: [CHANGES.changed[0]], added: undefined }));
  await page.getByRole("button", { name: "Ta in 2 ändringar" }).click();
  await expect(page.locator("main h1")).toHaveText("2 ändringar är införda.");
  await open(page, JSON.stringify({ ...CHANGES, changed: [CHANGES.changed[0]], added: undefined }));
  await expect(page.locator("main h1")).toHaveText("Allt i ändringsfilen finns redan i filen.");
  await page.getByRole("button", { name: "Stäng ändringsfilen" }).click();
});

const UNUSABLE = {
  "is damaged": [JSON.stringify(CHANGES).slice(0, -9), "Ändringsfilen är skadad."],
  "says what no file can": [JSON.stringify({ ...CHANGES, added: [{ list: "people", item: { name: 7 } }] }), "Ändringsfilen är skadad."],
  "is of a newer version": [JSON.stringify({ ...CHANGES, version: 99 }), "Ändringsfilen är gjord med en nyare version av Ombud."],
  "is of another municipality": [
    JSON.stringify({ ...CHANGES, from: { sha256: "0".repeat(64), names: ["Annanköping"], units: [] }, changed: [CHANGES.changed[1]], added: [] }),
    "Ändringsfilen gäller en annan kommuns fil: Annanköping.",
  ],
  "is of an extract that was never made": [
    JSON.stringify({ ...CHANGES, from: { ...CHANGES.from, sha256: "0".repeat(64), extract: { for: "department:finns-inte", date: "2026-11-01", version: "0.1.0", rules: 1, left_out: {} } } }),
    "Ändringsfilen utgår från ett utdrag som inte kan ha gjorts av den här filen.",
  ],
};

for (const [what, [content, said]] of Object.entries(UNUSABLE)) {
  test(`a change file that ${what} does nothing, and says so`, async ({ page }) => {
    await openApp(page, "#/data");
    await open(page, content);
    await expect(page.locator("main h1")).toHaveText(said);
    await expect(page.locator("main")).toContainText("Inget har ändrats i den öppna filen.");
    await expect(page.locator("#review")).toHaveCount(0);
    await axe(page);
    await page.getByRole("button", { name: "Stäng ändringsfilen" }).click();
    await expect(page.locator("main h1")).toHaveText("Ingen ändringsfil är öppen.");
    await expect(page).toHaveTitle(new RegExp(organisation.name));
  });
}

/** Saves the extract for a department on the page of extracts. */
async function extractFor(page, receiver) {
  await openApp(page, `#/share?for=${receiver}`);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Spara utdraget" }).click()]);
  return { name: download.suggestedFilename(), mimeType: "application/json", buffer: readFileSync(await download.path()) };
}

/** Saves the change file of what has been changed in the extract at hand. */
async function sent(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, page.getByRole("button", { name: button }), "Enter")]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

const ANSWER = {
  sv: {
    notice: "Utdrag ur filen för Exempelkommun", none: "Inget är ändrat ännu.", one: "Du har ändrat 1 post.", send: "Skicka mina ändringar",
    by: "Ditt namn", save: "Spara ändringsfilen", mail: "Öppna ett mejl", subject: "Ändringar i utdraget för Utvecklingsförvaltningen",
    part: "Utvecklingsförvaltningen", edit: "Ändra enheten", address: "Adress", done: "Spara ändringen", origin: "Utgår från utdraget för Utvecklingsförvaltningen", item: "Strands bibliotek (enhet, ändrad)",
  },
  en: {
    notice: "Extract of the file of Exempelkommun", none: "Nothing has been changed yet.", one: "You have changed 1 item.", send: "Send my changes",
    by: "Your name", save: "Save the change file", mail: "Open an email", subject: "Changes in the extract for Development Department",
    part: "Development Department", edit: "Edit the unit", address: "Address", done: "Save the change", origin: "Began from the extract for Development Department", item: "Strand library (unit, changed)",
  },
};

test("an extract for a department is about that part until the whole file is opened after it", async ({ page }) => {
  const extract = await extractFor(page, "department:uf");
  await turnTo(page, "#/data");
  await page.locator("main input[type=file]").first().setInputFiles(extract);
  await expect(page.locator(".lens-button")).toContainText("Utvecklingsförvaltningen");
  await page.getByRole("link", { name: "Lägesbild", exact: true }).click();
  // One workplace of the department; in the whole file it would be many.
  await expect(page.locator("main h1")).toContainText("En arbetsplats saknar säkerhetsombud.");
  await openMenu(page);
  await page.getByRole("link", { name: "Öppna, spara, exportera" }).click();
  await ready(page);
  const whole = { name: "hela.json", mimeType: "application/json", buffer: readFileSync("public/example.json") };
  await page.locator("main input[type=file]").first().setInputFiles(whole);
  await expect(page.locator(".lens-button")).toContainText("Hela kommunen");
});

for (const [language, words] of Object.entries(ANSWER)) {
  test(`an extract is answered, and the answer is brought into the whole file: ${language}`, async ({ page }) => {
    const extract = await extractFor(page, "department:uf");
    await turnTo(page, "#/data");
    if (language === "en") await speak(page, "In English");
    await expect(page.locator(".answering")).toHaveCount(0);
    await page.locator("main input[type=file]").first().setInputFiles(extract);
    const notice = page.locator(".answering");
    await expect(notice).toContainText(words.notice);
    await expect(notice).toContainText(words.none);
    await expect(notice.getByText(words.send)).toHaveCount(0);
    await ready(page);
    // The header names the part.
    await expect(page.locator(".lens-button")).toContainText(words.part);
    await axe(page);

    await turnTo(page, "#/organisation/bibl-strand");
    await press(page, page.getByRole("button", { name: words.edit }), "Enter");
    await page.getByRole("dialog").getByLabel(words.address, { exact: true }).fill("Svarsgatan 3");
    await page.getByRole("dialog").getByRole("button", { name: words.done }).press("Enter");
    await expect(notice).toContainText(words.one);
    await press(page, notice.getByText(words.send, { exact: true }), "Enter");
    await expect(notice.locator("li")).toHaveText(words.item);
    await notice.getByLabel(words.by).fill("Selma Lindgren");
    await axe(page);
    await page.reload();
    await openApp(page, "#/data");
    await page.locator("main input[type=file]").first().setInputFiles(extract);
    await press(page, notice.getByText(words.send, { exact: true }), "Enter");
    await expect(notice.getByLabel(words.by), "what was typed is there again").toHaveValue("Selma Lindgren");
    const answer = await sent(page, words.save);
    expect(answer.name).toMatch(/^(andringar|changes)-uf-\d{4}-\d\d-\d\d\.json$/);
    const change = JSON.parse(answer.text);
    expect(change.by).toBe("Selma Lindgren");
    expect(change.from.extract.for).toBe("department:uf");
    expect(change.from.sha256).toBe(createHash("sha256").update(extract.buffer).digest("hex"));
    const letter = await notice.getByRole("link", { name: words.mail }).getAttribute("href");
    expect(letter).toMatch(/^mailto:\?subject=/);
    expect(decodeURIComponent(letter)).toContain(words.subject);
    expect(decodeURIComponent(letter)).toContain(words.item);
    expect(decodeURIComponent(letter)).toContain(answer.name);

    await openApp(page, "#/data");
    await open(page, answer.text, answer.name);
    await expect(page.locator("main h1")).toContainText("Selma Lindgren");
    await expect(page.locator("main .sub").first()).toContainText(words.origin);
    await expect(page.locator("#review")).toContainText("Svarsgatan 3");
    await page.locator("main").getByRole("button", { name: /^(Ta in|Bring in) 1/ }).click();
    await turnTo(page, "#/organisation/bibl-strand");
    await expect(page.locator("main")).toContainText("Svarsgatan 3");
    await expect(page.locator(".answering")).toHaveCount(0);
  });
}

test("a party is told before it sends what of its changes names nobody, and a long answer is saved as a letter", async ({ page }) => {
  const extract = await extractFor(page, "party:polisen");
  const { people } = JSON.parse(extract.buffer);
  const masked = people.filter(({ id }) => /^p-[0-9a-f]{8}/.test(id));
  await turnTo(page, "#/data");
  await page.locator("main input[type=file]").first().setInputFiles(extract);
  const notice = page.locator(".answering");
  await expect(notice).toContainText("Inget är ändrat ännu.");
  const rename = async ({ id }, name) => {
    await turnTo(page, `#/people/${id}`);
    await page.getByRole("button", { name: "Ändra personen" }).click();
    await page.getByRole("dialog").getByLabel(/^Namn/).fill(name);
    await page.getByRole("dialog").getByRole("button", { name: "Spara ändringen" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  };
  await rename(masked[0], "Eva Ny");
  await expect(notice).toContainText("En ändring gäller någon som utdraget inte nämner vid namn. Den kan inte tas in");
  await rename(masked[1], "Eva Längre ".repeat(150));
  await expect(notice).toContainText("2 ändringar gäller personer som utdraget inte nämner vid namn.");
  await axe(page);
  // The letter has what was changed in words, and is too long for an address.
  await press(page, notice.getByText("Skicka mina ändringar", { exact: true }), "Enter");
  const answer = await sent(page, "Spara ändringsfilen");
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, notice.getByRole("button", { name: "Spara mejlet som fil (.eml)" }), "Enter")]);
  expect(download.suggestedFilename()).toBe(answer.name.replace(/\.json$/, ".eml"));
  const letter = readFileSync(await download.path(), "utf8");
  expect(letter).toMatch(/^X-Unsent: 1\r\nSubject: /);
  expect(Buffer.from(letter.split("\r\n\r\n")[2].replace(/--=_.*/s, ""), "base64").toString()).toContain(answer.name);
  await axe(page);
  // It is as was said: nothing of it can be taken.
  await openApp(page, "#/data");
  await open(page, answer.text, answer.name);
  await expect(page.locator("#review")).toContainText("Utdraget visade personen under pseudonym");
});

test("the extract for the public asks for no answer", async ({ page }) => {
  const extract = await extractFor(page, "public");
  await turnTo(page, "#/data");
  await page.locator("main input[type=file]").first().setInputFiles(extract);
  await expect(page.locator(".lists-card")).toContainText("utdrag-allmanheten");
  await ready(page);
  await expect(page.locator(".answering")).toHaveCount(0);
});
