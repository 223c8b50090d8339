// Many are reminded at once, of what ends, is missing or is late, from each of the lists that tell of it; and several terms
// are prolonged at once.
import { readFileSync } from "node:fs";
import { axe, edit, expect, openApp, ready, test } from "./support/page.mjs";
import { organisation } from "./support/example.mjs";

const ON = organisation.as_of;
const late = organisation.measures.filter(({ due, status }) => due < ON && !["done", "cancelled"].includes(status));
const owners = new Set(late.map(({ owner }) => owner).filter((id) => organisation.people.some((person) => person.id === id)));
const card = (page) => page.locator(".reminders");
const lines = (page) => card(page).locator(".reminder-line");

async function begin(page) {
  await card(page).getByRole("button", { name: "Skriv påminnelser" }).click();
  await ready(page);
}

for (const [hash, of] of [
  ["#/forecast", /uppdraget går ut/],
  ["#/training", /utbildningen (?:saknas|går ut|gick ut)/],
  ["#/measures", /skulle ha varit klar/],
  ["#/year", /uppdraget går ut/],
]) {
  test(`those concerned are reminded from ${hash}: letters, addresses and a calendar for each department`, async ({ page }) => {
    await openApp(page, hash);
    await begin(page);
    await expect(lines(page).first()).toBeVisible();
    const letter = lines(page).first();
    await letter.locator("summary").click();
    await expect(letter.locator(".reminder-letter")).toContainText("Hej ");
    await expect(card(page)).toContainText(of);
    const addresses = await card(page).getByLabel("E-postadresser").inputValue();
    expect(addresses.split("; ").every((address) => address.includes("@"))).toBe(true);
    await axe(page);
    // To the heads instead: each letter names those it is about.
    await card(page).getByLabel("Till vem").selectOption({ label: "Deras chefer" });
    await expect(card(page)).toContainText(/om dem du är chef för|Utan chef i filen/);
  });
}

test("a letter that no address can carry is saved as a file that a mail program opens", async ({ page }) => {
  // Every post ends within a month.
  const until = `${ON.slice(0, 8)}30`;
  const assignments = organisation.assignments.map((post) => (post.person ? { ...post, until } : post));
  await page.route("**/example.json", (route) => route.fulfill({ json: { ...organisation, assignments } }));
  await openApp(page, "#/forecast");
  await begin(page);
  await card(page).getByLabel("Till vem").selectOption({ label: "Deras chefer" });
  const letter = lines(page).filter({ has: page.getByRole("button", { name: /^Spara mejlet som fil \(\.eml\): / }) }).first();
  const save = letter.getByRole("button");
  await expect(save).toBeVisible();
  for (const link of await lines(page).getByRole("link").all()) expect((await link.getAttribute("href")).length).toBeLessThanOrEqual(1900);
  const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
  expect(download.suggestedFilename()).toMatch(/\.eml$/);
  const file = readFileSync(await download.path(), "utf8");
  const address = /[^\s]+@[^\s]+/.exec(await letter.innerText())[0];
  expect(file.startsWith(`X-Unsent: 1\r\nTo: ${address}\r\nSubject: `)).toBe(true);
  await letter.locator("summary").click();
  const shown = await letter.locator(".reminder-letter").textContent();
  const [body] = file.split("\r\n\r\n")[2].split("--=_");
  expect(Buffer.from(body, "base64").toString()).toBe(shown.replaceAll("\n", "\r\n"));
  await axe(page);
});

test("a letter about late measures goes to everyone who answers for one, and to nobody else", async ({ page }) => {
  await openApp(page, "#/measures");
  await begin(page);
  await expect(lines(page)).toHaveCount(owners.size);
});

test("a department's calendar has an alarm before each day, as long before as one chooses", async ({ page }) => {
  await openApp(page, "#/forecast");
  await begin(page);
  await card(page).getByLabel("Påminn i kalendern").selectOption({ label: "7 dagar före" });
  const coming = page.waitForEvent("download");
  await card(page).getByRole("button", { name: /^Spara kalenderfil: / }).first().click();
  const text = readFileSync(await (await coming).path(), "utf8");
  const events = text.match(/BEGIN:VEVENT/g).length;
  expect(events).toBeGreaterThan(0);
  expect(text.match(/TRIGGER:-P7D/g)).toHaveLength(events);
});

test("several terms are prolonged as one change, which is undone in one step", async ({ page }) => {
  await openApp(page, "#/forecast");
  await edit(page);
  const work = page.locator("#work");
  const ticks = work.getByRole("checkbox", { name: /^Förläng: / });
  const number = async () => Number(/\((\d+)\)/.exec(await work.locator("label", { hasText: "90 dagar" }).innerText())[1]);
  const before = await number();
  const prolong = work.getByRole("button", { name: /^Förläng \d/ });
  await expect(prolong).toBeDisabled();
  await ticks.nth(0).check();
  await ticks.nth(1).check();
  await expect(prolong).toHaveText(/^Förläng 2/);
  // A day that extends nothing changes nothing, and says whose terms it would shorten.
  await work.getByLabel("Nytt slutdatum").fill("2020-01-01");
  await prolong.click();
  await expect(work.getByRole("alert")).toContainText("Inget är ändrat: 1 januari 2020 förlänger inte");
  await expect.poll(number).toBe(before);
  await work.getByLabel("Nytt slutdatum").fill("2030-12-31");
  await prolong.click();
  await ready(page);
  await expect.poll(number).toBe(before - 2);
  await page.getByRole("button", { name: /^Ångra/ }).click();
  await ready(page);
  await expect.poll(number).toBe(before);
});
