"""Collects the licences of all that the program is published with, and stops when one is not on the list of those we may give on.

Run: licences.py ASSETS PACKAGES RUNTIME OUT. ASSETS is the program's project.assets.json, PACKAGES the folder the packages lie in,
RUNTIME a folder with the licence of the runtime that goes along, OUT the folder to write.
"""

import json
import pathlib
import re
import shutil
import sys
import xml.etree.ElementTree as tree

# What the program may be given on with: none of them asks anything of those who only run it.
ALLOWED = {"MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL", "ISC", "EUPL-1.2", "BSL-1.0", "Zlib", "MS-PL"}

# Packages from before licences had names, read by hand: the file in the package, or where it says so.
READ = {
    "bouncycastle.cryptography": "MIT",
}


def licence(nuspec: pathlib.Path) -> tuple[str | None, str | None]:
    """The licence's name, and the licence file in the package."""
    text = re.sub(r' xmlns="[^"]*"', "", nuspec.read_text(encoding="utf-8-sig"), count=1)
    meta = tree.fromstring(text).find("metadata")
    node = meta.find("license")
    if node is None:
        return None, None
    return (node.text.strip(), None) if node.get("type") == "expression" else (None, node.text.strip().replace("\\", "/"))


def main(assets: str, packages: str, runtime: str, out: str) -> int:
    target = pathlib.Path(out)
    target.mkdir(parents=True, exist_ok=True)
    found, refused = [], []
    libraries = json.loads(pathlib.Path(assets).read_text())["libraries"]
    for name, about in sorted(libraries.items(), key=lambda l: l[0].lower()):
        if about["type"] != "package":
            continue
        folder = pathlib.Path(packages) / about["path"]
        if not any(f.endswith(".dll") for f in about.get("files", []) if f.startswith(("lib/", "runtimes/"))):
            continue
        expression, file = licence(next(folder.glob("*.nuspec")))
        expression = expression or READ.get(name.split("/")[0].lower())
        allowed = expression and all(part in ALLOWED for part in re.split(r" (?:AND|OR) ", expression.strip("()")))
        if not allowed:
            refused.append(f"{name}: {expression or 'no licence is named'}")
            continue
        found.append(f"{name.replace('/', ' ')}: {expression}")
        texts = [folder / file] if file else [f for f in folder.iterdir() if re.match(r"(?i)(licen[cs]e|notice|copying)", f.name) and f.is_file()]
        for text in texts:
            shutil.copyfile(text, target / f"{name.split('/')[0]}-{text.name}")
    for text in sorted(pathlib.Path(runtime).glob("*")):
        if re.match(r"(?i)(licen[cs]e|third)", text.name):
            shutil.copyfile(text, target / f"dotnet-{text.name}")
    if refused:
        print("These may not go along:", *refused, sep="\n  ", file=sys.stderr)
        return 1
    (target / "packages.txt").write_text("\n".join(found) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
