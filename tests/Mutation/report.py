"""What the changes of ./flette mutate are, and what is said of them: docs/mutation.md."""

import collections
import json
import os

HERE = os.path.dirname(os.path.abspath(__file__))
LET_BE = os.path.join(HERE, "let-be.txt")


def changes(made):
    """All changes of the law: those that can be built, and how many cannot."""
    with open(made, encoding="utf-8") as file:
        report = json.load(file)
    can, cannot = [], collections.Counter()
    for path, source in sorted(report["files"].items()):
        path = path.replace("\\", "/")
        if "/Law/" not in "/" + path:
            continue
        lines = source["source"].splitlines()
        for mutant in source["mutants"]:
            name = ("/" + path).split("/Law/")[1]
            start, end = mutant["location"]["start"], mutant["location"]["end"]
            if mutant["status"] == "CompileError":
                cannot[name] += 1
                continue
            can.append({
                "id": int(mutant["id"]),
                "file": name,
                "line": start["line"],
                "kind": mutant["mutatorName"],
                "old": cut(lines, start, end),
                "new": one_line(mutant.get("replacement") or ""),
            })
    return can, cannot


def cut(lines, start, end):
    part = lines[start["line"] - 1 : end["line"]]
    part[-1] = part[-1][: end["column"] - 1]
    part[0] = part[0][start["column"] - 1 :]
    return one_line(" ".join(part))


def one_line(text):
    return " ".join(text.split())


def let_be():
    """Why a survivor is let be: blocks of file, «- old», «+ new» and the reason, with a blank line between."""
    reasons = {}
    if os.path.exists(LET_BE):
        with open(LET_BE, encoding="utf-8") as file:
            for block in file.read().strip().split("\n\n"):
                name, old, new, *why = block.split("\n")
                reasons[(name, old[2:], new[2:])] = " ".join(why)
    return reasons


def shown(text, length=90):
    text = text if len(text) <= length else text[:length].rstrip() + " …"
    return "`` " + text.replace("|", "\\|") + " ``" if text else "(nothing)"


def page(can, cannot, reasons):
    how = collections.Counter(c["how"] for c in can)
    noticed = len(can) - how["survived"]
    texts = sum("LawTextTests" in c["by"] for c in can)
    with open(os.path.join(HERE, "dotnet-tools.json"), encoding="utf-8") as file:
        version = json.load(file)["tools"]["dotnet-stryker"]["version"]
    out = [
        "# How much of the law its tests would notice",
        "",
        "Written by `./flette mutate`. Every place in `src/Flette.Core/Law` that Stryker "
        f"{version} knows how to change is changed, one at a time, and all of `tests/Law.Tests` is run for each. The data of the law is "
        "made once where it is loaded, so a change of it must not meet another: the law and its tests are loaded anew for each "
        "change, with statics of their own, and whatever is not a test that fails is asked again in a process of its own. A change is "
        "noticed when a test fails, when the program ends, or when it does not come to an end. Constants are not changed, patterns "
        "seldom; what cannot be built is counted apart.",
        "",
        f"**{100 * noticed / len(can):.1f} %**: {noticed} of {len(can)} changes are noticed ({how['noticed']} by a test that fails, "
        f"{how['ended']} because the program ends, {how['endless']} because it never does). {how['survived']} are not. "
        f"{sum(cannot.values())} more cannot be built. Of those noticed, {texts} are by the test that holds each field of each rule, "
        "and what each situation rests on, as they were read (`tests/Law.Tests/Approved`); it is asked first.",
        "",
        "| file | changes | noticed | not noticed | cannot be built |",
        "|---|---|---|---|---|",
    ]
    for name in sorted({c["file"] for c in can} | set(cannot)):
        of = [c for c in can if c["file"] == name]
        lost = sum(c["how"] == "survived" for c in of)
        out.append(f"| {name} | {len(of)} | {len(of) - lost} | {lost} | {cannot[name]} |")
    out += ["", "## Not noticed", "", "| file | line | what stands | changed to | why it is let be |", "|---|---|---|---|---|"]
    for c in survivors(can):
        out.append(f"| {c['file']} | {c['line']} | {shown(c['old'])} | {shown(c['new'])} | {reasons.get(key(c), '')} |")
    return "\n".join(out) + "\n"


def survivors(can):
    return sorted((c for c in can if c["how"] == "survived"), key=lambda c: (c["file"], c["line"], c["id"]))


def key(change):
    return (change["file"], change["old"], change["new"])
