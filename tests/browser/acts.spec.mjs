// Acting: what one does holds. Somebody is chosen by keyboard alone, a vacancy knows what is known, an acceptance has an
// end, and what is half typed is not lost.
import { axe, expect, openApp, ready, slowDown, speak, test } from "./support/page.mjs";
import { choose, turnTo } from "./support/edit.mjs";
import { findings, organisation } from "./support/example.mjs";

const ON = organisation.as_of;
const name = (item) => item.name.sv ?? item.name;
const byId = (list, id) => organisation[list].find((item) => item.id === id);
const dialog = (page) => page.getByRole("dialog");
const bar = (page) => page.getByRole("region", { name: "Ändringar i filen" });
const save = (page) => dialog(page).getByRole("button", { name: "Spara ändringen" }).click();
const findingOf = ({ id }) => `#/coverage/${encodeURIComponent(id)}`;

const coordinator = findings.find(({ rule, state }) => rule === "coordinator-per-department" && state === "missing");
const head = organisation.assignments.find(
  ({ role, unit, until = "9999" }) => role === "head" && unit === coordinator.unit && until >= ON,
);
const person = (page) => dialog(page).getByRole("combobox", { name: /^Person/ });

/** Opens the form that fills the vacant post of a department. */
async function fill(page) {
  await openApp(page, findingOf(coordinator));
  await page.getByRole("button", { name: "Tillsätt", exact: true }).first().click();
  await expect(person(page)).toBeVisible();
}

test.describe("a field with a list", () => {
  test("is used by keyboard alone: arrows move, Enter takes, Escape closes the list before the form", async ({ page }) => {
    await fill(page);
    const field = person(page);
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute("aria-expanded", "false");
    await page.keyboard.press("ArrowDown");
    await expect(field).toHaveAttribute("aria-expanded", "true");
    const options = dialog(page).getByRole("option");
    const first = await options.first().getAttribute("id");
    await expect(field).toHaveAttribute("aria-activedescendant", first);
    await axe(page);
    await page.keyboard.press("Escape");
    await expect(options).toHaveCount(0);
    await expect(dialog(page)).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const second = await options.nth(1).locator("span").first().textContent();
    await page.keyboard.press("Enter");
    await expect(field).toHaveValue(new RegExp(`^${second}`));
    await expect(dialog(page)).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(dialog(page)).toHaveCount(0);
    await expect(bar(page)).toContainText("1 ändring är inte sparad");
  });

  test("begins with those of the unit and never ends in silence", async ({ page }) => {
    await fill(page);
    await person(page).click();
    const own = organisation.people.filter(({ unit }) => unit === coordinator.unit).map(name);
    const first = await dialog(page).getByRole("option").first().locator("span").first().textContent();
    expect(own).toContain(first);
    await expect(dialog(page).locator(".hits-said")).toHaveText(
      `De 50 första av ${organisation.people.length}. Skriv mer för att hitta fler.`,
    );
    // Whoever is last by name is found by typing on.
    const last = organisation.people.map(name).toSorted((a, b) => a.localeCompare(b, "sv")).at(-1);
    await person(page).fill(last);
    await expect(dialog(page).getByRole("option", { name: last })).toBeVisible();
  });

  test("takes the only one that a text can mean", async ({ page }) => {
    await fill(page);
    const someone = organisation.people.at(-2);
    await person(page).fill(name(someone));
    await expect(dialog(page).getByRole("option")).toHaveCount(1);
    await save(page);
    await expect(dialog(page)).toHaveCount(0);
    await turnTo(page, `#/organisation/${coordinator.unit}`);
    await expect(page.locator("main")).toContainText(name(someone));
  });

  // Fault 32 of docs/faults.md.
  test("lets no text pass that nobody is chosen by", async ({ page }) => {
    await fill(page);
    await person(page).fill("Ingen Heter Så");
    await save(page);
    await expect(dialog(page)).toBeVisible();
    await expect(dialog(page).getByText("Välj i listan, eller töm fältet.")).toBeVisible();
    expect(await person(page).evaluate((field) => field.checkValidity())).toBe(false);
  });
});

