// A whole round by keyboard alone: seven departments and two external parties are asked, three answers are brought in (one
// sealed, one from a copy that was opened from the disk, one that conflicts), one is rejected and one is late. Meanwhile
// the page is left and the tab is killed.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { unpacked } from "./support/archive.mjs";
import { turnTo } from "./support/edit.mjs";
import { organisation } from "./support/example.mjs";
import { press, saved, tabTo, type, typeDay } from "./support/keyboard.mjs";
import { axe, expect, openApp, ready, test } from "./support/page.mjs";

const [kommun] = organisation.units.filter(({ kind }) => kind === "municipality");
const fresh = Object.entries({ "dep-kultur": "Kulturförvaltningen", "dep-miljo": "Miljöförvaltningen" }).map(([id, name]) => ({ id, kind: "department", name, parent: kommun.id }));
const FILE = { ...organisation, units: [...organisation.units, ...fresh] };
const DEPARTMENTS = FILE.units.filter(({ kind }) => kind === "department").map(({ id }) => id);
const PARTIES = ["polisen", "region"];
const ASKED = [...DEPARTMENTS, ...PARTIES];
const nameOf = (id, language) => {
  const { name } = FILE.units.find((unit) => unit.id === id);
  return typeof name === "string" ? name : (name[language] ?? name.sv);
};
/** A workplace of a department. */
const workplace = (department) => FILE.units.find(({ kind, parent }) => kind === "workplace" && parent === department).id;
const PLACES = { uf: "bibl-strand", buf: workplace("buf"), soc: workplace("soc"), polisen: "polisen" };

const WORDS = {
  sv: {
    none: "Ingen avstämning är gjord ännu.", chooseNone: "Välj ingen", name: "Namn", due: "Svar senast", to: "E-post som svaren går till",
    make: "Skapa filerna för 9 mottagare", copy: "Som fristående kopia", editUnit: "Ändra enheten", address: "Adress",
    send: "Skicka mina ändringar", seal: "Kryptera ändringsfilen med en lösenfras", phrase: "Lösenfras", by: "Ditt namn", save: "Spara ändringsfilen",
    choose: "Välj svar", phraseFor: /^Lösenfras för/, unseal: /^Öppna ?: /, wrong: "Lösenfrasen är fel",
    waits: (count) => `${count} svar väntar på att granskas.`, one: "1 svar väntar på att granskas.", look: "Granska", bring: "Ta in 1 ändring", reject: "Avvisa ändringsfilen",
    theirs: "Ta ändringens", brought: "infört", rejected: "avvisat", late: "dagar sent", right: "Stämde", undo: /^Ångra: införda/, redo: /^Gör om/,
    groups: (...counts) => ["Att granska", "Försenade", "Klara"].map((name, at) => `${name}: ${counts[at]}`).filter((_, at) => counts[at]),
    verdict: "8 av 9 har svarat, en är försenad", kept: "Sparat i webbläsaren den",
  },
  en: {
    none: "No review round has been made yet.", chooseNone: "Choose none", name: "Name", due: "Answer by", to: "Email that answers go to",
    make: "Make the files for 9 recipients", copy: "As a stand-alone copy", editUnit: "Edit the unit", address: "Address",
    send: "Send my changes", seal: "Encrypt the change file with a passphrase", phrase: "Passphrase", by: "Your name", save: "Save the change file",
    choose: "Choose answers", phraseFor: /^Passphrase for/, unseal: /^Open ?: /, wrong: "The passphrase is wrong",
    waits: (count) => `${count} answers wait to be reviewed.`, one: "1 answer waits to be reviewed.", look: "Review", bring: "Bring in 1 change", reject: "Reject the change file",
    theirs: "Take the change’s", brought: "brought in", rejected: "rejected", late: "days late", right: "All right", undo: /^Undo: changes/, redo: /^Redo/,
    groups: (...counts) => ["To review", "Late", "Done"].map((name, at) => `${name}: ${counts[at]}`).filter((_, at) => counts[at]),
    verdict: "8 of 9 have answered, one is late", kept: "Kept in this browser on",
  },
};

/** Has the page speak English, by keyboard. */
async function speakEnglish(page) {
  await press(page, page.locator("button.mark"));
  await press(page, page.getByRole("button", { name: "In English" }));
  await page.keyboard.press("Escape");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
}

/** Comes to where files are chosen; the dialogue that the browser would then show is its own. */
async function pick(page, input, files) {
  await tabTo(page, input);
  await input.setInputFiles(files);
}

/** The file that a press of a button saves. */
async function download(page, button) {
  const [saved] = await Promise.all([page.waitForEvent("download"), press(page, button)]);
  return { name: saved.suggestedFilename(), bytes: readFileSync(await saved.path()) };
}

