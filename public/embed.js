// <ombud-view src="https://…/?embed=overview">: a view of Ombud in a page of yours, as high as what it shows.
// Its messages arrive as events: ombud-ready, ombud-loaded, ombud-selected, ombud-verdict, ombud-extract, ombud-error; what they say
// is in event.detail. `await view.ask("get", { what: "verdict" })` asks, and gives the answer or throws its error.
// docs/hosting.md says more. An attribute sandbox goes to the frame.
class OmbudView extends HTMLElement {
  #frame;
  #target;
  #waiting = new Map();
  #hear = (event) => this.#heard(event);

  connectedCallback() {
    const address = new URL(this.getAttribute("src") ?? "", document.baseURI);
    const frame = document.createElement("iframe");
    const sandbox = this.getAttribute("sandbox");
    if (sandbox !== null) frame.setAttribute("sandbox", sandbox);
    // A frame without an origin of its own cannot be addressed by one.
    this.#target = sandbox === null || sandbox.includes("allow-same-origin") ? address.origin : "*";
    frame.title = this.title || "Ombud";
    frame.src = address.href;
    Object.assign(frame.style, { display: "block", inlineSize: "100%", blockSize: "40rem", border: "0" });
    addEventListener("message", this.#hear);
    this.replaceChildren(frame);
    this.#frame = frame;
  }

  disconnectedCallback() {
    removeEventListener("message", this.#hear);
    for (const { reject } of this.#waiting.values()) reject(new Error("gone"));
    this.#waiting.clear();
  }

  /** Says something to the view that is not answered. */
  send(type, fields = {}) {
    this.#frame.contentWindow.postMessage({ ...fields, ombud: 1, type }, this.#target);
  }

  /** Asks the view for something. */
  ask(type, fields = {}) {
    const id = crypto.getRandomValues(new Uint32Array(2)).join("-");
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.send(type, { ...fields, id });
    });
  }

  #heard({ source, origin, data }) {
    if (source !== this.#frame.contentWindow || data?.ombud !== 1) return;
    if (this.#target !== "*" && origin !== this.#target) return;
    if (data.type === "height") this.#frame.style.blockSize = `${Math.min(Number(data.height) || 0, 100_000)}px`;
    const waiting = this.#waiting.get(data.id);
    this.#waiting.delete(data.id);
    if (data.type === "error") waiting?.reject(new Error(data.code));
    else waiting?.resolve(data);
    this.dispatchEvent(new CustomEvent(`ombud-${data.type}`, { detail: data }));
  }
}

if (!customElements.get("ombud-view")) customElements.define("ombud-view", OmbudView);
