#!/usr/bin/env python3
"""Pairs of words in one place: ours against CollateX (near match), on invented traditions with known truth.

    swift run -c release palimpsest-traditions 101 103 > traditions.jsonl      # the seeds; 1 to 20 are those that weights were set on
    pip install collatex Levenshtein
    Scripts/compare-with-collatex.py traditions.jsonl [--tongues]

F1 twice: of the pairs of different words, and of all pairs (the whole table).
"""
import collections
import json
import sys

import collatex


def pairs(words, places, equal_too):
    standing = collections.defaultdict(list)
    for witness, line in enumerate(places):
        for token, place in enumerate(line):
            standing[place].append((witness, token))
    found = set()
    for readings in standing.values():
        for index, one in enumerate(readings):
            for other in readings[index + 1:]:
                if equal_too or words[one[0]][one[1]] != words[other[0]][other[1]]:
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
    name = tradition["manner"] + (", " + tradition["tongue"] if "--tongues" in sys.argv else "")
    row = counts.setdefault(name, [[0, 0, 0] for _ in range(4)])
    theirs = by_collatex(tradition["witnesses"])
    for kind in (0, 1):
        true = pairs(words, tradition["places"], kind)
        for tool, places in enumerate((tradition["found"], theirs)):
            told = pairs(words, places, kind)
            for index, number in enumerate((len(told & true), len(told), len(true))):
                row[2 * kind + tool][index] += number
for name, row in counts.items():
    ours, theirs, our_table, their_table = (f1(*one) for one in row)
    print(f"{name:36} different words: palimpsest {ours:.3f} CollateX {theirs:.3f}   whole table: {our_table:.3f} {their_table:.3f}   ({row[0][2]} pairs)")
