"""What a run of the mutation tool says of the law: reads its newest report and prints the score of what decides, with survivors.

What is made once, when the program starts, is data: it cannot be changed between two tests of one process, so it is counted apart.
Another test holds it: docs/law.md is written from it, and each of its texts stands there.
"""

import collections
import glob
import json
import os
import sys

here = os.path.dirname(os.path.abspath(__file__))
reports = sorted(glob.glob(os.path.join(here, "StrykerOutput", "*", "reports", "mutation-report.json")))
if not reports:
    sys.exit("ingen rapport: kjør ./flette mutate")
with open(reports[-1], encoding="utf-8") as file:
    report = json.load(file)

count, survivors = collections.Counter(), []
for path, source in sorted(report["files"].items()):
    if "/Law/" not in path:
        continue
    name = path.split("/Law/")[1]
    lines = source["source"].split("\n")
    for mutant in source["mutants"]:
        status = "Static" if mutant.get("static") and mutant["status"] == "Survived" else mutant["status"]
        count[status] += 1
        if status in ("Survived", "NoCoverage"):
            line = mutant["location"]["start"]["line"]
            new = " ".join((mutant.get("replacement") or "").split())
            survivors.append(f"- `{name}` {line}: `{lines[line - 1].strip()[:90]}` -> `{new[:70]}`")

noticed = count["Killed"] + count["Timeout"]
asked = noticed + count["Survived"] + count["NoCoverage"]
print(f"Av {asked} endringer i det som avgjør, merket testene {noticed}: {100 * noticed / asked:.1f} %.")
print(f"Data som lages én gang: {count['Static']}. Kunne ikke bygges: {count['CompileError']}.")
print("\n".join(survivors))
sys.exit(0 if noticed >= 0.9 * asked else 1)
