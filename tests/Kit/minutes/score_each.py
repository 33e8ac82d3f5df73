"""The figures of each document by itself, in one run: name, then F1 of agreements, responsible, due and attendance.

usage: score_each.py EXPECTED_FOLDER ACTUAL_FOLDER (as score.py, which counts)
"""

import glob
import os
import sys

import score

expected, actual = sys.argv[1:]
for path in sorted(glob.glob(os.path.join(expected, "*.expected.json"))):
    name = os.path.basename(path)[: -len(".expected.json")]
    found = score.find_actual(actual, name)
    one = score.totals([score.score_one(score.load(path), (score.load(found) if found else None) or {})])
    print(name, *("%.2f" % one[figure] for figure in ("F_agr", "F_resp", "F_due", "F_att")))
