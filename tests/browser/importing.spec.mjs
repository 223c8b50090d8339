// Import and export: sheets become one change, seen before it is made, and come out as they went in.
import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { axe, endsEarly, expect, openApp, ready, test } from "./support/page.mjs";
import { organisation } from "./support/example.mjs";

const name = (item) => item.name.sv ?? item.name;
const department = organisation.units.find(({ kind }) => kind === "department");
const bar = (page) => page.getByRole("region", { name: "Ändringar i filen" });

/** Picks a file of sheets that holds this. */
async function pick(page, file, content, mimeType = "text/csv") {
  await page.locator("main input[type=file]").first().setInputFiles({ name: file, mimeType, buffer: Buffer.from(content) });
}

/** A family name for a number. With its ending it is no word: "Above" and "Achef" would be asked about. */
const letters = (n) =>
  `A${n.toString(26).padStart(4, "0").replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 26)))}sson`;

const sheet = (rows) => rows.map((row) => row.join(";")).join("\r\n");

test("a list of workplaces becomes units, people and posts, seen before it is one change, and is undone as one", async ({ page }) => {
  await openApp(page, "#/import");
  await pick(page, "arbetsplatser.csv", sheet([
    ["Arbetsplats", "Förvaltning", "Ombud", "E-post"],
    ["Förskolan Påhittet", name(department), "Åsa Påhittad", "asa.pahittad@example.se"],
    ["Skolan Påhittet", name(department), "", ""],
  ]));
  await expect(page.getByText("arbetsplatser.csv är läst som CSV")).toBeVisible();
  const preview = page.locator("#preview");
  await expect(preview).toContainText("Förskolan Påhittet");
  await expect(preview).toContainText("Åsa Påhittad");
  await axe(page);
  await preview.getByRole("button", { name: /^Importera \d+ poster$/ }).click();
  await ready(page);
  // To the verdict, with what was taken in.
  await expect(page).toHaveURL(/#\/$/);
  const done = page.locator(".notices").getByRole("status").filter({ hasText: "Importen är klar." });
  await expect(done).toContainText("Nya:");
  await done.getByRole("link", { name: "Visa det importerade" }).click();
  await ready(page);
  await expect(page).toHaveURL(/#\/data/);
  await expect(page.locator("#changes")).toContainText("Förskolan Påhittet");
  await bar(page).getByRole("button", { name: /^Ångra: import av arbetsplatser\.csv/ }).click();
  await expect(page.locator("#changes")).toHaveCount(0);
});

test("a column is given another meaning, and what cannot be used is told by its cell", async ({ page }) => {
  await openApp(page, "#/import");
  await pick(page, "enheter.csv", sheet([["Namn", "Typ", "Personer"], ["Ö-skolan", "arbetsplats", "många"]]));
  await page.getByRole("region", { name: "Vad kolumnerna betyder" }).getByRole("combobox", { name: /^Kolumn C/ }).selectOption({ label: "Anställda" });
  await expect(page.locator(".import-notes")).toContainText("C2");
});

test("a personal identity number is dropped and said to be", async ({ page }) => {
  await openApp(page, "#/import");
  await pick(page, "personer.csv", sheet([["Namn", "E-post", "Personnummer"], ["Bo Påhittad", "bo.p@example.se", "19121212-1212"]]));
  await expect(page.locator("#preview")).toContainText("Ett personnummer har tagits bort");
  await expect(page.locator("main")).not.toContainText("1212-1212");
});

test("someone of the same name is asked about before anything is taken in", async ({ page }) => {
  const known = organisation.people.find(({ email }) => email);
  await openApp(page, "#/import");
  await pick(page, "personer.csv", sheet([["Namn", "E-post"], [known.name, "nagon.annan@example.se"]]));
  const question = page.locator(".import-question");
  await expect(question).toContainText(known.name);
  await question.getByLabel(/^Det är /).check();
  await expect(page.locator("#preview")).toContainText("Ändras: 1");
});

/** An archive with one part that unpacks to so many zeros. */
function bomb(part, size) {
  const packed = deflateRawSync(Buffer.alloc(size));
  const head = (signature, extra) => {
    const name = Buffer.from(part);
    const header = Buffer.alloc(extra);
    header.writeUInt32LE(signature, 0);
    const at = extra === 46 ? 2 : 0;
    header.writeUInt16LE(20, 4 + at);
    header.writeUInt16LE(8, 8 + at);
    header.writeUInt32LE(packed.length, 18 + at);
    header.writeUInt32LE(size, 22 + at);
    header.writeUInt16LE(name.length, 26 + at);
    return Buffer.concat([header, name]);
  };
  const local = Buffer.concat([head(0x04034b50, 30), packed]);
  const central = head(0x02014b50, 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

test("fault 10: an archive that unpacks to more than is read gets a message that says how much is", async ({ page }) => {
  await openApp(page, "#/import");
  await pick(page, "bomb.xlsx", bomb("xl/workbook.xml", 600 << 20), "application/octet-stream");
  await expect(page.getByRole("alert")).toContainText("bomb.xlsx kan inte importeras");
  await expect(page.getByRole("alert")).toContainText(/[MG]B/);
  await expect(bar(page)).toHaveCount(0);
});

for (const [what, file, bytes] of [
  ["a protected workbook", "skyddad.xlsx", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ["something that is no workbook", "text.xlsx", Buffer.from("PK\u0003\u0004 nothing of the kind")],
]) {
  test(`fault 10: ${what} gets a message, and the open file is untouched`, async ({ page }) => {
    await openApp(page, "#/import");
    await pick(page, file, bytes, "application/octet-stream");
    await expect(page.getByRole("alert")).toContainText(`${file} kan inte importeras`);
    await expect(bar(page)).toHaveCount(0);
  });
}

test("fault 11: forty-five thousand rows are taken in, and the page stays quick meanwhile", async ({ page }) => {
  test.slow();
  const rows = Array.from({ length: 45_000 }, (_, n) => [`Påhittad ${letters(n)}`, `p${n}@example.se`]);
  await openApp(page, "#/import");
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    }).observe({ type: "longtask" });
  });
  await pick(page, "personer.csv", sheet([["Namn", "E-post"], ...rows]));
  const button = page.getByRole("button", { name: /^Importera 45\D000 poster$/ });
  await expect(button).toBeVisible({ timeout: 120_000 });
  await button.click();
  await page.getByRole("link", { name: "Visa det importerade" }).click({ timeout: 120_000 });
  await expect(page.locator("#changes")).toContainText("Påhittad Aaaaa", { timeout: 120_000 });
  test.info().annotations.push({ type: "longest task, ms", description: String(await page.evaluate(() => window.longest)) });
});

const STOPPED = "Importen har stannat. Den öppna filen är orörd";

test("a program of sheets that ends before it has read the file is noticed", async ({ page }) => {
  await endsEarly(page, "sheets");
  await openApp(page, "#/import");
  await pick(page, "personer.csv", sheet([["Namn", "E-post"], ["Åsa Påhittad", "asa@example.se"]]));
  await expect(page.getByRole("alert")).toContainText(STOPPED);
  await expect(bar(page)).toHaveCount(0);
});

test("a program of sheets that ends while nothing is asked of it is noticed, and the file is read again as it had been read", async ({ page }) => {
  const people = sheet([["Namn", "E-post"], ["Åsa Påhittad", "asa@example.se"]]);
  await openApp(page, "#/import");
  await pick(page, "personer.csv", people);
  await expect(page.locator("#preview")).toContainText("Åsa Påhittad");
  // What the reader says of a column is said once.
  const email = page.getByRole("region", { name: "Vad kolumnerna betyder" }).getByRole("combobox", { name: /^Kolumn B/ });
  await email.selectOption("");
  const program = page.workers().find((worker) => /\/sheets-worker/.test(worker.url()));
  await program.evaluate(() => void setTimeout(() => self.close()));
  await expect(page.getByRole("alert")).toContainText(STOPPED);
  await expect(bar(page)).toHaveCount(0);
  await expect(page.locator("#preview")).toHaveCount(0);
  await page.getByRole("button", { name: "Läs in filen igen" }).click();
  await expect(page.locator("#preview")).toContainText("Åsa Påhittad");
  await expect(email).toHaveValue("");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.getByRole("button", { name: /^Importera (en|1) post$/ }).click();
  await page.getByRole("link", { name: "Visa det importerade" }).click();
  await expect(page.locator("#changes")).toContainText("Åsa Påhittad");
});

test("fault 28: a sheet whose letters were guessed wrong is read as the reader says", async ({ page }) => {
  await openApp(page, "#/import");
  // In Windows-1252 this is Š; where no other letter tells, an ä of Mac Roman is likelier.
  await pick(page, "personer.csv", Buffer.concat([Buffer.from("Namn;E-post\nBranko "), Buffer.from([0x8a]), Buffer.from("ain;branko.sain@example.se\n")]));
  const encoding = page.getByRole("combobox", { name: "Teckenkodning" });
  await expect(encoding).toHaveValue("Mac Roman");
  await encoding.selectOption("Windows-1252");
  await expect(page.locator("#preview")).toContainText("Branko Šain");
  await expect(encoding).toHaveValue("Windows-1252");
  await page.getByRole("button", { name: /^Importera (en|1) post$/ }).click();
  await page.getByRole("link", { name: "Visa det importerade" }).click();
  await expect(page.locator("#changes")).toContainText("Branko Šain");
});

test("fault 28: a sheet whose separator was guessed wrong is read as the reader says", async ({ page }) => {
  await openApp(page, "#/import");
  // Each line has more commas than semicolons, and as many of them as the others have.
  await pick(page, "personer.csv", "Namn;E-post;Titel,enhet,ort,land\nÅsa Påhittad;asa.p@example.se;Rektor,Eken,Ekby,Sverige\nBo Påhittad;bo.p@example.se;Lärare,Eken,Ekby,Sverige\n");
  const separator = page.getByRole("combobox", { name: "Mellan fälten står" });
  await expect(separator).toHaveValue("komma mellan fälten");
  await expect(page.locator("main")).not.toContainText("Nya: 2");
  await separator.selectOption("semikolon mellan fälten");
  const preview = page.locator("#preview");
  await expect(preview).toContainText("Nya: 2");
  for (const name of ["Åsa Påhittad", "Bo Påhittad"]) await expect(preview).toContainText(name);
  await expect(separator).toHaveValue("semikolon mellan fälten");
});

test("what is exported is imported again without a change", async ({ page }) => {
  for (const format of ["CSV", "XLSX"]) {
    await openApp(page, "#/data");
    await page.getByRole("combobox", { name: "Vad" }).selectOption("Riskerna");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: `Exportera som ${format}` }).click();
    const exported = readFileSync(await (await download).path());
    // What is saved under Data is whole, as SECURITY.md says.
    const marked = organisation.risks.filter(({ marking }) => marking?.startsWith("secret")).map(({ title }) => title.sv ?? title);
    expect(marked.length).toBeGreaterThan(0);
    if (format === "CSV") for (const title of marked) expect(exported.toString()).toContain(title);
    await openApp(page, "#/import");
    await pick(page, `risker.${format.toLowerCase()}`, exported);
    await expect(page.locator("#preview")).toContainText("Nya: 0. Ändras: 0.");
  }
});

