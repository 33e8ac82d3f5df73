// Renews src/Flette.Web/wwwroot/lib from the packages pinned in package-lock.json: npm ci && npm run refresh.
// The same packages always give the same bytes; SHA256SUMS is written last and read by a test.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "node_modules");
const lib = join(here, "../src/Flette.Web/wwwroot/lib");

// Components no page uses. They are nearly half of the sheet, and the family and link faces have 35 kB for a first visit.
const unused = [
  "avatar-stack", "badge", "combobox", "dialog", "divider", "dropdown", "file-upload", "multi-suggestion",
  "pagination", "popover", "search", "skeleton", "spinner", "suggestion", "tabs", "textfield",
];
// These come without a class of their own.
const unusedStarts = ["@property --_dsc-avatar-stack", "[data-tooltip]", "u-datalist"];

/** Splits a style sheet into its outermost statements; the packages have no braces inside strings. */
function statements(css) {
  const found = [];
  let depth = 0, start = 0;
  for (let i = 0; i < css.length; i++) {
    if (css[i] === "{") depth++;
    else if (css[i] === "}") depth--;
    if (depth === 0 && (css[i] === "}" || css[i] === ";")) {
      found.push(css.slice(start, i + 1).trim());
      start = i + 1;
    }
  }
  return found.filter((text) => text !== "");
}

/** A block belongs to the component its first class names: the package writes one @layer block for each component. */
function isUsed(block) {
  const inside = block.replace(/^@layer [^{]*\{/, "");
  if (unusedStarts.some((start) => inside.startsWith(start))) return false;
  const first = /\.ds-([a-z-]+)/.exec(inside)?.[1];
  return first === undefined || !unused.includes(first);
}

function licence(name) {
  return readFileSync(join(packages, name, "LICENSE"), "utf8");
}

const version = (name) => JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8")).version;
const css = "@digdir/designsystemet-css";
const theme = "@digdir/designsystemet-theme";
const components = statements(readFileSync(join(packages, css, "dist/src/index.css"), "utf8")).filter(isUsed);

const files = {
  "designsystemet/components.css": `/* ${css} ${version(css)}, without the components Flette does not use (assets/refresh.mjs). MIT, see LICENSE. */\n${components.join("\n")}\n`,
  "designsystemet/theme.css": readFileSync(join(packages, theme, "src/themes/designsystemet.css"), "utf8"),
  "designsystemet/LICENSE": licence(css),
  "designsystemet/LICENSE.theme": licence(theme),
  "htmx/htmx.min.js": readFileSync(join(packages, "htmx.org/dist/htmx.min.js"), "utf8"),
  "htmx/LICENSE": licence("htmx.org"),
};

rmSync(lib, { recursive: true, force: true });
const sums = [];
for (const [path, text] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
  mkdirSync(dirname(join(lib, path)), { recursive: true });
  writeFileSync(join(lib, path), text);
  sums.push(`${createHash("sha256").update(text).digest("hex")}  ${path}`);
}
writeFileSync(join(lib, "SHA256SUMS"), sums.join("\n") + "\n");
