// Trunk's build hook: puts the stylesheets together. page.css holds what every visit needs, in this order; pages.css
// all the others, fetched with the code of the first page that is visited; print.css stands after both.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const staging = process.env.TRUNK_STAGING_DIR;
if (!staging) throw new Error("TRUNK_STAGING_DIR is not set: this script is run by trunk");

const FIRST = ["tokens.css", "base.css", "layout.css", "components.css", "overview.css", "matrix.css"];
const LAST = "print.css";
// These go into the file of a report as well, and lie in the program that writes it.
const APART = ["report.css", "report-file.css"];
const known = [...FIRST, LAST, ...APART];
const others = readdirSync("style").filter((name) => name.endsWith(".css") && !known.includes(name));

write("page.css", FIRST);
write("pages.css", others.sort());
write("print.css", [LAST]);

/** In a release without the remarks and indentation of those who write them. */
function write(to, names) {
  const text = names.map((name) => readFileSync(join("style", name), "utf8")).join("\n");
  const short = (css) => css.replace(/\/\*[^]*?\*\//g, "").replace(/\n\s*/g, "\n").replace(/\n+/g, "\n").trim();
  writeFileSync(join(staging, to), process.env.TRUNK_PROFILE === "release" ? short(text) : text);
}
