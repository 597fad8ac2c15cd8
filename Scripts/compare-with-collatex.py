#!/usr/bin/env python3
"""Pairs of different words in one place: ours against CollateX (near match), on invented traditions with known truth.

    swift run -c release palimpsest-traditions 3 > traditions.jsonl
    pip install collatex
    Scripts/compare-with-collatex.py traditions.jsonl
"""
import collections
import json
import sys

import collatex


def pairs(words, places):
    standing = collections.defaultdict(list)
    for witness, line in enumerate(places):
        for token, place in enumerate(line):
            standing[place].append((witness, token))
    found = set()
    for readings in standing.values():
        for index, one in enumerate(readings):
            for other in readings[index + 1:]:
                if words[one[0]][one[1]] != words[other[0]][other[1]]:
                    found.add((one, other))
    return found


def by_collatex(witnesses):
    marked = [{"id": w["id"], "tokens": [dict(token, place=i) for i, token in enumerate(w["tokens"])]} for w in witnesses]
    result = json.loads(collatex.collate({"witnesses": marked}, near_match=True, segmentation=False, output="json"))
    rows = {siglum: number for number, siglum in enumerate(result["witnesses"])}
    places = []
    for witness in witnesses:
        line = [None] * len(witness["tokens"])
        for place, cell in enumerate(result["table"][rows[witness["id"]]]):
            for token in cell or []:
                line[token["place"]] = place
        places.append(line)
    return places


def f1(right, told, there):
    return 2 * right / (told + there) if told + there else 1.0


counts = {}
for line in open(sys.argv[1], encoding="utf-8"):
    tradition = json.loads(line)
    words = [[token["n"] for token in witness["tokens"]] for witness in tradition["witnesses"]]
    true = pairs(words, tradition["places"])
    row = counts.setdefault(tradition["manner"], [[0, 0, 0], [0, 0, 0]])
    for tool, places in enumerate((tradition["found"], by_collatex(tradition["witnesses"]))):
        told = pairs(words, places)
        for index, number in enumerate((len(told & true), len(told), len(true))):
            row[tool][index] += number
for manner, (ours, theirs) in counts.items():
    print(f"{manner:24} palimpsest {f1(*ours):.3f}   CollateX {f1(*theirs):.3f}   ({ours[2]} pairs)")
