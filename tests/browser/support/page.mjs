// The `test` that every browser test starts from: it fails when the page complains, breaks its
// policy, or asks another origin for anything.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test as base } from "@playwright/test";

export { expect };

export const test = base.extend({
  /**
   * Faults that a test provokes on purpose, as regular expressions:
   * `test.use({ expectedFaults: [[/404/], { option: true }] })`.
   */
  expectedFaults: [[], { option: true }],

  /** Whether what changes the file stands on the pages that are otherwise read, as for a reader who has asked for it. */
  edits: [true, { option: true }],

  context: async ({ context, baseURL, expectedFaults, edits }, use) => {
    const faults = [];
    const { origin } = new URL(baseURL);
    context.on("console", (message) => {
      if (message.type() === "error") faults.push(`console: ${message.text()}`);
    });
    context.on("weberror", (error) => faults.push(`uncaught: ${error.error()}`));
    context.on("request", (request) => {
      const { protocol, origin: other } = new URL(request.url());
      if (protocol.startsWith("http") && other !== origin) faults.push(`request to another origin: ${request.url()}`);
    });
    await context.exposeBinding("ombudPolicyBroken", (_, what) => faults.push(`policy: ${what}`));
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        window.ombudPolicyBroken(`${event.effectiveDirective} forbids ${event.blockedURI} ${event.sourceFile ?? ""}`);
      });
    });
    if (process.env.OMBUD_SLOW) await slowDown(context, Number(process.env.OMBUD_SLOW));
    if (edits) {
      await context.addInitScript(() => {
        try {
          sessionStorage.setItem("ombud.edits", "on");
        } catch {
          // A page without storage, as in a frame that is shut in.
        }
      });
    }
    await use(context);
    const unexpected = faults.filter((fault) => !expectedFaults.some((pattern) => pattern.test(fault)));
    expect(unexpected, "the page complained").toEqual([]);
  },
});

/**
 * Has the engine hear each question so many milliseconds late, on every page that is opened from now on. What must not
 * be pressed before an answer has come is found so: `OMBUD_SLOW=300` asks it of every test.
 */
export async function slowDown(context, milliseconds) {
  await context.addInitScript((milliseconds) => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (...message) {
      setTimeout(() => post.apply(this, message), milliseconds);
    };
  }, milliseconds);
}

/** Opens the page at a hash route (`#/risker`) and waits until its data is shown. */
export async function openApp(page, hash = "") {
  // By way of nowhere: a change of the hash alone would not load the page anew.
  if (page.url().startsWith("http")) await page.goto("about:blank");
  await page.goto(`./${hash}`);
  await ready(page);
}

/** Brings out the menu of the file, on the name of whose picture it is. */
export async function openMenu(page) {
  if (!(await page.locator(".file-panel").isVisible())) await page.locator("button.mark").click();
}

/** Brings out what changes the file, on a page that is read, where that is not remembered. */
export async function edit(page) {
  const toggle = page.locator(".edit-switch");
  if ((await toggle.count()) && (await toggle.getAttribute("aria-pressed")) === "false") await toggle.click();
}

/** Has the page speak the other language, by what the menu says. */
export async function speak(page, name) {
  await openMenu(page);
  await page.getByRole("button", { name }).click();
  await page.keyboard.press("Escape");
}

/** Brings out where the day and the part are chosen. */
export async function openLens(page) {
  if (!(await page.locator(".lens-panel").isVisible())) await page.locator(".lens-button").click();
}

/** Holds back the files whose address fits, until what is given back is called. */
export async function hold(page, address) {
  let deliver;
  const held = new Promise((resolve) => (deliver = resolve));
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return deliver;
}

/** Has the worker of a program, engine or sheets, get no program, and end without a word once the page can notice. */
export async function endsEarly(page, program) {
  const end = async () => {
    self.fetch = () => new Promise(() => {});
    while (!(await navigator.locks.query()).held.some(({ name }) => name === self.name)) await new Promise((later) => setTimeout(later, 50));
    setTimeout(() => self.close(), 300);
  };
  await page.route(new RegExp(`/${program}-worker[\\w-]*\\.js$`), async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${end})();\n${await response.text()}` });
  });
}

/** Waits until the page shows its data. */
export async function ready(page) {
  await expect(page.locator("main[data-ready=true][data-arrived=true]")).toBeVisible({ timeout: 90_000 });
}

/** Expects that axe finds nothing against WCAG 2.2 AA in what the page shows now. */
export async function axe(page) {
  // What is fading in has not its colours yet.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  // From the top: what has scrolled halfway under a bar that stays in sight would be called too small.
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  const { violations } = await new AxeBuilder({ page })
    // What is read out holds what is seen, and a role stands where it may: axe asks for neither by itself. Of what it does
    // not mind it need not tell every place.
    .options({ resultTypes: ["violations"], rules: { "label-content-name-mismatch": { enabled: true }, "aria-allowed-role": { enabled: true } } })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}: ${node.html.slice(0, 160)}`),
  );
  expect(found, "accessibility").toEqual([]);
}