/** Waits until the work at hand is in the browser. */
async function kept(page, words) {
  await turnTo(page, "#/data");
  await expect(page.locator(".kept-line")).toContainText(words.kept);
}

/** Gives a unit another address. */
async function move(page, unit, address, words) {
  await turnTo(page, `#/organisation/${unit}`);
  await press(page, page.getByRole("button", { name: words.editUnit }));
  const field = page.getByRole("dialog").getByLabel(words.address);
  await tabTo(page, field);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(address);
  await saved(page);
}

/** Answers the extract that is open: the file, and its passphrase where it is sealed. */
async function answer(page, unit, address, words, isSealed) {
  await move(page, unit, address, words);
  const notice = page.locator(".answering");
  await press(page, notice.getByText(words.send));
  await type(page, notice.getByLabel(words.by), `Svar ${unit}`);
  let phrase;
  if (isSealed) {
    await tabTo(page, notice.getByLabel(words.seal));
    await page.keyboard.press("Space");
    phrase = await notice.getByLabel(words.phrase, { exact: true }).inputValue();
    await axe(page);
  }
  const { name, bytes } = await download(page, notice.getByRole("button", { name: words.save }));
  expect(name).toMatch(isSealed ? /\.json\.sealed$/ : /\.json$/);
  return { file: { name, mimeType: "application/octet-stream", buffer: bytes }, phrase };
}

test.use({ expectedFaults: [[/crash/i], { option: true }] });

