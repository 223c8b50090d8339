// The reader's own colours (forced colours): nothing is told by a colour that the page has chosen.
import { expect, openApp, test } from "./support/page.mjs";

test.use({ contextOptions: { forcedColors: "active" } });

/** What the marks of each state look like: what is drawn in them and around them. */
const marks = () => {
  const looks = {};
  for (const mark of document.querySelectorAll("main [data-state]")) {
    const { backgroundColor, backgroundImage, borderTopStyle, borderTopWidth } = getComputedStyle(mark);
    (looks[mark.dataset.state] ??= []).push([backgroundColor, backgroundImage, borderTopStyle, borderTopWidth].join(" "));
  }
  return looks;
};

/** What can be pressed and has no edge. */
const bare = () => {
  const hasEdge = (element) => Number.parseFloat(getComputedStyle(element).borderTopWidth) >= 1;
  const all = [...document.querySelectorAll("main .button, main .card")].filter((element) => element.checkVisibility());
  return all.filter((element) => !hasEdge(element)).map(({ outerHTML }) => outerHTML.slice(0, 120));
};

test("fault 25: in forced colours each state has a mark of its own, and what can be pressed has an edge", async ({ page }) => {
  for (const hash of ["", "#/coverage"]) {
    await openApp(page, hash);
    expect(await page.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(true);
    const looks = await page.evaluate(marks);
    expect(Object.keys(looks).length, hash).toBeGreaterThan(3);
    for (const [state, own] of Object.entries(looks)) {
      const others = Object.entries(looks).filter(([other]) => other !== state).flatMap(([, look]) => look);
      expect(own.filter((look) => !others.includes(look)), `${hash}: ${state} looks as others do`).not.toEqual([]);
    }
    expect(await page.evaluate(bare), hash).toEqual([]);
  }
});
