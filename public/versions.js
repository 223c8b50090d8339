// Has the browser keep the page (public/offline.js), so that it opens without a network, and tells the page when a newer
// version lies ready: by the event "ombud-version"; "ombud-take" takes it. Where that cannot be, nothing is said. boot.js
// fetches this once the page runs.

const HERE = new URL("./", document.baseURI).href;
// A tab that stays open looks for newer versions this often, in milliseconds, when the reader comes back to it.
const LOOK_EVERY = 3_600_000;

const ran = await shown();
try {
  await begin();
} catch (error) {
  // Forbidden storage, a private window, a server without the file.
  console.debug("Ombud is not kept for use without a network", error);
}

/** Waits until the page shows its data, for whatever is fetched ahead comes after that; false where it cannot start. */
function shown() {
  return new Promise((done) => {
    const look = () => {
      const seen = document.querySelector("main[data-ready], .boot-failed");
      if (!seen) return;
      observer.disconnect();
      done(seen.localName === "main");
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-ready"] });
    look();
  });
}

async function begin() {
  const container = navigator.serviceWorker;
  if (!container || new URLSearchParams(location.search).has("embed")) return;
  // As config.json has it.
  if (document.getElementById("boot").dataset.offline) return forget(container);
  // A page that cannot start is not kept; the one that is may be at fault, and a newer one the remedy.
  const registration = ran
    ? await container.register(`${HERE}offline.js`, { updateViaCache: "none" })
    : await container.getRegistration(HERE);
  if (registration) follow(registration);
}

/** Takes away what is kept of the page and its data. */
async function forget(container) {
  const registration = await container.getRegistration(HERE);
  // Another program's may reach over the whole site.
  if (registration?.scope === HERE) await registration.unregister();
  // What the worker was fetching when it was told to go, it may still keep: looked for until nothing comes back.
  for (let tries = 0, found = true; found && tries < 10; tries++) {
    const names = (await caches.keys()).filter((name) => name.startsWith(`ombud ${HERE} `));
    found = names.length > 0;
    await Promise.all(names.map((name) => caches.delete(name)));
    if (found) await new Promise((later) => setTimeout(later, 300));
  }
}

function follow(registration) {
  const offer = () => {
    // Without one that is at work, the one that waits is the first and need not be asked for.
    if (registration.waiting && registration.active) dispatchEvent(new Event("ombud-version"));
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
  offer();

  addEventListener("ombud-take", (event) => {
    event.preventDefault();
    const next = registration.waiting;
    // Another tab may have taken it already.
    if (!next) return location.reload();
    next.addEventListener("statechange", () => next.state === "activated" && location.reload());
    next.postMessage("take");
  });

  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || !navigator.onLine || Math.abs(Date.now() - looked) < LOOK_EVERY) return;
    looked = Date.now();
    registration.update().catch(() => {});
  });
}
