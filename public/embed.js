// <ombud-view src="https://…/?embed=overview">: a view of Ombud in a page of yours, as high as what it shows.
// Its messages arrive as events: ombud-ready, ombud-loaded, ombud-selected, ombud-verdict, ombud-extract, ombud-error; what they say
// is in event.detail. `await view.ask("get", { what: "verdict" })` asks, and gives the answer or throws its error: `gone`
// where the view goes before it answers, `no_answer` where it says nothing for a minute (or `{ seconds }`, the third
// argument), `too_many` where more is asked than a view hears. docs/embedding.md says more. An attribute sandbox goes to
// the frame.
const SECONDS = 60;

class OmbudView extends HTMLElement {
  static observedAttributes = ["src"];

  #frame;
  #target;
  #waiting = new Map();
  #hear = (event) => this.#heard(event);

  connectedCallback() {
    addEventListener("message", this.#hear);
    this.#show();
  }

  disconnectedCallback() {
    removeEventListener("message", this.#hear);
    this.#giveUp("gone");
  }

  attributeChangedCallback(_, before, now) {
    if (this.isConnected && before !== now) this.#show();
  }

  /** Puts the view that src names in place of the one before; none without src. */
  #show() {
    this.#giveUp("gone");
    const src = this.getAttribute("src");
    if (!src) {
      this.#frame = undefined;
      return this.replaceChildren();
    }
    const address = new URL(src, document.baseURI);
    const frame = document.createElement("iframe");
    const sandbox = this.getAttribute("sandbox");
    if (sandbox !== null) frame.setAttribute("sandbox", sandbox);
    // A frame without an origin of its own cannot be addressed by one.
    this.#target = sandbox === null || sandbox.includes("allow-same-origin") ? address.origin : "*";
    frame.title = this.title || "Ombud";
    frame.src = address.href;
    Object.assign(frame.style, { display: "block", inlineSize: "100%", blockSize: "40rem", border: "0" });
    this.replaceChildren(frame);
    this.#frame = frame;
  }

  /** Ends every question that is not answered. */
  #giveUp(why) {
    for (const { reject } of this.#waiting.values()) reject(new Error(why));
    this.#waiting.clear();
  }

  /** Says something to the view that is not answered. */
  send(type, fields = {}) {
    if (!this.#frame?.contentWindow) throw new Error("gone");
    this.#frame.contentWindow.postMessage({ ...fields, ombud: 1, type }, this.#target);
  }

  /** Asks the view for something, and waits for its answer so many seconds. */
  async ask(type, fields = {}, { seconds = SECONDS } = {}) {
    const id = crypto.getRandomValues(new Uint32Array(2)).join("-");
    let limit;
    try {
      return await new Promise((resolve, reject) => {
        limit = setTimeout(() => reject(new Error("no_answer")), seconds * 1000);
        this.#waiting.set(id, { resolve, reject });
        this.send(type, { ...fields, id });
      });
    } finally {
      clearTimeout(limit);
      this.#waiting.delete(id);
    }
  }

  #heard({ source, origin, data }) {
    if (!this.#frame || source !== this.#frame.contentWindow || data?.ombud !== 1) return;
    if (this.#target !== "*" && origin !== this.#target) return;
    if (data.type === "height") this.#frame.style.blockSize = `${Math.min(Number(data.height) || 0, 100_000)}px`;
    const waiting = this.#waiting.get(data.id);
    // Said of all that the view has not heard this second, and of none by its id.
    if (data.type === "error" && data.code === "too_many") this.#giveUp(data.code);
    else if (data.type === "error") waiting?.reject(new Error(data.code));
    else waiting?.resolve(data);
    this.dispatchEvent(new CustomEvent(`ombud-${data.type}`, { detail: data }));
  }
}

if (!customElements.get("ombud-view")) customElements.define("ombud-view", OmbudView);
