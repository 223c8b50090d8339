// What whoever runs the site sets in config.json, and what becomes of it where it is unusable.
import { serve } from "../../scripts/serve.mjs";
import { expect, openApp, openMenu, ready, speak, test as base } from "./support/page.mjs";

const OWN = JSON.stringify({ format: 1, name: "Ekby kommun", as_of: "2026-11-22", units: [{ id: "eken", name: "Eken", kind: "workplace" }] });

const test = base.extend({
  /** The text of config.json. */
  config: ["{}", { option: true }],
  baseURL: async ({ config }, use) => {
    const server = await serve({ base: "/some/deep/path/", override: new Map([["config.json", config], ["ekby.json", OWN]]) });
    await use(server.url);
    await server.close();
  },
});

test.describe("a file, a title, a language and a theme", () => {
  test.use({ config: JSON.stringify({ data: "ekby.json", title: "Trygga Ekby", language: "en", theme: "dark" }) });

  test("are those of the site until the reader chooses", async ({ page }) => {
    await openApp(page);
    await expect(page).toHaveTitle("Overview – Ekby kommun – Trygga Ekby");
    await expect(page.locator(".mark")).toContainText("Trygga Ekby");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

    await speak(page, "På svenska");
    await openMenu(page);
    await page.locator(".theme select").selectOption("");
    await openApp(page);
    await expect(page.locator("html")).toHaveAttribute("lang", "sv");
    await expect(page.locator("html")).not.toHaveAttribute("data-theme");
  });

  test("give way to the file that the address names", async ({ page }) => {
    await page.goto("./?data=example.json");
    await ready(page);
    await expect(page).toHaveTitle(/Exempelkommun/);
  });
});

test.describe("a file on another site", () => {
  test.use({ config: JSON.stringify({ data: "https://example.se/a.json" }) });

  test("is not fetched, and the page says why", async ({ page }) => {
    await page.goto("./");
    await expect(page.locator("main")).toContainText("annan webbplats", { timeout: 30_000 });
  });
});

for (const config of ["not JSON", "[]", "null", JSON.stringify({ data: 7, title: {}, language: "fi", theme: "pink" })]) {
  test.describe(`a configuration that is ${config}`, () => {
    test.use({ config });

    test("leaves the page as it is without one", async ({ page }) => {
      await openApp(page);
      await expect(page).toHaveTitle(/Exempelkommun – Ombud$/);
      await expect(page.locator("html")).toHaveAttribute("lang", "sv");
    });
  });
}
