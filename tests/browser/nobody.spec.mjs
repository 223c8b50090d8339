// A person of the file who is called "Vakant" makes a post count as held. The result stands, and the page doubts it wherever
// it stands; one press makes it right. Nobody of such a name is saved without a question.
import { axe, expect, openApp, ready, speak, test } from "./support/page.mjs";
import { turnTo } from "./support/edit.mjs";

const department = (id, name) => ({ id, name, kind: "department", parent: "k" });
const FILE = {
  format: 1,
  name: "Lillby kommun",
  as_of: "2026-11-29",
  units: [
    { id: "k", name: "Lillby kommun", kind: "municipality" },
    department("buf", "Barnförvaltningen"),
    department("tek", "Teknikförvaltningen"),
    department("soc", "Socialförvaltningen"),
  ],
  people: [
    { id: "a", name: "Asta Alm", unit: "buf" },
    { id: "v", name: "Vakant", unit: "soc" },
    { id: "b", name: "Bo Berg", unit: "soc" },
  ],
  assignments: [
    { role: "security_coordinator", unit: "buf", person: "a", from: "2024-01-01" },
    { role: "security_coordinator", unit: "tek", person: "v" },
    { role: "security_coordinator", unit: "soc" },
  ],
  rules: [
    {
      id: "sam",
      severity: "must",
      text: "Varje förvaltning har en säkerhetssamordnare.",
      holders: { of: "security_coordinator", in: { kind: "department" } },
    },
  ],
};

const dialog = (page) => page.getByRole("dialog");
const bar = (page) => page.locator(".draft-bar");
const name = (page) => dialog(page).getByLabel(/^(?:Namn|Name)/);
const save = (page) => dialog(page).getByRole("button", { name: /^(?:Spara ändringen|Save the change)$/ }).click();

/** The words of the page, in both languages. */
const WORDS = {
  sv: {
    counted: "Ett uppdrag räknas som tillsatt men innehas av ”Vakant”. Är det vakant?",
    link: "”Vakant”",
    held: "Namnet ”Vakant” tyder på att ingen är utsedd, men uppdraget räknas som tillsatt. Är det vakant?",
    doubtful: "Namnet tyder på att ingen är utsedd.",
    person: "Namnet ”Vakant” tyder på att ingen är utsedd, men personens uppdrag räknas som tillsatta. Är de vakanta?",
    remark: "Namnet ”Vakant” tyder på att ingen är utsedd, men uppdrag som personen har räknas som tillsatta.",
    vacate: "Ta bort personen och gör uppdragen vakanta",
    vacant: "Vakant",
    fill: "Tillsätt",
    add: "Lägg till en person som inte finns i filen",
    asked: "”N.N.” tyder på att ingen är utsedd.",
    leave: "Spara uppdraget som vakant",
    anyway: "Det är ett namn, spara ändå",
    rename: "Ändra personen",
  },
  en: {
    counted: "One post counts as filled but is held by “Vakant”. Is it vacant?",
    link: "“Vakant”",
    held: "The name “Vakant” suggests that nobody has been appointed, but the post counts as filled. Is it vacant?",
    doubtful: "The name suggests that nobody has been appointed.",
    person: "The name “Vakant” suggests that nobody has been appointed, but the person’s posts count as filled. Are they vacant?",
    remark: "The name “Vakant” suggests that nobody has been appointed, but posts held by this person count as filled.",
    vacate: "Remove the person and make the posts vacant",
    vacant: "Vacant",
    fill: "Fill the post",
    add: "Add a person who is not in the file",
    asked: "“N.N.” suggests that nobody has been appointed.",
    leave: "Save the post as vacant",
    anyway: "It is a name, save anyway",
    rename: "Edit the person",
  },
};

