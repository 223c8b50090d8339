// What a reader does on the page, in either language: an engine speaks the one of the machine.
import { readFileSync } from "node:fs";

/** A small file: one workplace, and a rule that it does not meet. */
export const OTHER = {
  format: 1,
  name: "Ekby kommun",
  as_of: "2026-11-22",
  units: [{ id: "eken", name: "Förskolan Eken", kind: "workplace" }],
  rules: [{ id: "r", holders: { of: "security_representative", in: { kind: "workplace" } } }],
};

export const EXAMPLE = JSON.parse(readFileSync("public/example.json", "utf8"));

/** A unit of the example, and the address that it is given. */
export const UNIT = "avc";
export const WRITTEN = "Provgatan 1";

/** The button of that name. */
export function named(sv, en) {
  return `//button[normalize-space()='${sv}' or normalize-space()='${en}']`;
}

/** Opens an address as a visit of its own, where only its part after # differs too, and waits until it shows its data. */
export async function open(browser, url) {
  await browser.open("about:blank");
  await browser.open(url);
  await ready(browser);
}

/** Goes to a page without loading the program anew. */
export function turnTo(browser, hash) {
  return browser.run((hash) => void (location.hash = hash), hash);
}

/** Waits until the page shows its data. */
export function ready(browser) {
  return browser.wait(() => Boolean(document.querySelector("main[data-ready=true][data-arrived=true]")));
}

export async function heading(browser) {
  await ready(browser);
  return browser.wait(() => document.querySelector("main h1")?.textContent);
}

/** Waits until the page says something among its notices, given as a regular expression. */
export function noticed(browser, pattern) {
  return browser.wait((pattern) => new RegExp(pattern).test(document.querySelector(".notices")?.textContent), pattern.source);
}

/** Gives the unit an address. */
export async function edit(browser, unit = UNIT, text = WRITTEN) {
  await turnTo(browser, `#/organisation/${unit}`);
  await browser.wait((unit) => location.hash.endsWith(unit) && document.querySelector("main[data-ready=true] .edit-switch"), unit);
  if (await browser.run(() => document.querySelector("main .edit-switch").getAttribute("aria-pressed") === "false")) {
    await browser.click("main .edit-switch");
  }
  await browser.click(named("Ändra enheten", "Edit the unit"));
  await browser.type("//dialog//label[starts-with(., 'Adress') or starts-with(., 'Address')]//input", text);
  await browser.click(named("Spara ändringen", "Save the change"));
  await browser.wait(() => !document.querySelector("dialog[open]"));
}

/** Waits until the unit has the address. */
export async function edited(browser, unit = UNIT, text = WRITTEN) {
  await turnTo(browser, `#/organisation/${unit}`);
  await browser.wait((text) => document.querySelector("main[data-ready=true]")?.textContent.includes(text), text);
}

/** Goes to the page of the file, and waits until the browser has the change. */
export async function kept(browser) {
  await turnTo(browser, "#/data");
  await browser.wait(() => /Sparat i webbläsaren den|Kept in this browser on/.test(document.querySelector("main[data-ready] .kept-line")?.textContent));
}
