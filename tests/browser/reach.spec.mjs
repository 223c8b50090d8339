// From the overview every page is at hand: in two presses, and by one word in the search. What stands on a tab is what its
// page counts. The pages are those that the product lists, so that a new one cannot be forgotten.
import { expect, openApp, test } from "./support/page.mjs";
import { turnTo } from "./support/edit.mjs";
import { pages } from "./support/pages.mjs";

const reached = pages.filter(({ name }) => !["Overview", "NotFound", "a call list"].includes(name));

/** Where the links of a part of the page lead. */
const links = (page, within) =>
  page.evaluate((within) => [...document.querySelectorAll(`${within} a[href^="#/"]`)].map((link) => link.getAttribute("href")), within);

/** Whether an address is of the page, whatever item it is about. */
function shows({ address: pattern }, address) {
  const path = pattern.split("?")[0].replace(/:[a-z]+/, "[^/]+");
  return new RegExp(`^${path}$`).test(address.split("?")[0]);
}

test("from the overview every page is reached in at most two presses", async ({ page }) => {
  await openApp(page);
  const near = [...(await links(page, "main")), ...(await links(page, "header .sections")), ...(await links(page, "header .bar >"))];
  // One press opens the menu of the file, and another chooses in it.
  const reach = new Set([...near, ...(await links(page, ".file-panel"))]);
  const kinds = reached.map((each) => [each, near.find((address) => shows(each, address))]).filter(([, address]) => address);
  expect(kinds.length).toBeGreaterThan(5);
  for (const [, address] of kinds) {
    await turnTo(page, address);
    // The ways on come once the page is there.
    await expect(page.locator("main nav.ways")).toBeVisible();
    for (const further of await links(page, ":is(main, header nav.pages)")) reach.add(further);
  }
  const far = reached.filter((each) => ![...reach].some((address) => shows(each, address)));
  expect(far.map(({ name }) => name)).toEqual([]);
});

test("every page is found by one word of what it is called, in both languages", async ({ page }) => {
  await openApp(page);
  for (const language of ["sv", "en"]) {
    if (language === "en") await page.keyboard.press("Control+k").then(() => page.getByRole("combobox", { name: "Sök" }).fill("english")).then(() => page.keyboard.press("Enter"));
    await page.keyboard.press("Control+k");
    const box = page.locator("dialog.search").getByRole("combobox");
    await expect(box).toBeFocused();
    for (const { name, hash, item, title } of reached) {
      // Findings, proposals and contact cards have no name of their own: they are found on the page of their unit, which has.
      if (["Finding", "Proposal", "Cards"].includes(name)) continue;
      const word = title[language].split(/[^\p{L}]+/u).toSorted((a, b) => b.length - a.length)[0];
      await box.fill(item ? title[language] : word);
      await expect(page.locator(`dialog.search [role=option][href="${decodeURIComponent(hash)}"], dialog.search [role=option][href="${hash}"]`).first(), `${name}: ${word}`).toBeAttached();
    }
    await page.keyboard.press("Escape");
  }
});

test("what stands on a tab is said on its page", async ({ page }) => {
  await openApp(page);
  let counted = 0;
  for (const start of pages.filter(({ begins }) => begins)) {
    await turnTo(page, start.hash);
    const tabs = page.locator("nav.pages a", { has: page.locator(".tab-count") });
    for (const hash of await tabs.evaluateAll((all) => all.map((tab) => tab.getAttribute("href")))) {
      // A tree is headed by no number.
      if (hash === "#/organisation") continue;
      await turnTo(page, hash);
      const count = page.locator(`nav.pages a[href="${hash}"] .tab-count`);
      await expect(count, hash).toHaveText(/^\d/);
      const number = (await count.innerText()).trim();
      const text = await page.locator("main").innerText();
      expect(text.split(/[^\d\u00a0]+/).map((part) => part.trim()), hash).toContain(number);
      counted += 1;
    }
  }
  expect(counted).toBeGreaterThan(8);
});
