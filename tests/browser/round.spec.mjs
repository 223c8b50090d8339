// Rounds: everyone who has a part of the file is asked, each with an extract and a letter; what comes back is brought in,
// turned down or late.
import { execFileSync } from "node:child_process";
import { createDecipheriv, createHash, pbkdf2Sync } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { unpacked } from "./support/archive.mjs";
import { turnTo } from "./support/edit.mjs";
import { organisation } from "./support/example.mjs";
import { press } from "./support/keyboard.mjs";
import { axe, expect, openApp, ready, speak, test } from "./support/page.mjs";

const KINDS = ["party", "department", "company"];
const ASKED = organisation.units.filter(({ kind }) => KINDS.includes(kind));

test("what is typed for a round of one file is not in that of another, and is there again with the first", async ({ page }) => {
  const bare = (name) => ({ ...organisation, name, rounds: [] });
  const open = (name) =>
    page.locator("body").evaluate((body, [name, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], `${name}.json`));
      body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, [name, JSON.stringify(bare(name))]);
  await openApp(page, "#/round");
  const named = page.locator("#new-round").getByLabel("Namn", { exact: true });
  for (const [file, typed] of [["Första", ""], ["Andra", ""], ["Första", "Våren"]]) {
    await open(file);
    await expect(page.locator("header")).toContainText(file);
    await expect(named).toHaveValue(typed);
    if (file === "Första") await named.fill("Våren");
  }
});

/** The archive that a press of a button makes. */
async function archive(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, button)]);
  return { name: download.suggestedFilename(), files: unpacked(readFileSync(await download.path())) };
}

/** Has the new round ask one department, and gives the round a name. */
async function askOne(page) {
  await page.getByRole("button", { name: "Välj ingen" }).click();
  await page.locator("#receivers").getByRole("rowheader").getByRole("checkbox", { name: "Utvecklingsförvaltningen" }).check();
  await page.locator("#new-round").getByLabel("Namn", { exact: true }).fill("Våren");
}