test("a vacancy knows its role and unit, begins today and is appointed by the head", async ({ page }) => {
  await fill(page);
  await expect(dialog(page)).toContainText(`Säkerhetssamordnare, ${name(byId("units", coordinator.unit))}`);
  await expect(dialog(page).getByRole("combobox", { name: "Roll" })).toHaveCount(0);
  await expect(dialog(page).getByLabel(/^Från och med/)).toHaveValue(ON);
  for (const field of ["Utsedd av", "Rapporterar till"]) {
    await expect(dialog(page).getByRole("combobox", { name: field })).toHaveValue(
      new RegExp(`^${name(byId("people", head.person))}`),
    );
  }
});

test("somebody who is replaced ends the day before, and is not who the form begins with", async ({ page }) => {
  const post = organisation.assignments.find(
    ({ role, unit, from, until = "9999", substitute_for }) =>
      role === "security_coordinator" && unit !== coordinator.unit && from < ON && until > ON && !substitute_for,
  );
  await openApp(page, `#/organisation/${post.unit}`);
  const row = page.locator("li.post", { hasText: name(byId("people", post.person)) }).first();
  await row.getByRole("button", { name: "Byt person" }).click();
  await expect(dialog(page)).toContainText("Det nuvarande uppdraget avslutas dagen innan det nya börjar.");
  await expect(person(page)).toHaveValue("");
  await expect(dialog(page).getByLabel(/^Från och med/)).toHaveValue(ON);
  const next = organisation.people.find(({ id, unit }) => unit === post.unit && id !== post.person);
  await choose(dialog(page), /^Person/, name(next));
  await save(page);
  await expect(dialog(page)).toHaveCount(0);
  await bar(page).getByRole("link", { name: "Visa ändringarna" }).click();
  await ready(page);
  const day = new Date(`${ON}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  const said = new Intl.DateTimeFormat("sv", { dateStyle: "long" }).format(day).replaceAll(" ", "\u00a0");
  await expect(page.locator("#changes")).toContainText(new RegExp(said.replaceAll("\u00a0", "\\s")));
  await expect(page.locator("#changes")).toContainText(name(next));
});

test("a suggestion tells what it does before, and afterwards what was recorded, what is left and what comes next", async ({ page }) => {
  await openApp(page, findingOf(coordinator));
  const who = page.locator("#who");
  await expect(who).toContainText(`utsedd av ${name(byId("people", head.person))}`);
  await expect(who).toContainText("Vad som återstår visas efteråt.");
  // Neither the head, who appoints, nor those of the municipality itself can be meant.
  await expect(who.locator(".candidate", { hasText: name(byId("people", head.person)) })).toHaveCount(0);
  for (const other of organisation.people.filter(({ unit }) => byId("units", unit)?.kind === "municipality")) {
    await expect(who.locator(".candidate", { hasText: name(other) })).toHaveCount(0);
  }
  await who.getByRole("button", { name: /^Utse / }).first().click();
  await expect(page.locator("h1")).toContainText("ingen avvikelse");
  await expect(page.locator("main")).toContainText("Registrerat: Säkerhetssamordnare");
  await expect(page.getByRole("heading", { name: /^(?:Kvar här|Inget mer att göra på)/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Nästa" })).toBeVisible();
  await axe(page);
});

test("a link to a gap that has been put right says that there is none, and leads to the others", async ({ page }) => {
  await openApp(page, "#/coverage/coordinator-per-department%3Abuf");
  await expect(page.locator("h1")).toHaveText("Här är ingen avvikelse.");
  await page.locator("main").getByRole("link", { name: "Visa avvikelserna" }).click();
  await expect(page).toHaveURL(/#\/coverage$/);
});

test("a vacant post is filled on the page of its unit", async ({ page }) => {
  const vacant = findings.find(({ rule, state }) => rule === "representative-per-workplace" && state === "missing");
  await openApp(page, `#/organisation/${vacant.unit}`);
  await page.getByRole("button", { name: "Tillsätt", exact: true }).first().click();
  await choose(dialog(page), /^Person/, name(organisation.people[5]));
  await save(page);
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.locator("main")).toContainText(name(organisation.people[5]));
  // What was recorded and the next finding are said where it was done, until it is undone.
  const done = page.locator(".just-done");
  await expect(done).toContainText(`Registrerat: `);
  await expect(done).toContainText(name(organisation.people[5]));
  await expect(done.getByRole("heading", { name: "Nästa" })).toBeVisible();
  await expect(done.locator(".finding")).toHaveCount(1);
  await page.getByRole("button", { name: /^Ångra/ }).first().click();
  await expect(done).toHaveCount(0);
});

