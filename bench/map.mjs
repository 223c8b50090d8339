// Moves the map of all workplaces as a reader does, with a real pointer, and tells how its frames came.
import { sorted } from "./report.mjs";

/** How long each thing is done, in ms. */
const LONG_ENOUGH = 3_000;

/** A task longer than this is felt. */
const LONG = 50;

/** A frame that comes later than this after the one before was late: one in between was dropped. */
const LATE = 25;

const READY = "main[data-ready=true]";

/** Opens a file in the real page, moves its map, and prints the frames and the long tasks of each movement. */
export async function map(browser, url, size, { path, name, bytes }) {
  console.log(`\nThe map of ${size}, ${(bytes / 1e6).toFixed(1)} MB`);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: "block" });
  try {
    const page = await context.newPage();
    await page.addInitScript(watch);
    await page.goto(`${url}app/#/data`);
    await page.locator(READY).waitFor({ timeout: 60_000 });
    await page.locator("input[type=file]").first().setInputFiles(path);
    await page.getByText(name).filter({ visible: true }).first().waitFor({ timeout: 300_000 });
    await page.waitForTimeout(1_000);

    const canvas = page.locator("canvas");
    const opened = await stage(page, async () => {
      await page.evaluate(() => (location.hash = "#/map"));
      await canvas.waitFor({ timeout: 60_000 });
      await page.locator(READY).waitFor({ timeout: 60_000 });
      await page.waitForTimeout(1_000);
    });
    say("opened", opened);
    const label = await canvas.getAttribute("aria-label");
    await canvas.scrollIntoViewIfNeeded();
    const box = await canvas.boundingBox();
    const middle = [box.x + box.width / 2, Math.min(box.y + box.height / 2, 850)];
    const around = async (turn, reach) => {
      const angle = turn / 12;
      await page.mouse.move(middle[0] + reach * Math.cos(angle), middle[1] + (reach / 2) * Math.sin(angle));
    };
    say("pointed at", await stage(page, () => during((turn) => around(turn, 250))));
    // The focus, by keyboard: a click would open a workplace.
    await canvas.focus();
    for (const steps of [3, 3, 4]) {
      for (let step = 0; step < steps; step++) await page.keyboard.press("+");
      await page.waitForTimeout(300);
      const dragged = await stage(page, async () => {
        await around(0, 250);
        await page.mouse.down();
        await during((turn) => around(turn, 250));
        await page.mouse.up();
      });
      say(`moved, closer by ${steps}`, dragged);
    }
    const zoomed = await stage(page, () =>
      during(async (turn) => {
        await around(turn, 60);
        await page.mouse.wheel(0, Math.floor(turn / 10) % 2 ? 60 : -60);
      }),
    );
    say("size changed", zoomed);
    console.log(`  ${label}`);
  } finally {
    await context.close();
  }
}

/** Does something again and again for long enough. */
async function during(act) {
  const end = Date.now() + LONG_ENOUGH;
  for (let turn = 0; Date.now() < end; turn++) await act(turn);
}

/** The times between frames, and the long tasks, while something is done. */
async function stage(page, act) {
  await page.evaluate(() => globalThis.watched.begin());
  await act();
  return page.evaluate(() => globalThis.watched.end());
}

function say(what, { frames, tasks }) {
  const list = sorted(frames);
  const at = (share) => list[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0;
  const rate = frames.length ? (1000 * frames.length) / frames.reduce((sum, time) => sum + time, 0) : 0;
  const times = `${rate.toFixed(1)} frames/s, median ${at(0.5).toFixed(1)}, 95th ${at(0.95).toFixed(1)}, worst ${at(1).toFixed(1)} ms`;
  const late = frames.filter((time) => time > LATE).length;
  const long = tasks.length ? tasks.map((time) => `${Math.round(time)} ms`).join(", ") : "none";
  console.log(`  ${what.padEnd(20)}${times}, ${late} of ${frames.length} late; tasks over ${LONG} ms: ${long}`);
}

/** In the page: notes every frame and every long task between `begin` and `end`. */
function watch() {
  let frames = [];
  let tasks = [];
  let last;
  const frame = (time) => {
    if (last !== undefined) frames.push(time - last);
    last = time;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  globalThis.watched = {
    begin: () => {
      [frames, tasks] = [[], []];
    },
    // What has just happened is told a little later.
    end: () => new Promise((done) => setTimeout(() => done({ frames, tasks }), 100)),
  };
}