test("what was asked and left is said after the import, and shown where it leads", async ({ page }) => {
  await openApp(page, "#/import");
  await pick(page, "ombud.csv", sheet([
    ["Arbetsplats", "Förvaltning", "Ombud", "Ombud t.o.m.", "Anteckning"],
    ["Förskolan Påhittet", name(department), "Åsa Påhittad och Bo Påhittad", "våren 2027", "viktigt"],
    ["Skolan Påhittet", name(department), "Vakant", "", ""],
  ]));
  await page.getByRole("button", { name: /^Importera \d+ poster$/ }).click();
  const done = page.locator(".notices").getByRole("status").filter({ hasText: "Importen är klar." });
  await expect(done).toContainText("Obesvarade frågor: 1.");
  await done.getByRole("link", { name: "Visa frågorna" }).click();
  await ready(page);
  await expect(page.locator("#last-import")).toContainText("Åsa Påhittad och Bo Påhittad");
  await expect(page.locator("#last-import")).toContainText("ombud.csv: D2");
  await expect(page.locator("#last-import")).toContainText("Anteckning");
});

test("the two choices of a column that is not taken in have names of their own, and days are written in words", async ({ page }) => {
  await openApp(page, "#/import");
  await pick(page, "uppdrag.csv", sheet([
    ["Roll", "Enhet", "Person", "Till och med", "Anteckning"],
    ["Säkerhetssamordnare", name(department), "Åsa Påhittad", "2031-06-30", "viktigt"],
  ]));
  await expect(page.locator("#preview")).toContainText("30 juni 2031");
  await expect(page.getByRole("combobox", { name: "Kolumn E, Anteckning, blir" })).toHaveCount(1);
  await expect(page.getByRole("combobox", { name: /^Kolumnen E, Anteckning, som inte importeras/ })).toHaveCount(1);
});

