#!/usr/bin/env python3
"""Write Sources/PlainText/FoldingTable.swift: the folded form of every scalar that has one.

Folded = compatibility decomposition, lower case, without diacritics; plus a short list of letters that Unicode does not decompose and
that editors exchange freely (ß/ss, æ/ae, ø/o, ł/l, long s), the letters that the Russian reform of 1918 took out (ѣ і ѳ ѵ) and ё/е.
Letters whose mark makes another letter stay as they are (й, ї, ў). Run it again only when the rules change.
"""
import unicodedata, pathlib
EXTRA = {"ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d",
         "Ð": "d", "þ": "th", "Þ": "th", "ſ": "s", "ı": "i", "ħ": "h", "Ħ": "h", "ё": "е", "Ё": "е", "ѣ": "е", "Ѣ": "е", "і": "и", "І": "и",
         "ѳ": "ф", "Ѳ": "ф", "ѵ": "и", "Ѵ": "и", "ς": "σ", "ə": "e", "Ə": "e"}
KEEP = {"Й": "й", "й": "й", "Ї": "ї", "ї": "ї", "Ў": "ў", "ў": "ў"}
MARKS = [(0x300, 0x36F), (0x483, 0x487), (0x591, 0x5C7), (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670), (0x730, 0x74A), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F)]
# soft hyphen, joiners, modifier letters that stand for soft sign, hard sign, ayn and alif: no letter of a word that one searches
DROP = [0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x2B9, 0x2BA, 0x2BB, 0x2BC, 0x2BD, 0x2BE, 0x2BF, 0x2B0 + 0x10, 0x2C1, 0x2019 + 2]
# what shows nothing (Unseen.swift): it may stand inside a word and is no letter of it
DROP += [0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2061, 0x2070), *range(0xFE00, 0xFE10)]
def mark(c): return any(a <= ord(c) <= b for a, b in MARKS)
def fold(c):
    if c in EXTRA: return EXTRA[c]
    if c in KEEP: return KEEP[c]
    s = unicodedata.normalize("NFKD", c)
    s = "".join(x for x in s if not mark(x)).lower()
    return "".join(EXTRA.get(x, x) for x in s if not mark(x))
groups = {}
for v in [*range(0x80, 0x3000), *range(0xA640, 0xA7FF), *range(0xAB30, 0xABBF), *range(0xFB00, 0xFB07), *range(0xFB1D, 0xFB50), *range(0xFE00, 0xFE10), 0xFEFF, *range(0xFF10, 0xFF5B)]:
    c = chr(v)
    if v in DROP or mark(c): groups.setdefault("", []).append(v); continue
    if not (c.isalpha() or c.isdigit()): continue
    f = fold(c)
    if f and f != c and len(f) <= 3 and " " not in f and all(x.isalnum() for x in f): groups.setdefault(f, []).append(v)
lines = [f"{k}:" + ",".join(f"{v:x}" for v in vs) for k, vs in sorted(groups.items())]
out = pathlib.Path(__file__).resolve().parent.parent / "Sources/PlainText/FoldingTable.swift"
out.write_text('// Written by Scripts/make-folding-table.py; do not edit. One line a folded form: the form, a colon, the scalars (hexadecimal) that fold to it.\n'
               'let foldingTable: StaticString = """\n' + "\n".join("    " + l for l in lines) + '\n    """\n', encoding="utf-8")
print(len(lines), sum(map(len, groups.values())))