test("what a binding rule asks for is accepted with an end and by somebody", async ({ page }) => {
  await openApp(page, findingOf(coordinator));
  await page.getByRole("button", { name: "Acceptera avvikelsen" }).click();
  await dialog(page).getByLabel(/^Varför \(måste/).fill("Tjänsten tillsätts i vår.");
  await save(page);
  await expect(dialog(page)).toBeVisible();
  await choose(dialog(page), /^Beslutat av/, name(organisation.people[0]));
  await save(page);
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByLabel(/^Till och med/).fill("2027-04-30");
  await save(page);
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.locator("main")).toContainText("Accepteras till och med 30 april 2027.");
});

test("going back closes an open form before it leaves the page", async ({ page }) => {
  await openApp(page, "#/organisation");
  await turnTo(page, "#/risks");
  await page.getByRole("button", { name: "Ny risk" }).click();
  await expect(dialog(page)).toBeVisible();
  await page.goBack();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page).toHaveURL(/#\/risks$/);
  await page.goBack();
  await expect(page).toHaveURL(/#\/organisation$/);
  // A form that is closed leaves no step behind.
  await turnTo(page, "#/risks");
  await page.getByRole("button", { name: "Ny risk" }).click();
  await dialog(page).getByRole("button", { name: "Avbryt" }).click();
  await expect(dialog(page)).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(/#\/organisation$/);
});

test.describe("a form that is half filled in", () => {
  const title = (page) => dialog(page).getByLabel("Rubrik (måste anges)", { exact: true });
  const offer = (page) => page.getByRole("region", { name: "En påbörjad inmatning" });

  async function begin(page) {
    await openApp(page, "#/risks");
    await page.getByRole("button", { name: "Ny risk" }).click();
    await title(page).fill("Takras i idrottshallen");
  }

  test("is offered again after a reload, and begins with what was typed", async ({ page }) => {
    await begin(page);
    await page.reload();
    await ready(page);
    await expect(offer(page)).toContainText("Du har en påbörjad inmatning kvar: ny risk.");
    await axe(page);
    await offer(page).getByRole("button", { name: "Fortsätt" }).click();
    await expect(title(page)).toHaveValue("Takras i idrottshallen");
    await save(page);
    await expect(dialog(page)).toHaveCount(0);
    await expect(offer(page)).toHaveCount(0);
    await turnTo(page, "#/risks/takras-i-idrottshallen");
    await expect(page.locator("h1")).toContainText("Takras i idrottshallen");
  });

  test.describe("in a tab that is killed", () => {
    test.use({ expectedFaults: [[/crash/i], { option: true }] });

    test("is there when the page is opened anew", async ({ page }) => {
      await begin(page);
      // A tab that is killed is told nothing: what is typed has to be kept by then.
      const session = await page.context().newCDPSession(page);
      const crashed = page.waitForEvent("crash");
      session.send("Page.crash").catch(() => {});
      await crashed;
      const again = await page.context().newPage();
      await openApp(again, "#/risks");
      await offer(again).getByRole("button", { name: "Fortsätt" }).click();
      await expect(title(again)).toHaveValue("Takras i idrottshallen");
    });
  });

  test("survives Escape, and is dropped when the reader says so", async ({ page }) => {
    await begin(page);
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toHaveCount(0);
    await expect(offer(page)).toBeVisible();
    await offer(page).getByRole("button", { name: "Släng" }).click();
    await expect(offer(page)).toHaveCount(0);
    await page.reload();
    await ready(page);
    await expect(offer(page)).toHaveCount(0);
  });

  test("closes when another file is dropped on the page, writes nothing into it, and is offered where it began", async ({ page }) => {
    await begin(page);
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File([JSON.stringify({ format: 1, name: "Annan kommun" })], "annan.json"));
      return data;
    });
    await page.dispatchEvent("body", "drop", { dataTransfer: dropped });
    await expect(page.locator("header")).toContainText("Annan kommun");
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.locator(".draft-bar")).toHaveCount(0);
    await expect(offer(page)).toHaveCount(0);
    await page.goto("about:blank");
    await openApp(page, "#/risks");
    await expect(offer(page)).toBeVisible();
  });

  test("belongs to its file: another file that is opened is not offered it", async ({ page }) => {
    await begin(page);
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toHaveCount(0);
    await turnTo(page, "#/data");
    const other = JSON.stringify({ format: 1, name: "Annan kommun" });
    const picked = { name: "annan.json", mimeType: "application/json", buffer: Buffer.from(other) };
    await page.locator("main input[type=file]").first().setInputFiles(picked);
    await expect(page.locator("header")).toContainText("Annan kommun");
    await ready(page);
    await expect(offer(page)).toHaveCount(0);
    await page.goto("about:blank");
    await openApp(page, "#/risks");
    await expect(offer(page)).toBeVisible();
  });
});

