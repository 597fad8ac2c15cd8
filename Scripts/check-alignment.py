#!/usr/bin/env python3
"""Compare the counts of an alignment with what was planted, on made-up volumes of any size.

    Scripts/check-alignment.py --palimpsest PATH --write-volumes PATH [--bytes 1000000] [--seeds 3] [--kinds e5,mixed]

write-volumes is built in Benchmarks/. One line a volume: told/planted for each count. Ends with 1 where a count lies more than --share (2 %) and
more than two off; `repeat`, `boilerplate`, `mixed` and `alldiff` are shown but not judged: which of two equal passages went cannot be known.
"""
import argparse, json, os, subprocess, sys, tempfile

KINDS = "e1 e5 e20 every shuffled alldiff repeat oneline same splits sections swaps boilerplate mixed".split()
NOT_JUDGED = {"repeat", "boilerplate", "mixed", "alldiff"}
parser = argparse.ArgumentParser()
parser.add_argument("--palimpsest", required=True)
parser.add_argument("--write-volumes", required=True)
parser.add_argument("--bytes", type=int, default=1_000_000)
parser.add_argument("--seeds", type=int, default=3)
parser.add_argument("--kinds", default=",".join(KINDS))
parser.add_argument("--share", type=float, default=0.02)
options = parser.parse_args()

failed = False
with tempfile.TemporaryDirectory() as folder:
    for kind in options.kinds.split(","):
        for seed in range(1, options.seeds + 1):
            subprocess.run([options.write_volumes, folder, kind, str(options.bytes), str(seed)], check=True)
            truth = json.load(open(os.path.join(folder, "truth.json")))
            run = subprocess.run([options.palimpsest, "compare", folder + "/a.xml", folder + "/b.xml", "--format", "json"], stdout=subprocess.PIPE)
            summary = json.loads(run.stdout)["summary"]
            shown, off = [], not summary["rebuilds"]
            for name in ("reworded", "deleted", "inserted", "moved", "split", "merged"):
                told, planted = summary["changes"][name], truth[name]
                shown.append(f"{name} {told}/{planted}")
                off = off or abs(told - planted) > max(2, options.share * planted)
            judged = kind not in NOT_JUDGED
            failed = failed or off and judged
            print(f"{kind:11s} {seed}  " + "  ".join(shown) + ("  <-- off" if off and judged else ""))
sys.exit(1 if failed else 0)