async function opened(page, language) {
  await openApp(page, "#/data");
  const file = { name: "lillby.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(FILE)) };
  await page.locator("main input[type=file]").first().setInputFiles(file);
  await expect(page.locator("header")).toContainText(FILE.name);
  await ready(page);
  if (language === "en") await speak(page, "English");
}

for (const [language, said] of Object.entries(WORDS)) {
  test.describe(`in ${language}`, () => {
    test("somebody called Vakant is doubted on the overview, at the post, on their page and among the remarks", async ({ page }) => {
      await opened(page, language);
      await turnTo(page, "#/data");
      const remark = page.locator(".problem", { hasText: said.remark });
      await expect(remark).toContainText("$.people[1].name");
      await remark.getByRole("link").click();
      await expect(page).toHaveURL(/#\/people\?find=Vakant/);
      await turnTo(page, "#/");
      await expect(page.locator(".hero .doubt")).toHaveText(said.counted);
      // The result stands: it goes by ids.
      await expect(page.locator(".overview-rules")).toContainText(language === "sv" ? "av 3" : "of 3");
      await axe(page);
      await turnTo(page, "#/organisation/tek");
      await expect(page.locator("li.post .doubt")).toContainText(said.held);
      await axe(page);
      await turnTo(page, "#/organisation/buf");
      await expect(page.locator("li.post")).toContainText("Asta Alm");
      await expect(page.locator(".doubt")).toHaveCount(0);
      await turnTo(page, "#/");
      await page.locator(".hero .doubt").getByRole("link", { name: said.link }).click();
      await ready(page);
      await expect(page).toHaveURL(/#\/people\/v$/);
      await expect(page.locator("main .doubt")).toContainText(said.person);
      await axe(page);
    });

    test("one press makes the posts vacant, and can be undone", async ({ page }) => {
      await opened(page, language);
      await turnTo(page, "#/organisation/tek");
      await page.locator("li.post .doubt").getByRole("button", { name: said.vacate }).press("Enter");
      await expect(page.locator("li.post").first()).toContainText(said.vacant);
      await expect(page.locator("li.post").getByRole("button", { name: said.fill })).toBeVisible();
      await expect(page.locator(".doubt")).toHaveCount(0);
      await turnTo(page, "#/");
      await expect(page.locator("h1")).toContainText(language === "sv" ? /två\sfall/ : /two\scases/);
      await expect(page.locator(".hero .doubt")).toHaveCount(0);
      await bar(page).getByRole("button", { name: /^(?:Ångra|Undo)/ }).click();
      await expect(page.locator(".hero .doubt")).toHaveText(said.counted);
      // From the page of the person it leads to the list of those who are left.
      await turnTo(page, "#/people/v");
      await page.getByRole("button", { name: said.vacate }).click();
      await expect(page).toHaveURL(/#\/people$/);
      await ready(page);
      await expect(page.locator("main")).toContainText("Asta Alm");
      await expect(page.locator("main")).not.toContainText("Vakant");
    });

    /** Fills the vacant post of a department with a new person called N.N., and gives the question that is asked. */
    const begun = async (page) => {
      await opened(page, language);
      await turnTo(page, "#/organisation/soc");
      await page.locator("li.post").getByRole("button", { name: said.fill }).click();
      await dialog(page).getByRole("button", { name: said.add }).click();
      await name(page).fill("N.N.");
      await save(page);
      return dialog(page).getByRole("alert");
    };

    test("a new person called N.N. is asked about, and the post can stay vacant", async ({ page }) => {
      const question = await begun(page);
      await expect(question).toContainText(said.asked);
      await expect(question.getByRole("button", { name: said.leave })).toBeFocused();
      await axe(page);
      // Whoever types another name is not asked any longer.
      await name(page).fill("N.N. ");
      await expect(question).toHaveCount(0);
      await save(page);
      await question.getByRole("button", { name: said.leave }).press("Enter");
      await expect(dialog(page)).toHaveCount(0);
      await expect(page.locator("li.post")).toContainText(said.vacant);
      await expect(bar(page)).toHaveCount(0);
    });

    test("a new person called N.N. is saved where that is a name, and doubted", async ({ page }) => {
      const question = await begun(page);
      await question.getByRole("button", { name: said.anyway }).press("Enter");
      await expect(dialog(page)).toHaveCount(0);
      await expect(page.locator("li.post").first()).toContainText("N.N.");
      await expect(page.locator("li.post .doubt")).toHaveCount(1);
    });

    test("somebody who is given such a name is asked about", async ({ page }) => {
      await opened(page, language);
      await turnTo(page, "#/people/a");
      await page.getByRole("button", { name: said.rename }).click();
      await name(page).fill("N.N.");
      await save(page);
      const question = dialog(page).getByRole("alert");
      await expect(question).toContainText(said.asked);
      await expect(question.getByRole("button", { name: said.leave })).toHaveCount(0);
      await question.getByRole("button", { name: said.anyway }).press("Enter");
      await expect(dialog(page)).toHaveCount(0);
      await expect(page.locator("h1")).toContainText("N.N.");
    });
  });
}

const at = (id, name, kind, parent = "k") => ({ id, name, kind, parent });
/** A municipality where somebody called Vakant holds a post of each role. */
const EVERYWHERE = {
  ...FILE,
  units: [
    ...FILE.units,
    at("eken", "Förskolan Eken", "workplace", "tek"),
    at("sak", "Säkerhetsenheten", "security_unit"),
    at("grp", "Riskhanteringsgruppen", "group"),
  ],
  roles: [{ id: "security_coordinator", name: "Säkerhetssamordnare", contact: "open" }],
  assignments: [
    ...FILE.assignments,
    { role: "security_representative", unit: "eken", person: "v" },
    { role: "head_of_security", unit: "sak", person: "v" },
    { role: "member", unit: "grp", person: "v", on_behalf_of: "tek" },
  ],
};

for (const [language, said] of Object.entries(WORDS)) {
  test(`in ${language} the pages of roles, of the group, of contacts and of an event doubt whoever is called Vakant`, async ({ page }) => {
    await openApp(page, "#/data");
    const file = { name: "lillby.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(EVERYWHERE)) };
    await page.locator("main input[type=file]").first().setInputFiles(file);
    await expect(page.locator("header")).toContainText(FILE.name);
    await ready(page);
    if (language === "en") await speak(page, "English");
    for (const [hash, doubts] of [["#/coordinators", 1], ["#/representatives", 1], ["#/security-unit", 2], ["#/group", 1]]) {
      await turnTo(page, hash);
      await expect(page.locator("main div.doubt"), hash).toHaveCount(doubts);
      await expect(page.locator("main div.doubt").first(), hash).toContainText(said.held);
      await axe(page);
    }
    for (const hash of ["#/representatives/cards", "#/contact", "#/event?units=tek"]) {
      await turnTo(page, hash);
      await expect(page.locator("main"), hash).toContainText(said.doubtful);
      await axe(page);
    }
    // Where somebody is named nothing is doubted.
    await turnTo(page, "#/event?units=buf");
    await expect(page.locator(".call", { hasText: "Asta Alm" })).toHaveCount(1);
    await expect(page.locator(".call", { hasText: "Asta Alm" })).not.toContainText(said.doubtful);
    // One press makes it right there too.
    await turnTo(page, "#/group");
    await page.locator("main div.doubt").getByRole("button", { name: said.vacate }).press("Enter");
    await expect(page.locator("main .doubt")).toHaveCount(0);
    await expect(page.locator(".seats .vacant")).toHaveCount(1);
  });
}

test("a post that changes hands to nobody ends, and is vacant after that", async ({ page }) => {
  await opened(page, "sv");
  await turnTo(page, "#/organisation/buf");
  await page.locator("li.post").getByRole("button", { name: "Byt person" }).click();
  await dialog(page).getByRole("button", { name: WORDS.sv.add }).click();
  await name(page).fill("Vakant");
  await save(page);
  await dialog(page).getByRole("button", { name: WORDS.sv.leave }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.locator("li.post", { hasText: "Asta Alm" })).toContainText(/28\snov\s2026/);
  await expect(page.locator("li.post .vacant")).toHaveCount(1);
});

test("somebody called Vakant is not proposed for another post", async ({ page }) => {
  await opened(page, "sv");
  await turnTo(page, "#/coverage/sam%3Asoc");
  await expect(page.locator("#who .candidate", { hasText: "Bo Berg" })).toBeVisible();
  await expect(page.locator("#who")).not.toContainText("Vakant");
});
