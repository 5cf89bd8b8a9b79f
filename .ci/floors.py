"""Compares a scoreboard with the floors that it must not fall below.

usage: floors.py FLOORS SCOREBOARD

FLOORS has one line per score: gold, type, column (F1 or value), least figure.
"""
import sys


def scores(path):
    found = {}
    for line in open(path, encoding="utf-8"):
        words = line.split()
        if "value" in words and "strict" in words:
            found[words[0], "date", "value"] = float(words[words.index("value", 3) + 1])
        elif len(words) == 7 and words[0] != "gold":
            found[words[0], words[1], "F1"] = float(words[5])
    return found


def main():
    board = scores(sys.argv[2])
    low = []
    for line in open(sys.argv[1], encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            gold, kind, column, floor = line.split()
            score = board.get((gold, kind, column))
            if score is None or score < float(floor):
                low.append(f"{gold} {kind} {column}: {score}, floor {floor}")
    print("\n".join(low) if low else "every score is at or above its floor")
    sys.exit(bool(low))


main()
