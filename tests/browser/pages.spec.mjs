// Pages whose code is fetched when they are first visited.
import { axe, expect, hold, openApp, ready, speak, test } from "./support/page.mjs";

const CODE = /\/page-[a-z_]+[^/]*\.wasm$/;
const UNREADABLE = /\/page-unreadable[^/]*\.wasm$/;
const RISKS = /\/page-risks[^/]*\.wasm$/;

test("the overview fetches the code of no other page", async ({ page }) => {
  const fetched = codeFetchedBy(page);
  await openApp(page);
  // What it goes on with and what keeps work are its own, with what these share.
  expect(fetched.filter((url) => !/\/page-(shared_\d+|keep|outlook)-/.test(url))).toEqual([]);
});

test("the code of a page is fetched when it is first visited, and once", async ({ page }) => {
  const fetched = codeFetchedBy(page);
  await openApp(page);
  await visit(page, "Risker");
  expect(fetched.filter((url) => RISKS.test(url))).toHaveLength(1);
  const soFar = fetched.length;
  await visit(page, "Lägesbild");
  await visit(page, "Risker");
  expect(fetched).toHaveLength(soFar);
  await expect(page.locator("main h1")).toBeFocused();
});

test("while its code is on the way, a page says that it is loading", async ({ page }) => {
  const deliver = await hold(page, RISKS);
  await openApp(page);
  await page.getByRole("navigation", { name: "Sidor" }).getByRole("link", { name: "Risker" }).click();
  await expect(page.getByRole("heading", { name: "Läser in …" })).toBeVisible();
  await expect(page.locator("main")).toHaveAttribute("aria-busy", "true");
  deliver();
  await ready(page);
  await expect(page.locator("main h1")).toBeFocused();
});

test("a page that was left while its code was on the way stays away", async ({ page }) => {
  const deliver = await hold(page, RISKS);
  await openApp(page);
  const heading = await page.locator("main h1").textContent();
  await page.getByRole("navigation", { name: "Sidor" }).getByRole("link", { name: "Risker" }).click();
  await expect(page.getByRole("heading", { name: "Läser in …" })).toBeVisible();
  await visit(page, "Lägesbild");
  const arrived = page.waitForResponse(RISKS);
  deliver();
  await arrived;
  await expect(page.locator("main h1")).toHaveText(heading);
});

test("a page is not made anew when the language changes", async ({ page }) => {
  await openApp(page, "#/organisation");
  const open = page.locator(".twist[aria-expanded=true]");
  await expect(open.first()).toBeVisible();
  const before = await open.count();
  await page.locator(".twist[aria-expanded=false]").first().click();
  await expect(open).toHaveCount(before + 1);
  await speak(page, "In English");
  await expect(page.getByRole("navigation", { name: "Pages" })).toBeVisible();
  await expect(open).toHaveCount(before + 1);
});

test.describe("when the code of a page cannot be fetched", () => {
  const faults = [/A part of the program could not be fetched/, /Failed to load resource/];
  test.use({ expectedFaults: [faults, { option: true }] });

  for (const [what, answer] of [
    ["no answer", (route) => route.abort()],
    ["a file that is gone", (route) => route.fulfill({ status: 404 })],
    ["a web page", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><p>Hej" })],
  ]) {
    test(`${what} is told, and can be tried again`, async ({ page }) => {
      await openApp(page);
      await page.route(CODE, answer);
      await page.getByRole("navigation", { name: "Sidor" }).getByRole("link", { name: "Risker" }).click();
      await expect(page.getByRole("alert")).toContainText("Sidan kunde inte hämtas");
      await ready(page);
      await expect(page.locator("main h1")).toBeFocused();
      await axe(page);
      await page.unroute(CODE);
      await page.getByRole("button", { name: "Försök igen" }).click();
      await expect(page.getByRole("alert")).toBeHidden();
      await ready(page);
      await expect(page.getByRole("table").first()).toBeVisible();
    });
  }

  test("what the engine needs to answer is asked for again until it comes", async ({ page }) => {
    const more = /\/engine-risks[^/]*\.wasm$/;
    const refused = () => page.waitForEvent("requestfailed", (request) => more.test(request.url()));
    await page.route(more, (route) => route.abort());
    await openApp(page, "#/about");
    const early = refused();
    await page.getByRole("navigation", { name: "Sidor" }).getByRole("link", { name: "Risker" }).click();
    await early;
    await refused();
    await expect(page.locator("main[data-ready=true]")).toHaveCount(0);
    await page.unroute(more);
    await ready(page);
    await expect(page.getByRole("table").first()).toBeVisible();
  });

  test("a file with a fault is told as such, and what the fault is once that can be fetched", async ({ page }) => {
    const pick = (name) =>
      page.locator("main input[type=file]").first().setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from('{"units": [') });
    const notice = page.getByRole("alert").filter({ hasText: "kunde inte öppnas" });
    const words = codeFetchedBy(page);
    await openApp(page, "#/data");
    expect(words.filter((url) => UNREADABLE.test(url))).toEqual([]);
    await page.route(UNREADABLE, (route) => route.abort());
    await pick("trasig.json");
    await expect(notice).toContainText("Filen trasig.json kunde inte öppnas.");
    await expect(notice).toContainText("Kontrollera anslutningen");
    await page.unroute(UNREADABLE);
    await pick("igen.json");
    await expect(notice).toContainText("Rad 1, tecken 12: filen tar slut mitt i något");
    await axe(page);
  });

  test("the other pages stay open", async ({ page }) => {
    await openApp(page);
    await page.route(RISKS, (route) => route.abort());
    await page.getByRole("navigation", { name: "Sidor" }).getByRole("link", { name: "Risker" }).click();
    await expect(page.getByRole("alert")).toContainText("Sidan kunde inte hämtas");
    await visit(page, "Uppföljning");
    await expect(page.getByRole("alert")).toBeHidden();
  });
});

/** The addresses of the pages' code that the page has asked for so far; the list grows. */
function codeFetchedBy(page) {
  const fetched = [];
  page.on("request", (request) => CODE.test(request.url()) && fetched.push(request.url()));
  return fetched;
}

async function visit(page, name) {
  await page.getByRole("navigation", { name: "Sidor" }).getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("navigation", { name: "Sidor" }).getByRole("link", { name, exact: true })).toHaveAttribute("aria-current", "page");
  await ready(page);
}
