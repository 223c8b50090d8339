// The worker of the two measures that are not the product: JSON.parse alone, and with the counts.
import { verdict } from "./peer.mjs";

self.onmessage = ({ data: { id, parse, on } }) => {
  // Loaded, and listening.
  if (parse === undefined) return self.postMessage({ id });
  const organisation = JSON.parse(new TextDecoder().decode(parse));
  // Something of the object is asked for, so that none of the work can be left out.
  if (on === undefined) return self.postMessage({ id, lists: Object.keys(organisation).length });
  self.postMessage({ id, counts: JSON.stringify(verdict(organisation, on)) });
};
