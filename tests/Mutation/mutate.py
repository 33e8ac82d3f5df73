"""How much of the law its tests would notice a change of: ./flette mutate.

Stryker makes one assembly of Core with every change in it, each behind a number; the number that is switched on is read from the
environment. It is not let test them: it runs many changes in one process, and what is made once, as the data of the law is, would
stay changed and fail the tests of later changes. Here the law and its tests are loaded anew for each change, with statics of their
own, and whatever is not a test that fails is asked again in a process of its own.
"""

import argparse
import concurrent.futures
import json
import os
import queue
import re
import shutil
import subprocess
import sys
import time

from report import changes, key, let_be, page, survivors

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
WORK = os.path.join(ROOT, "artifacts", "mutation")
TREE = os.path.join(WORK, "tree")
TESTS = os.path.join(TREE, "tests", "Law.Tests")
# A project with one empty test, for the tool to have something to run.
EMPTY = os.path.join(TREE, "tests", "Empty")
RUNNER = os.path.join(TREE, "tests", "Runner")
BIN = os.path.join("bin", "Debug", "net10.0")
MUTATED = os.path.join(WORK, "mutated")
REPORT = os.path.join(WORK, "made", "reports", "mutation-report.json")
ANSWERS = os.path.join(WORK, "answers.json")
PAGE = os.path.join(ROOT, "docs", "mutation.md")
WANTED = 90
# What the law rests on in Core, and what of that rests on more than this. The tool changes a whole assembly, and the rest of Core takes
# it a long time for nothing. When that does not build, because something has come to need more, all of Core is taken.
CORE = ("Law", "Access", "Families", "Words", "Consents", "Coordination", "Transitions")
BUT = ("Quiet.cs", "Calls.cs", "Registering.cs")
# The name the switch asks for is in the assembly, and in no other.
SWITCH = "STRYKER_MUTANT_ID_CONTROL_VAR"
# A run takes two seconds; one that does not end within this, also when the machine has more to do, has been made endless.
SECONDS = 60


def say(text):
    print(text, file=sys.stderr, flush=True)


def copy_of_the_project():
    """A folder of its own, so that what is built for people is never left changed."""
    shutil.rmtree(WORK, ignore_errors=True)
    core = os.path.join("src", "Flette.Core")
    for folder in ("tests/Law.Tests", *(os.path.join(core, name) for name in CORE)):
        shutil.copytree(os.path.join(ROOT, folder), os.path.join(TREE, folder), ignore=shutil.ignore_patterns("bin", "obj", *BUT))
    for file in os.listdir(os.path.join(ROOT, core)):
        if os.path.isfile(os.path.join(ROOT, core, file)):
            shutil.copy(os.path.join(ROOT, core, file), os.path.join(TREE, core))
    for name in ("Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig"):
        if os.path.exists(os.path.join(ROOT, name)):
            shutil.copy(os.path.join(ROOT, name), TREE)
    if built(os.path.join(TREE, core), subprocess.DEVNULL) != 0:
        say("· Tar med hele Core, det tar lengre tid: se CORE og BUT i tests/Mutation/mutate.py …")
        shutil.copytree(
            os.path.join(ROOT, core), os.path.join(TREE, core), ignore=shutil.ignore_patterns("bin", "obj"), dirs_exist_ok=True
        )
    os.makedirs(os.path.join(TREE, ".config"))
    shutil.copy(os.path.join(HERE, "dotnet-tools.json"), os.path.join(TREE, ".config"))


def make_mutated():
    """The assembly with all changes, and the report that says what they are."""
    copy_of_the_project()
    os.makedirs(EMPTY)
    for name in ("Law.Tests.csproj", "packages.lock.json"):
        shutil.copy(os.path.join(TESTS, name), os.path.join(EMPTY, name.replace("Law.Tests", "Empty")))
    with open(os.path.join(EMPTY, "Empty.cs"), "w", encoding="utf-8") as file:
        file.write("public sealed class Empty { [Fact] public void Holds() => Assert.True(true); }\n")
    log = os.path.join(WORK, "stryker.log")
    with open(log, "w", encoding="utf-8") as out:
        subprocess.run(["dotnet", "tool", "restore"], cwd=TREE, stdout=out, stderr=out, check=True)
        # It puts the assembly as it was back when it ends, so the changed one is taken while it is there.
        maker = subprocess.Popen(
            ["dotnet", "stryker", "-f", os.path.join(HERE, "stryker-config.json"), "--output", os.path.join(WORK, "made"),
             "--break-at", "0", "--skip-version-check"],
            cwd=EMPTY, env=dict(os.environ, RunAnalyzers="false"), stdout=out, stderr=out,
        )
        taken = None
        try:
            while maker.poll() is None:
                taken = taken or mutated_now()
                time.sleep(0.1)
        finally:
            maker.kill()
    if maker.returncode != 0 or not os.path.exists(REPORT) or not taken:
        sys.exit(f"flette: endringene ble ikke laget; se {log}")
    build_tests()
    shutil.copytree(os.path.join(TESTS, BIN), MUTATED)
    shutil.copy(os.path.join(RUNNER, BIN, "Runner.dll"), MUTATED)
    with open(os.path.join(MUTATED, "Flette.Core.dll"), "wb") as file:
        file.write(taken)