for (const [language, words] of Object.entries(WORDS)) {
  test(`a round by keyboard alone, with answers of every kind, left and killed on the way: ${language}`, async ({ page, context }, info) => {
    test.setTimeout(300_000);
    await context.route("**/example.json", (route) => route.fulfill({ json: FILE }));
    await openApp(page, "#/round");
    if (language === "en") await speakEnglish(page);

    // Seven departments and two parties are asked.
    await expect(page.locator("main h1")).toHaveText(words.none);
    await press(page, page.getByRole("button", { name: words.chooseNone }));
    const receivers = page.locator("#receivers").getByRole("row");
    const receiver = (id) => receivers.filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${nameOf(id, language).replace(/[()]/g, "\\$&")}`) }) });
    for (const id of ASKED) {
      await tabTo(page, receiver(id).getByRole("rowheader").getByRole("checkbox"));
      await page.keyboard.press("Space");
    }
    await tabTo(page, receiver("polisen").getByLabel(words.copy));
    await page.keyboard.press("Space");
    const form = page.locator("#new-round");
    await type(page, form.getByLabel(words.name, { exact: true }), "Hösten");
    await typeDay(page, form.getByLabel(words.due), "2026-11-20");
    await type(page, form.getByLabel(words.to), "sakerhet@example.se");
    await axe(page);
    const { bytes } = await download(page, page.getByRole("button", { name: words.make }));
    const files = unpacked(bytes);
    expect(Object.keys(files).filter((name) => !name.endsWith(".eml")).toSorted()).toEqual(
      ASKED.map((id) => (id === "polisen" ? "polisen.html" : `${id}.json`)).toSorted(),
    );
    const rows = page.locator(".round .asked");
    const row = (id) => rows.filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${nameOf(id, language).replace(/[()]/g, "\\$&")}`) }) });
    await expect(rows).toHaveCount(ASKED.length);
    await expect(rows.filter({ hasText: words.late })).toHaveCount(ASKED.length);

    // They answer: two departments on the page, one of them sealed, and the police in a copy from the disk.
    const other = await context.newPage();
    const given = {};
    for (const id of ["uf", "buf", "soc"]) {
      await openApp(other, "#/data");
      await pick(other, other.locator("main input[type=file]").first(), { name: `${id}.json`, mimeType: "application/json", buffer: files[`${id}.json`] });
      await expect(other.locator(".answering")).toBeVisible();
      await ready(other);
      given[id] = await answer(other, PLACES[id], `Svarsgatan ${id}`, words, id === "uf");
    }
    const path = info.outputPath("polisen.html");
    writeFileSync(path, files["polisen.html"]);
    await other.goto(pathToFileURL(path).href);
    await ready(other);
    if (language === "en") await speakEnglish(other);
    await turnTo(other, `#/organisation/${PLACES.polisen}`);
    await press(other, other.locator(".edit-switch"));
    given.polisen = await answer(other, PLACES.polisen, "Svarsgatan polisen", words, false);
    await other.close();

    // Meanwhile the file goes on, so that one of them conflicts.
    await move(page, PLACES.buf, "Meanwhile 1", words);
    await kept(page, words);
    await turnTo(page, "#/round");
    await pick(page, page.getByLabel(words.choose), ["soc", "uf", "polisen", "buf"].map((id) => given[id].file));
    const drop = page.locator(".round-drop");
    await expect(drop).toContainText(words.waits(3));
    await expect(drop.getByLabel(words.phraseFor)).toBeVisible();
    await expect(page.locator(".round-group")).toHaveText(words.groups(3, ASKED.length - 3, 0));
    await axe(page);

    // Left and come back to: what is not decided is still there, and the sealed one still asks.
    await page.reload();
    await ready(page);
    await expect(drop).toContainText(words.waits(3));
    await type(page, drop.getByLabel(words.phraseFor), "fel");
    await press(page, drop.getByRole("button", { name: words.unseal }));
    await expect(drop.getByRole("alert")).toContainText(words.wrong);
    await axe(page);
    await tabTo(page, drop.getByLabel(words.phraseFor));
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(given.uf.phrase);
    await page.keyboard.press("Enter");
    await expect(drop).toContainText(words.waits(4));
    await expect(drop.getByLabel(words.phraseFor)).toHaveCount(0);

    const look = async (id) => {
      await press(page, row(id).getByRole("button", { name: words.look }));
      await expect(page.locator("#review")).toContainText(`Svarsgatan ${id}`);
    };
    await look("uf");
    await axe(page);
    await press(page, page.getByRole("button", { name: words.bring }));
    await expect(page.locator("#review")).not.toContainText("Svarsgatan uf");
    await kept(page, words);

    // Killed: what was brought in has been, what was not decided waits.
    const session = await context.newCDPSession(page);
    const crashed = page.waitForEvent("crash");
    session.send("Page.crash").catch(() => {});
    await crashed;
    page = await context.newPage();
    await openApp(page, "#/round");
    const again = {
      rows: page.locator(".round .asked"),
      row: (id) => page.locator(".round .asked").filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${nameOf(id, language).replace(/[()]/g, "\\$&")}`) }) }),
    };
    const lookAgain = async (id) => {
      await turnTo(page, "#/round");
      await press(page, again.row(id).getByRole("button", { name: words.look }));
      await expect(page.locator("#review")).toContainText(`Svarsgatan ${id}`);
    };
    await expect(page.locator(".round-drop")).toContainText(words.waits(3));
    await expect(again.row("uf")).toContainText(words.brought);

    // One that conflicts is settled, one comes from the copy, one is rejected.
    await lookAgain("buf");
    await expect(page.locator("#review")).toContainText("Meanwhile 1");
    await axe(page);
    await tabTo(page, page.locator("#review").getByRole("radio").first());
    await page.keyboard.press("ArrowDown");
    await expect(page.locator("#review").getByRole("radio", { name: words.theirs })).toBeChecked();
    await press(page, page.getByRole("button", { name: words.bring }));
    await expect(page.locator("#review")).not.toContainText("Svarsgatan buf");
    await lookAgain("polisen");
    await press(page, page.getByRole("button", { name: words.bring }));
    await expect(page.locator("#review")).not.toContainText("Svarsgatan polisen");
    await lookAgain("soc");
    await press(page, page.getByRole("button", { name: words.reject }));
    await turnTo(page, "#/round");
    for (const id of ["uf", "buf", "polisen"]) await expect(again.row(id)).toContainText(words.brought);
    await expect(again.row("soc")).toContainText(words.rejected);
    await expect(page.locator(".round-drop")).not.toContainText(words.one);

    // Taken back and done again in one step each.
    await press(page, page.getByRole("button", { name: /^(Ångra|Undo)/ }).first());
    await expect(again.row("soc")).toContainText(words.late);
    await press(page, page.getByRole("button", { name: words.undo }));
    await expect(again.row("polisen")).toContainText(words.late);
    await press(page, page.getByRole("button", { name: words.redo }));
    await expect(again.row("polisen")).toContainText(words.brought);
    await press(page, page.getByRole("button", { name: words.redo }));
    await expect(again.row("soc")).toContainText(words.rejected);

    // All but one of the others say that everything is right.
    const silent = ASKED.filter((id) => !(id in given)).slice(1);
    for (const id of silent) {
      await press(page, again.row(id).getByRole("button", { name: words.right }));
      await expect(again.row(id)).not.toContainText(words.late);
    }
    await expect(again.rows.filter({ hasText: words.late })).toHaveCount(1);
    await expect(page.locator(".round-group")).toHaveText(words.groups(0, 1, ASKED.length - 1));
    await expect(page.locator(".round .tally")).toHaveAccessibleName(words.groups(0, 1, ASKED.length - 1).join(", "));
    await expect(page.locator("main h1")).toContainText(words.verdict);
    await axe(page);

    // The file has what was answered, and nothing of what was rejected.
    for (const [id, there] of [["uf", true], ["buf", true], ["polisen", true], ["soc", false]]) {
      await turnTo(page, `#/organisation/${PLACES[id]}`);
      const said = page.locator("main").getByText(`Svarsgatan ${id}`);
      if (there) await expect(said.first()).toBeVisible();
      else await expect(said).toHaveCount(0);
    }
  });
}
