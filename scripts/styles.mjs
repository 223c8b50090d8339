// Puts the stylesheets together. page.css holds what every visit needs, in this order; pages.css
// all the others, fetched with the code of the first page that is visited; print.css stands after both.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FIRST = ["tokens.css", "base.css", "layout.css", "components.css", "overview.css", "matrix.css"];
const LAST = "print.css";
// These go into the file of a report as well, and lie in the program that writes it.
const APART = ["report.css", "report-file.css"];
const known = [...FIRST, LAST, ...APART];
const others = readdirSync("style").filter((name) => name.endsWith(".css") && !known.includes(name));

/** Writes the stylesheets, in a release without the remarks and indentation of those who write them. */
export function stylesheets({ to, isRelease }) {
  const short = (css) => css.replace(/\/\*[^]*?\*\//g, "").replace(/\n\s*/g, "\n").replace(/\n+/g, "\n").trim();
  for (const [name, sheets] of [["page.css", FIRST], ["pages.css", others.sort()], ["print.css", [LAST]]]) {
    const text = sheets.map((sheet) => readFileSync(join("style", sheet), "utf8")).join("\n");
    writeFileSync(join(to, name), isRelease ? short(text) : text);
  }
}
