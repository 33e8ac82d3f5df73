// Renews src/Flette.Web/wwwroot/lib from the packages pinned in package-lock.json: npm ci && npm run refresh.
// The same packages always give the same bytes; SHA256SUMS is written last and read by a test.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "node_modules");
const lib = join(here, "../src/Flette.Web/wwwroot/lib");

// Components no page uses. They are a good part of the sheet, and the family and link faces have 35 kB for a first visit.
const unused = [
  "avatar-stack", "badge", "combobox", "dialog", "divider", "dropdown", "field-affix", "file-upload", "multi-suggestion",
  "pagination", "popover", "search", "skeleton", "spinner", "suggestion", "tabs", "textfield",
];

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

/** Neighbouring components share some @layer blocks, so a block goes only when every component it names is unused. */
function isUsed(block) {
  const named = [...block.matchAll(/\.ds-([a-z]+(?:-[a-z]+)*)/g)].map((match) => match[1]);
  return named.length === 0 || named.some((name) => !unused.some((one) => name === one || name.startsWith(one + "-")));
}

/** The theme without what nobody can choose yet: the dark and automatic schemes and the second typeface. */
function lightTheme(css) {
  return statements(css.replace(/^@charset[^;]*;/, ""))
    .filter((text) => !/@layer ds\.theme\.(color-scheme\.dark|typography\.secondary)/.test(text))
    .map((text) => {
      const at = text.indexOf("@media (prefers-color-scheme");
      return at < 0 ? text : `${text.slice(0, at).trimEnd()}\n}`;
    })
    .join("\n");
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
  "designsystemet/theme.css": `/* ${theme} ${version(theme)}, the light scheme only (assets/refresh.mjs). MIT, see LICENSE.theme. */\n${lightTheme(readFileSync(join(packages, theme, "src/themes/designsystemet.css"), "utf8"))}\n`,
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
