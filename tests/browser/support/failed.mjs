// What failed, told once more when all has run: a log that is cut to its end still says why.
export default class {
  #failed = [];

  onTestEnd(test, { status, error }) {
    if (test.outcome() === "unexpected") this.#failed.push(`${test.titlePath().filter(Boolean).join(" › ")} (${status})\n${error?.message ?? ""}`);
  }

  onEnd() {
    for (const failed of this.#failed) console.log(`\nFAILED ${failed.split("\n").slice(0, 12).join("\n")}`);
  }
}
