#!/usr/bin/env python3
"""Score readings of single sentences: score_acts.py SENTENCES.tsv READINGS.jsonl; without READINGS prints the sentences as JSON lines.

A sentence's act is right if one of its positions has it; its stance if that position has it too (polarity for OUTLOOK).
A flip is an against where the sentence says for, or the reverse, in a position whose act is right; its label is not compared, so a
label worded from the other end counts as a flip. A false alarm is a position in a sentence of NONE.
"""
import json
import sys


def sentences(path):
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip() and not line.startswith("#"):
                yield (f"line-{number}", *line.rstrip("\n").split("\t"))


def main():
    gold = list(sentences(sys.argv[1]))
    if len(sys.argv) < 3:
        for name, text, *_ in gold:
            print(json.dumps({"id": name, "text": text, "published": "2025-03-12"}))
        return
    with open(sys.argv[2], encoding="utf-8") as lines:
        read = {r["report"]["id"]: r["positions"] for r in map(json.loads, lines)}
    some = [g for g in gold if g[2] != "NONE"]
    right = stances = flips = found = 0
    for name, _, act, stance, *_ in some:
        positions = read[name]
        found += bool(positions)
        same = [p for p in positions if p["act"] == act]
        seen = {p["polarity"] if act == "OUTLOOK" else p["stance"] for p in same}
        right += bool(same)
        stances += stance in seen
        flips += stance in ("for", "against") and stance not in seen and bool(seen & {"for", "against"})
    none = [g for g in gold if g[2] == "NONE"]
    alarms = sum(bool(read[g[0]]) for g in none)
    print(f"{len(some)} sentences with an act: a position in {found}, the right act in {right} ({right / len(some):.2f}), "
          f"act and stance in {stances} ({stances / len(some):.2f}), flips {flips}")
    print(f"{len(none)} sentences without: a position in {alarms}")


if __name__ == "__main__":
    main()