/** The answer to an extract: another address of one unit. */
function answer(extract, key, address) {
  const { name, units, extract: made } = JSON.parse(extract);
  const unit = units.find(({ id }) => id === key);
  const municipality = units.filter(({ kind }) => kind === "municipality");
  const before = unit.address === undefined ? {} : { before: { address: unit.address } };
  const names = (text) => (typeof text === "string" ? [text] : [text.sv, text.en]);
  const change = {
    ombud: "changes",
    version: 1,
    by: `Svar ${key}`,
    from: {
      sha256: createHash("sha256").update(extract).digest("hex"),
      names: names(name),
      units: municipality.map(({ id, name }) => ({ id, names: names(name) })),
      extract: made,
    },
    changed: [{ list: "units", key, ...before, after: { address } }],
  };
  return { name: `${key}.changes.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(change)) };
}

const WORDS = {
  sv: {
    none: "Ingen avstämning är gjord ännu.", name: "Namn", due: "Svar senast", to: "E-post som svaren går till", message: "Hälsning i mejlet",
    make: `Skapa filerna för ${ASKED.length} mottagare`, saved: `är sparad, med ${ASKED.length} utdrag och ${ASKED.length} mejl.`, ask: "Skicka mina ändringar",
    verdict: (answered, late) => `${answered} av ${ASKED.length} har svarat, ${late === 1 ? "en är försenad" : `${late} är försenade`}`, late: "2 dagar sent",
    took: "3 svar väntar på att granskas. Inga ändringsfiler: annat.json.", waits: "1 ändring att granska", look: "Granska", bring: "Ta in 1 ändring", reject: "Avvisa ändringsfilen",
    brought: "infört", rejected: "avvisat", right: "Stämde", remind: "Påminn", undo: /^Ångra: införda ändringar från Svar bibl-strand/, redo: /^Gör om/,
    library: /^Utvecklingsförvaltningen/, police: /^Polisen/, school: /^Barn- och utbildningsförvaltningen/, choose: "Välj svar",
  },
  en: {
    none: "No review round has been made yet.", name: "Name", due: "Answer by", to: "Email that answers go to", message: "Message in the email",
    make: `Make the files for ${ASKED.length} recipients`, saved: `has been saved, with ${ASKED.length} extracts and ${ASKED.length} emails.`, ask: "Send my changes",
    verdict: (answered, late) => `${answered} of ${ASKED.length} have answered, ${late === 1 ? "one is late" : `${late} are late`}`, late: "2 days late",
    took: "3 answers wait to be reviewed. Not change files: annat.json.", waits: "1 change to review", look: "Review", bring: "Bring in 1 change", reject: "Reject the change file",
    brought: "brought in", rejected: "rejected", right: "All right", remind: "Remind", undo: /^Undo: changes brought in from Svar bibl-strand/, redo: /^Redo/,
    library: /^Development Department/, police: /^The police/, school: /^Children and Education/, choose: "Choose answers",
  },
};

for (const [language, words] of Object.entries(WORDS)) {
  test(`a round asks everyone, answers are brought in and turned down, and who is silent is late: ${language}`, async ({ page }) => {
    await openApp(page, "#/round");
    if (language === "en") await speak(page, "In English");
    await expect(page.locator("main h1")).toHaveText(words.none);
    await expect(page.locator("#receivers").getByRole("rowheader").getByRole("checkbox")).toHaveCount(ASKED.length);
    await ready(page);
    await axe(page);
    const form = page.locator("#new-round");
    await form.getByLabel(words.name, { exact: true }).fill("Hösten 2026");
    await form.getByLabel(words.due).fill("2026-11-20");
    await form.getByLabel(words.to).fill("sakerhet@example.se");
    await form.getByLabel(words.message).fill("Välkomna!");
    const { name, files } = await archive(page, page.getByRole("button", { name: words.make }));
    expect(name).toMatch(/^(avstamning|round)-hosten-2026\.zip$/);
    await expect(page.locator("#made")).toContainText(words.saved);
    expect(Object.keys(files)).toHaveLength(2 * ASKED.length);
    const extract = (unit) => files[`${unit}.json`].toString();
    expect(JSON.parse(extract("uf")).extract).toMatchObject({ for: "department:uf", round: "hosten-2026", answer_by: "2026-11-20", answer_to: "sakerhet@example.se" });
    const asked = JSON.parse(extract("polisen"));
    expect(asked.rounds).toHaveLength(1);
    expect(asked.rounds[0].receivers.map(({ unit }) => unit)).toEqual(["polisen"]);
    const [head, text, attached] = files["uf.eml"].toString().split("--=_ombud-part");
    expect(head).toContain("X-Unsent: 1\r\nTo: selma.lindgren@example.se\r\nReply-To: sakerhet@example.se\r\n");
    const decoded = (part) => Buffer.from(part.slice(part.indexOf("\r\n\r\n")), "base64");
    for (const said of [words.ask, "Välkomna!", "sakerhet@example.se", "2026"]) expect(decoded(text).toString()).toContain(said);
    expect(decoded(attached).equals(files["uf.json"])).toBe(true);

    const rows = page.locator(".round .asked");
    const row = (name) => rows.filter({ has: page.getByRole("rowheader", { name }) });
    await expect(rows).toHaveCount(ASKED.length);
    await expect(rows.filter({ hasText: words.late })).toHaveCount(ASKED.length);
    await expect(page.locator("main h1")).toContainText(words.verdict(0, ASKED.length));
    const reminder = await row(words.library).getByRole("link", { name: words.remind }).getAttribute("href");
    expect(decodeURIComponent(reminder)).toMatch(/^mailto:selma\.lindgren@example\.se\?subject=.*Hösten 2026/);
    await axe(page);

    const workplace = JSON.parse(extract("buf")).units.find(({ kind }) => kind === "workplace").id;
    const other = { name: "annat.json", mimeType: "application/json", buffer: Buffer.from("{}") };
    const answers = [answer(extract("buf"), workplace, "Svarsgatan 3"), other, answer(extract("polisen"), "polisen", "Svarsgatan 2"), answer(extract("uf"), "bibl-strand", "Svarsgatan 1")];
    await page.getByLabel(words.choose).setInputFiles(answers);
    await expect(page.locator(".round-drop")).toContainText(words.took);
    await expect(rows.filter({ hasText: words.waits })).toHaveCount(3);
    await axe(page);

    await press(page, row(words.library).getByRole("button", { name: words.look }));
    await expect(page.locator("#review")).toContainText("Svarsgatan 1");
    await page.getByRole("button", { name: words.bring }).click();
    await expect(page.locator("#review")).not.toContainText("Svarsgatan 1");
    await turnTo(page, "#/round");
    await expect(row(words.library)).toContainText(words.brought);
    await page.getByRole("button", { name: words.undo }).click();
    await expect(row(words.library)).toContainText(words.late);
    await page.getByRole("button", { name: words.redo }).click();
    await expect(row(words.library)).toContainText(words.brought);

    await press(page, row(words.police).getByRole("button", { name: words.look }));
    await expect(page.locator("#review")).toContainText("Svarsgatan 2");
    await page.getByRole("button", { name: words.reject }).click();
    await expect(page.locator("#review")).toContainText("Svarsgatan 3");
    await page.getByRole("button", { name: words.bring }).click();
    await turnTo(page, "#/round");
    await expect(row(words.police)).toContainText(words.rejected);
    await expect(row(words.school)).toContainText(words.brought);
    await rows.filter({ hasText: words.late }).first().getByRole("button", { name: words.right }).click();
    await expect(rows.filter({ hasText: words.late })).toHaveCount(ASKED.length - 4);
    await expect(rows.filter({ hasText: words.brought })).toHaveCount(2);
    await expect(page.locator("main h1")).toBeFocused();
    await expect(page.locator("main h1")).toContainText(words.verdict(4, ASKED.length - 4));
    await axe(page);

    await page.setViewportSize({ width: 390, height: 844 });
    await expect(rows.first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await axe(page);
  });
}

test("the command line makes the same files, byte for byte", async ({ page }, info) => {
  // One day for both: that of the page is the one on which the command line runs.
  await page.clock.setFixedTime(`${new Date().toISOString().slice(0, 10)}T12:00:00Z`);
  await openApp(page, "#/round");
  const form = page.locator("#new-round");
  await form.getByLabel("Namn", { exact: true }).fill("Hösten 2026 – för alla");
  await form.getByLabel("Svar senast").fill("2099-12-20");
  await form.getByLabel("E-post som svaren går till").fill("sakerhet@example.se");
  await form.getByLabel("Hälsning i mejlet").fill("Välkomna!\nTack.");
  const { files } = await archive(page, page.getByRole("button", { name: `Skapa filerna för ${ASKED.length} mottagare` }));
  const out = info.outputPath("round");
  const said = ["--new", "Hösten 2026 – för alla", "--due", "2099-12-20", "--page", new URL(page.url()).origin + new URL(page.url()).pathname, "--answer-to", "sakerhet@example.se", "--message", "Välkomna!\nTack.", "--sv", "--out", out];
  execFileSync("cargo", ["run", "--quiet", "--locked", "--bin", "ombud", "--", "round", "public/example.json", ...said], { stdio: "ignore" });
  // The command line writes the file that has the round as well; on the page that is the open one.
  expect(readdirSync(out).toSorted()).toEqual([...Object.keys(files), "organisation.json"].toSorted());
  for (const [name, bytes] of Object.entries(files)) expect(readFileSync(`${out}/${name}`).equals(bytes), name).toBe(true);
  await turnTo(page, "#/data");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Spara filen i bestämd ordning" }).click()]);
  const whole = (bytes) => JSON.parse(bytes).rounds;
  expect(whole(readFileSync(await download.path()))).toEqual(whole(readFileSync(`${out}/organisation.json`)));
});

test("sealed parts have a passphrase of their own, which is in none of the files", async ({ page }) => {
  await openApp(page, "#/round");
  await page.getByRole("button", { name: "Välj ingen" }).click();
  await expect(page.getByRole("button", { name: "Skapa filerna för 0 mottagare" })).toBeDisabled();
  await page.locator("#receivers").getByRole("rowheader").getByRole("checkbox", { name: "Utvecklingsförvaltningen" }).check();
  await page.locator("#new-round").getByLabel("Namn", { exact: true }).fill("Våren");
  await page.getByLabel("Kryptera filerna, var och en med en egen lösenfras").check();
  const { files } = await archive(page, page.getByRole("button", { name: "Skapa filerna för 1 mottagare" }));
  expect(Object.keys(files).toSorted()).toEqual(["uf.eml", "uf.json.sealed"]);
  const phrase = await page.locator("#made code").innerText();
  expect(phrase).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){4}$/);
  for (const bytes of Object.values(files)) expect(bytes.includes(phrase)).toBe(false);
  const sealed = files["uf.json.sealed"];
  const key = pbkdf2Sync(phrase, sealed.subarray(16, 32), sealed.readUInt32BE(12), 32, "sha256");
  const cipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(32, 44)).setAAD(sealed.subarray(0, 52)).setAuthTag(sealed.subarray(-16));
  const opened = JSON.parse(Buffer.concat([cipher.update(sealed.subarray(52, -16)), cipher.final()]));
  expect(opened.extract.for).toBe("department:uf");
});

test("files that are made again have the forms they had, also after a reload", async ({ page }) => {
  await openApp(page, "#/round");
  await page.getByRole("button", { name: "Välj ingen" }).click();
  await page.locator("#receivers").getByRole("rowheader").getByRole("checkbox", { name: "Utvecklingsförvaltningen" }).check();
  const copy = page.locator("#receivers").getByRole("checkbox", { name: /^Som fristående kopia.*Utvecklingsförvaltningen/ });
  await copy.check();
  await page.locator("#new-round").getByLabel("Namn", { exact: true }).fill("Våren");
  await page.getByLabel("Kryptera filerna, var och en med en egen lösenfras").check();
  // A sealed file is no copy, and the choice says so.
  await expect(copy).toBeDisabled();
  await expect(copy).not.toBeChecked();
  await expect(page.locator("#receivers")).toContainText("Som fristående kopia (går inte med kryptering)");
  const first = await archive(page, page.getByRole("button", { name: "Skapa filerna för 1 mottagare" }));
  expect(Object.keys(first.files).toSorted()).toEqual(["uf.eml", "uf.json.sealed"]);
  const letter = Buffer.from(first.files["uf.eml"].toString().split("--=_ombud-part")[1].split("\r\n\r\n").slice(1).join(""), "base64").toString().replaceAll("\r\n", "\n");
  expect(letter).toContain(`Öppna filen i Ombud: ${new URL(page.url()).origin}${new URL(page.url()).pathname}\n`);
  await turnTo(page, "#/data");
  await expect(page.locator(".kept-line")).toContainText("Sparat i webbläsaren den");
  await turnTo(page, "#/round");
  await page.reload();
  const again = page.locator(".round details");
  await again.getByText("Skapa filerna igen").click();
  await expect(again.getByLabel("Kryptera filerna, var och en med en egen lösenfras")).toBeChecked();
  const second = await archive(page, again.getByRole("button", { name: "Skapa filerna för 1 mottagare" }));
  expect(Object.keys(second.files).toSorted()).toEqual(["uf.eml", "uf.json.sealed"]);
  await axe(page);
});

test("a day that has been is told where a round is begun, and one to come is not", async ({ page }) => {
  await openApp(page, "#/round");
  const form = page.locator("#new-round");
  await form.getByLabel("Svar senast").fill("2020-01-01");
  await expect(form).toContainText("Dagen har redan varit");
  await form.getByLabel("Svar senast").fill("2099-01-01");
  await expect(form).not.toContainText("Dagen har redan varit");
});

test("two answers of one are told apart, a damaged one is told at once, and what is chosen of one is kept", async ({ page }) => {
  await openApp(page, "#/round");
  await askOne(page);
  const { files } = await archive(page, page.getByRole("button", { name: "Skapa filerna för 1 mottagare" }));
  const extract = files["uf.json"].toString();
  const one = { ...answer(extract, "bibl-strand", "Svarsgatan 1"), name: "forsta.json" };
  const two = { ...answer(extract, "bibl-bollmora", "Svarsgatan 2"), name: "andra.json" };
  const elsewhere = JSON.parse(answer(extract, "bibl-strand", "Svarsgatan 3").buffer);
  elsewhere.from.extract.round = "en-annan";
  const stranger = { ...one, name: "annan.json", buffer: Buffer.from(JSON.stringify(elsewhere)) };
  const damaged = { ...one, name: "trasig.json", buffer: Buffer.from(one.buffer.toString().slice(0, -40)) };
  await page.getByLabel("Välj svar").setInputFiles([one, two, stranger, damaged]);
  const drop = page.locator(".round-drop");
  await expect(drop).toContainText("trasig.json är en ändringsfil som är skadad");
  await expect(drop).toContainText("3 svar väntar på att granskas.");
  await drop.getByRole("button", { name: /^Ta bort ?: trasig\.json$/ }).click();
  await expect(drop).not.toContainText("trasig.json");
  const row = page.locator(".round .asked");
  await expect(row.getByRole("button", { name: "Granska forsta.json" })).toBeVisible();
  await expect(row.getByRole("button", { name: "Granska andra.json" })).toBeVisible();
  await axe(page);
  await drop.getByRole("button", { name: "Granska 1 som inte hör till avstämningen" }).click();
  await expect(page.locator("#review")).toContainText("Svarsgatan 3");
  await page.locator("#review tbody").getByRole("checkbox").first().uncheck();
  await expect(page.locator("#review")).toContainText("0 av 1");
  await turnTo(page, "#/round");
  await turnTo(page, "#/changes");
  await expect(page.locator("#review")).toContainText("0 av 1");
  await page.reload();
  await expect(page.locator("#review")).toContainText("0 av 1");
});

test("an extract that was saved instead of a change file finds its row, and nothing of it is chosen beforehand", async ({ page }) => {
  await openApp(page, "#/round");
  await askOne(page);
  const { files } = await archive(page, page.getByRole("button", { name: "Skapa filerna för 1 mottagare" }));
  const sent = files["uf.json"].toString();
  // Not written anew as JSON: numbers in what an edition holds would be written otherwise.
  const { address } = JSON.parse(sent).units.find(({ id }) => id === "bibl-strand");
  const back = sent.replace(JSON.stringify(address), '"Svarsgatan 1"');
  await page.getByLabel("Välj svar").setInputFiles({ name: "uf.json", mimeType: "application/json", buffer: Buffer.from(back) });
  const row = page.locator(".round .asked");
  await expect(row).toContainText("1 ändring att granska");
  await press(page, row.getByRole("button", { name: "Granska" }));
  await expect(page.locator("main .hero")).toContainText("Svaret är utdraget självt");
  await expect(page.locator("#review")).toContainText("0 av 1 ändring tas in.");
  await page.locator("#review tbody").getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "Ta in 1 ändring" }).click();
  await turnTo(page, "#/round");
  await expect(row).toContainText("infört");
});

test("a round that is undone is gone, and one that is kept comes back with the work on the file", async ({ page }) => {
  await openApp(page, "#/round");
  await page.locator("#new-round").getByLabel("Namn", { exact: true }).fill("Våren");
  await archive(page, page.getByRole("button", { name: WORDS.sv.make }));
  await expect(page.locator(".round .asked")).toHaveCount(ASKED.length);
  await page.getByRole("button", { name: /^Ångra/ }).click();
  await expect(page.locator("main h1")).toHaveText(WORDS.sv.none);
  await page.getByRole("button", { name: /^Gör om/ }).click();
  await expect(page.locator(".round .asked")).toHaveCount(ASKED.length);
  await expect(page.locator("main h1")).toHaveText(`0 av ${ASKED.length} har svarat.`);
});

test("the files of a round lie in a folder of one’s own choice, beside what is there", async ({ page }) => {
  await page.addInitScript(() => (window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("Utskick", { create: true })));
  await openApp(page, "#/round");
  await page.evaluate(async () => (await window.showDirectoryPicker()).getDirectoryHandle("avstamning-varen", { create: true }));
  await page.getByRole("button", { name: "Välj ingen" }).click();
  await page.locator("#receivers").getByRole("rowheader").getByRole("checkbox", { name: /^Utvecklingsförvaltningen/ }).check();
  await page.locator("#new-round").getByLabel("Namn", { exact: true }).fill("Våren");
  await page.getByLabel("Lägg filerna i en mapp").check();
  await page.getByRole("button", { name: "Skapa filerna för 1 mottagare" }).click();
  await expect(page.locator("#made")).toContainText("Mappen Utskick/avstamning-varen-2 har en fil och ett mejl.");
  const lies = await page.evaluate(async () => {
    const read = async (folder) => {
      const all = {};
      for await (const [name, handle] of folder.entries()) all[name] = handle.kind === "file" ? await (await handle.getFile()).text() : await read(handle);
      return all;
    };
    return read(await window.showDirectoryPicker());
  });
  expect(lies["avstamning-varen"]).toEqual({});
  expect(Object.keys(lies["avstamning-varen-2"]).toSorted()).toEqual(["uf.eml", "uf.json"]);
  expect(JSON.parse(lies["avstamning-varen-2"]["uf.json"]).extract).toMatchObject({ for: "department:uf", round: "varen" });
});

test("whoever chooses no folder after all has begun no round", async ({ page }) => {
  await page.addInitScript(() => {
    window.showDirectoryPicker = () => Promise.reject(new DOMException("stopped", "AbortError"));
  });
  await openApp(page, "#/round");
  await page.locator("#new-round").getByLabel("Namn", { exact: true }).fill("Våren");
  await page.getByLabel("Lägg filerna i en mapp").check();
  const make = page.getByRole("button", { name: WORDS.sv.make });
  await make.click();
  await expect(make).toBeEnabled();
  await expect(page.locator("main h1")).toHaveText(WORDS.sv.none);
});