test("a sheet that is opened under data is offered to the import", async ({ page }) => {
  await openApp(page, "#/data");
  await page.locator("main input[type=file]").first()
    .setInputFiles({ name: "personer.csv", mimeType: "text/csv", buffer: Buffer.from("Namn;E-post\nÅsa Påhittad;asa@example.se\n") });
  await page.getByRole("button", { name: "Importera den i stället" }).click();
  await ready(page);
  await expect(page.getByText("personer.csv är läst som CSV")).toBeVisible();
  await expect(page.locator("#preview")).toContainText("Åsa Påhittad");
});

test("a risk matrix library leads to the method", async ({ page }) => {
  await openApp(page, "#/import");
  await pick(page, "matris.yaml", "objects:\n  risk_matrix:\n    - name: M\n      probability: [{name: a}]\n      impact: [{name: b}]\n      risk: [{name: c}]\n      grid: [[0]]\n", "text/yaml");
  await page.getByRole("link", { name: "Till metoden" }).click();
  await expect(page).toHaveURL(/#\/method/);
});

test("a register with one consequence asks which dimension it is about", async ({ page }) => {
  await openApp(page, "#/import");
  await pick(page, "register.csv", sheet([["Risk-id", "Risk", "Sannolikhet (1-5)", "Konsekvens (1-5)"], ["ny-1", "Påhittat avbrott", "3", "2"]]));
  await expect(page.getByRole("combobox", { name: "Kolumn D, Konsekvens (1-5), blir" })).toHaveValue("consequence");
  const question = page.locator(".import-question");
  await expect(question).toContainText("Konsekvens (1-5)");
  await question.getByRole("radio").first().check();
  await expect(page.locator("#preview")).toContainText("Påhittat avbrott");
  await expect(page.locator("#preview dl")).toContainText("2");
});
