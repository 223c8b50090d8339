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
  #name = crypto.getRandomValues(new Uint32Array(2)).join("-");
  #said = 0;
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

  /** Ends the questions that were asked when the view had heard enough: from a message on, or all where none is named. */
  #giveUpFrom(id) {
    const number = (id) => Number(id.slice(this.#name.length + 1));
    const first = String(id).startsWith(this.#name) ? number(id) : 0;
    for (const [id, { reject }] of this.#waiting) if (number(id) >= first) reject(new Error("too_many"));
  }

  /** Says something to the view that is not answered. */
  send(type, fields = {}) {
    this.#say({ ...fields, id: this.#next(), type });
  }

  #next() {
    return `${this.#name}.${++this.#said}`;
  }

  #say(message) {
    if (!this.#frame?.contentWindow) throw new Error("gone");
    this.#frame.contentWindow.postMessage({ ...message, ombud: 1 }, this.#target);
  }

  /** Asks the view for something, and waits for its answer so many seconds. */
  async ask(type, fields = {}, { seconds = SECONDS } = {}) {
    const id = this.#next();
    let limit;
    try {
      return await new Promise((resolve, reject) => {
        limit = setTimeout(() => reject(new Error("no_answer")), seconds * 1000);
        this.#waiting.set(id, { resolve, reject });
        this.#say({ ...fields, id, type });
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
    // Said once of all that the view does not hear this second.
    if (data.type === "error" && data.code === "too_many" && data.id === undefined) this.#giveUpFrom(data.from);
    else if (data.type === "error") waiting?.reject(new Error(data.code));
    else waiting?.resolve(data);
    this.dispatchEvent(new CustomEvent(`ombud-${data.type}`, { detail: data }));
  }
}

if (!customElements.get("ombud-view")) customElements.define("ombud-view", OmbudView);