test("the field for English is folded away until it is wanted", async ({ page }) => {
  await openApp(page, "#/risks");
  await page.getByRole("button", { name: "Ny risk" }).click();
  const english = dialog(page).getByLabel("Rubrik på engelska, om det skiljer");
  await expect(english).toBeHidden();
  await dialog(page).getByText("Text på engelska").first().click();
  await expect(english).toBeVisible();
});

test("the form of a risk asks in steps, and only the first is open for a new one", async ({ page }) => {
  await openApp(page, "#/risks");
  await page.getByRole("button", { name: "Ny risk" }).click();
  const likelihood = dialog(page).getByRole("combobox", { name: "Sannolikhet", exact: true }).first();
  await expect(likelihood).toBeHidden();
  await dialog(page).getByText("Hur troligt är det?", { exact: true }).first().click();
  await expect(likelihood).toBeVisible();
  await axe(page);
});

test("a form is whole when it is drawn: nothing comes into its boxes under the hand", async ({ page }) => {
  await openApp(page, "#/training");
  await page.evaluate(() => {
    window.changed = 0;
    const isBox = ({ target }) => target.closest?.(".dialog .field-checks");
    const watch = new MutationObserver((all) => (window.changed += all.filter(isBox).length));
    watch.observe(document.body, { childList: true, subtree: true });
  });
  await page.getByRole("button", { name: "Lägg till utbildning" }).click();
  const own = organisation.roles.find(({ id }) => organisation.assignments.some(({ role }) => role === id));
  const box = dialog(page).getByRole("checkbox", { name: name(own), exact: false }).first();
  await box.check();
  await expect(box).toBeChecked();
  expect(await page.evaluate(() => window.changed)).toBe(0);
});

test("a form is saved before the engine has said what is chosen in it, as it stands", async ({ page, context }) => {
  await slowDown(context, 1000);
  await openApp(page, "#/training?state=expiring");
  const row = page.locator("table.trainees tbody tr").first();
  const trainee = await row.locator("th").textContent();
  await row.getByRole("button", { name: `Genomförd: ${trainee}` }).click();
  await expect(dialog(page).getByRole("combobox", { name: /^Person/ })).toHaveValue("");
  await save(page);
  await expect(dialog(page)).toHaveCount(0);
  await expect(bar(page)).toContainText("1 ändring är inte sparad");
});

test("a unit reaches all the units under it", async ({ page }) => {
  const count = ({ id }) => organisation.units.filter(({ parent }) => parent === id).length;
  const unit = organisation.units.toSorted((a, b) => count(b) - count(a))[0];
  expect(count(unit)).toBeGreaterThan(50);
  await openApp(page, `#/organisation/${unit.id}`);
  const rows = page.locator("ul.rows.columns > li");
  await expect(rows).toHaveCount(50);
  await page.getByRole("button", { name: /^Visa fler/ }).click();
  await expect(rows).toHaveCount(count(unit));
});