def mutated_now():
    """The assembly, when it is there and is the changed one, and not half of it."""
    try:
        with open(os.path.join(EMPTY, BIN, "Flette.Core.dll"), "rb") as file:
            made = file.read()
        if SWITCH.encode("utf-16-le") not in made:
            return None
        time.sleep(0.3)
        with open(os.path.join(EMPTY, BIN, "Flette.Core.dll"), "rb") as file:
            return made if file.read() == made else None
    except FileNotFoundError:
        return None


def build_tests():
    os.makedirs(RUNNER, exist_ok=True)
    shutil.copy(os.path.join(HERE, "Runner.cs"), RUNNER)
    with open(os.path.join(RUNNER, "Runner.csproj"), "w", encoding="utf-8") as file:
        properties = "<OutputType>Exe</OutputType><RestoreLockedMode>false</RestoreLockedMode>"
        file.write(f'<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>{properties}</PropertyGroup></Project>\n')
    for place in (TESTS, RUNNER):
        if built(place, sys.stderr) != 0:
            sys.exit("flette: testene kunne ikke bygges; se over.")


def built(place, out):
    command = ["dotnet", "build", "-v", "quiet", "-p:RunAnalyzers=false"]
    return subprocess.run(command, cwd=place, stdout=out, stderr=out, check=False).returncode


def environment(change):
    return dict(
        os.environ, DOTNET_GCHeapHardLimit="60000000", **{SWITCH: "FLETTE_CHANGE", "FLETTE_CHANGE": str(change["id"]) if change else "-1"}
    )


def alone(change):
    """All tests with one change in it, in a process of its own, by the tests' own program. None changes nothing."""
    try:
        done = subprocess.run(
            [os.path.join(MUTATED, "Law.Tests"), "-noColor", "-noLogo", "-stopOnFail", "-maxThreads", "1"],
            env=environment(change), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=SECONDS, check=False,
        )
    except subprocess.TimeoutExpired:
        return {"how": "endless", "by": "", "ran": 0}
    total = re.search(r"Total: (\d+)", done.stdout)
    failed = re.findall(r"^\s*(\S.*?) \[FAIL\]", done.stdout, re.MULTILINE)
    how = "survived" if done.returncode == 0 and total else "noticed" if failed else "ended"
    return {"how": how, "by": failed[0] if failed else "", "ran": int(total[1]) if total else 0}


class Runner:
    """Runs all tests for one change after another, the law and its tests loaded anew for each (Runner.cs)."""

    def __init__(self):
        self.process = None

    def ask(self, change):
        if self.process is None or self.process.poll() is not None:
            self.process = subprocess.Popen(
                ["dotnet", "exec", "--runtimeconfig", "Law.Tests.runtimeconfig.json", "--depsfile", "Law.Tests.deps.json", "Runner.dll"],
                cwd=MUTATED, env=environment(None), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            )
        self.process.stdin.write(f"{change['id'] if change else -1}\n")
        self.process.stdin.flush()
        words = self.process.stdout.readline().rstrip("\n").split("\t")
        if len(words) < 4:
            # The change ended the runner.
            self.process.wait()
            return {"how": "ended", "by": "", "ran": 0}
        return {"how": words[1], "by": words[3], "ran": int(words[2])}

    def end(self):
        if self.process:
            self.process.kill()


