// What failed, told once more when all has run: a log that is cut to its end still says why, and where.
export default class {
  #failed = [];

  onTestEnd(test, { status, errors }) {
    if (test.outcome() !== "unexpected") return;
    // A test that ran out of time has two: that it did, and what it was waiting for.
    const told = errors.map(({ message = "", location }) => [...message.split("\n").slice(0, 12), location ? `at line ${location.line}` : ""].join("\n"));
    this.#failed.push([`${test.titlePath().filter(Boolean).join(" › ")} (${status})`, ...told].join("\n"));
  }

  onEnd() {
    for (const failed of this.#failed) console.log(`\nFAILED ${failed}`);
  }
}