test.describe("a vacancy that the file has no post for", () => {
  const posts = ({ unit }) => organisation.assignments.filter((post) => post.unit === unit && post.role === "security_representative");
  const vacant = findings.find(
    (finding) => finding.rule === "representative-per-workplace" && finding.state === "missing" && posts(finding).length === 0,
  );

  test("is filled on the unit's own page, with role and unit known", async ({ page }) => {
    await openApp(page, `#/organisation/${vacant.unit}`);
    await page.getByRole("button", { name: /^Tillsätt/ }).first().click();
    await expect(person(page)).toBeFocused();
    await expect(dialog(page)).toContainText(name(byId("units", vacant.unit)));
    await choose(dialog(page), /^Person/, name(organisation.people[0]));
    await save(page);
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.locator("main .post")).toContainText([name(organisation.people[0])]);
    await turnTo(page, "#/data");
    const row = page.locator("#changes li").first();
    await expect(row.locator("strong")).toContainText(`${name(byId("units", vacant.unit))}: ${name(organisation.people[0])}`);
    // What the change does is said by name: the gap is closed, and rules of which the gaps are as before are not told.
    const effect = page.locator("section", { hasText: "Så påverkas avvikelserna" }).last();
    await expect(effect).toContainText("Avvikelser som åtgärdas: 1.");
    await expect(effect.locator("li").first()).toContainText(name(byId("units", vacant.unit)));
    for (const cells of await effect.locator("tbody tr").all()) {
      const [before, after] = await cells.locator("td").allInnerTexts();
      expect(before).not.toBe(after);
    }
  });
});

test("the risks of an event can all be reached", async ({ page }) => {
  await openApp(page, "#/event");
  const choices = page.locator("section", { has: page.getByRole("heading", { name: "En risk ur registret" }) }).locator(".event-choice");
  const more = page.locator(".more-rows button").first();
  await expect(more).toContainText(`av ${organisation.risks.length}`);
  const before = await choices.count();
  await more.click();
  await expect.poll(() => choices.count()).toBeGreaterThan(before);
});

test("a whole list is shown at once, so that paper has every row", async ({ page }) => {
  await openApp(page, "#/coverage");
  await expect(page.locator("#findings .finding-details")).toHaveCount(50);
  await page.getByRole("button", { name: new RegExp(`^Visa alla ${findings.length}`) }).click();
  await expect(page.locator("#findings .finding-details")).toHaveCount(findings.length);
  await expect(page.locator("#findings .pager")).toHaveCount(0);
});

for (const language of ["sv", "en"]) {
  test(`controls that cannot apply are not there, and come with what they apply to: ${language}`, async ({ page }) => {
    test.setTimeout(240_000);
    const units = [{ id: "k", name: "Lilla kommun", kind: "municipality" }];
    const file = { format: 1, name: "Lilla kommun", as_of: ON, units };
    const open = async (file) => {
      await turnTo(page, "#/data");
      const picked = { name: "lilla.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(file)) };
      await page.locator("main input[type=file]").first().setInputFiles(picked);
      await expect(page.locator("header")).toContainText(file.name);
      await ready(page);
    };
    await openApp(page, "#/data");
    await open(file);
    if (language === "en") await speak(page, "English");
    const main = page.locator("main");
    const exports = main.locator("select").filter({ hasText: language === "sv" ? "Organisationen" : "The organisation" });
    await expect(exports.locator("option")).toHaveCount(2);
    for (const hash of ["#/people", "#/representatives", "#/risks", "#/event"]) {
      await turnTo(page, hash);
      await expect(page.locator("h1")).toBeVisible();
      await expect(main.getByRole("searchbox"), hash).toHaveCount(0);
      await expect(main.getByRole("combobox"), hash).toHaveCount(0);
    }
    await expect(main.locator("form.event-units, .event-units")).toHaveCount(0);
    await turnTo(page, "#/risks");
    await expect(main.locator(".matrix-choices")).toHaveCount(0);
    await turnTo(page, "#/year");
    await expect(page.locator("h1")).toBeVisible();
    await expect(main.locator(".reminders")).toHaveCount(0);
    // All of them are there as soon as they can do something.
    const people = [{ id: "a", name: "Asta Alm", unit: "k" }];
    const risks = [{ id: "r", title: "Elavbrott", units: ["k"] }];
    const measures = [{ id: "m", title: "Reservkraft", risks: ["r"] }];
    const assignments = [{ role: "head", unit: "k", person: "a" }];
    await open({ ...file, name: "Stora kommun", people, risks, measures, assignments });
    await expect(exports.locator("option")).toHaveCount(5);
    for (const hash of ["#/people", "#/risks", "#/event"]) {
      await turnTo(page, hash);
      await expect(main.getByRole("searchbox"), hash).toHaveCount(1);
    }
    await turnTo(page, "#/risks");
    await expect(main.locator(".matrix-choices")).toHaveCount(1);
    await turnTo(page, "#/year");
    await expect(main.locator(".reminders")).toHaveCount(1);
  });
}