def run_all(can, at_once, everything):
    runners = queue.SimpleQueue()
    for _ in range(at_once):
        runners.put(Runner())

    def run(change):
        runner = runners.get()
        try:
            answer = runner.ask(change)
        finally:
            runners.put(runner)
        # Only a test that fails is believed at once; all else is asked again by itself.
        return answer if answer["how"] == "noticed" else alone(change)

    # Both ways of running have all the tests, and none fails without a change.
    first, own = Runner(), alone(None)
    shared = first.ask(None)
    first.end()
    if own["how"] != "survived" or shared["how"] != "survived" or own["ran"] != shared["ran"]:
        sys.exit(f"flette: testene består ikke uten en endring, eller er ikke de samme: {own} {shared}")
    done = 0
    with concurrent.futures.ThreadPoolExecutor(at_once) as pool:
        for change, answer in zip(can, pool.map(run, can)):
            change.update(answer)
            done += 1
            if answer["how"] == "survived":
                say(f"· Ikke merket: {in_short(change)}")
            if done % 50 == 0:
                say(f"· {done} av {len(can)} …")
                keep(everything)
    while not runners.empty():
        runners.get().end()


def keep(everything):
    """What is answered so far, for --again."""
    with open(ANSWERS, "w", encoding="utf-8") as file:
        json.dump(everything, file, ensure_ascii=False, indent=1)


def in_short(change):
    return f"{change['file']}:{change['line']}: {change['old'][:90]} -> {change['new'][:90]}"


def tests_of_now():
    """For --again: the tests as they are now, against the changes made before. More tests notice no less."""
    with open(REPORT, encoding="utf-8") as file:
        files = json.load(file)["files"]
    for path, source in files.items():
        if "/Law/" in path:
            with open(os.path.join(ROOT, path.split("/tree/")[1]), encoding="utf-8-sig") as file:
                if file.read() != source["source"].removeprefix("\ufeff"):
                    sys.exit(f"flette: {path.split('/Law/')[1]} er endret siden sist; kjør ./flette mutate uten --again.")
    shutil.copytree(os.path.join(ROOT, "tests", "Law.Tests"), TESTS, ignore=shutil.ignore_patterns("bin", "obj"), dirs_exist_ok=True)
    build_tests()
    shutil.copy(os.path.join(TESTS, BIN, "Law.Tests.dll"), MUTATED)
    shutil.copy(os.path.join(RUNNER, BIN, "Runner.dll"), MUTATED)
    shutil.copytree(os.path.join(TESTS, BIN, "Approved"), os.path.join(MUTATED, "Approved"), dirs_exist_ok=True)


def main():
    parser = argparse.ArgumentParser(prog="./flette mutate", add_help=False)
    parser.add_argument("--file", default="")
    parser.add_argument("--at-once", type=int, default=2)
    parser.add_argument("--again", action="store_true")
    arguments = parser.parse_args()
    if arguments.again and os.path.exists(MUTATED) and os.path.exists(REPORT):
        say("· Bygger testene …")
        tests_of_now()
    else:
        say("· Lager endringene (noen minutter) …")
        make_mutated()
    can, cannot = changes(REPORT)
    answers = {}
    if arguments.again and os.path.exists(ANSWERS):
        with open(ANSWERS, encoding="utf-8") as file:
            answers = {c["id"]: c for c in json.load(file) if c.get("how", "survived") != "survived"}
    for change in can:
        change.update(answers.get(change["id"], {}))
    ask = [c for c in can if "how" not in c and arguments.file in c["file"]]
    say(f"· Kjører testene én gang for hver av {len(ask)} endringer …")
    run_all(ask, arguments.at_once, can)
    keep(can)
    if not arguments.file:
        finish(can, cannot)
    finish_part(ask)


def finish(can, cannot):
    reasons = let_be()
    with open(PAGE, "w", encoding="utf-8") as file:
        file.write(page(can, cannot, reasons))
    left = survivors(can)
    for c in left:
        print(in_short(c))
    for name, old, _ in sorted(set(reasons) - {key(c) for c in left}):
        say(f"· Merkes nå, og kan tas ut av let-be.txt: {name}: {old[:80]}")
    end(can, left)


def finish_part(ask):
    if not ask:
        sys.exit("flette: ingen endringer å prøve.")
    end(ask, survivors(ask))


def end(asked, left):
    noticed = len(asked) - len(left)
    print(f"Testene merker {noticed} av {len(asked)} endringer i loven: {100 * noticed / len(asked):.1f} %.")
    sys.exit(0 if noticed * 100 >= WANTED * len(asked) else 1)


if __name__ == "__main__":
    main()
