#!/usr/bin/env python3
# Holds the program's answers about a file of a million rows against the plainest way to find them.
#
#   million_rows.py .build/release/distretto [ROWS]
#
# The rows are made here and kept in memory, so that nothing of the program takes part in what is expected of it.
# Questions go to the cache that the first of them leaves, every third one to the file itself as well.
import csv
import functools
import io
import os
import random
import subprocess
import sys
import tempfile
import unicodedata

TRADES = ["Fonderie", "Officine", "FONDERIE", "Qualità & Prove", "Tessitura", "Molino", "Energia, Impianti"]
OWNERS = ["Brambilla", "Forlì", "forli'", "Müller", "Łukasik", 'Ditta "Rossi"', "D'Amico", "Weiß", "BRAMBILLA"]
PLACES = [("Milano", "MI", "ITC4"), ("Forlì", "FC", "ITH5"), ("Napoli", "NA", "ITF3"), ("L'Aquila", "AQ", "ITF1"),
          ("München", "", "DE21"), ("Łódź", "", "PL71"), ("Bolzano", "BZ", "ITH1")]
NOTES = ["", "", "", "", "socio, dal 2015", 'detto "il vecchio"', "due\nrighe", "N.D."]
HEADER = ["id", "name", "city", "province", "nuts2", "employees", "turnover_eur", "note"]
ID, NAME, CITY, PROVINCE, NUTS, STAFF, TURNOVER, NOTE = range(len(HEADER))
# Letters that are no letter with a mark to Unicode.
PLAIN = str.maketrans({"ł": "l", "ß": "ss"})


def make_rows(count):
    chance = random.Random(20260101)
    rows = []
    for number in range(count):
        city, province, nuts = PLACES[chance.randrange(7)]
        name = f"{TRADES[chance.randrange(7)]} {OWNERS[chance.randrange(9)]} {chance.randrange(1000)}"
        staff = "" if number % 97 == 5 else str(int(chance.paretovariate(0.8)))
        turnover = "" if number % 31 == 7 else str(chance.randrange(10**8))
        rows.append((f"M{10_000_000 + number}", name, city, province, nuts, staff, turnover,
                     NOTES[chance.randrange(8)]))
    return rows


@functools.lru_cache(1 << 17)
def fold(text):
    marked = unicodedata.normalize("NFD", text.lower()).translate(PLAIN)
    return "".join(sign for sign in marked if not unicodedata.combining(sign))


def having_words(rows, lines, typed):
    """Every word stands in a cell: no word reaches over the sign between two of them."""
    words = fold(typed).split()
    return [row for row, line in zip(rows, lines) if all(word in line for word in words)]


def in_order(rows, column, key, down=False):
    """Empty cells come last, up as well as down; equal ones stay in the order of the file."""
    stated = [row for row in rows if row[column]]
    stated.sort(key=lambda row: key(row[column]), reverse=down)
    return stated + [row for row in rows if not row[column]]


def by_text(text):
    return fold(text).encode()


def counted(rows, column, summed):
    found = {}
    for row in rows:
        count, total, numbers = found.get(row[column], (0, 0, 0))
        has = row[summed] != ""
        found[row[column]] = (count + 1, total + (int(row[summed]) if has else 0), numbers + has)
    return {
        (value, str(count), str(total) if numbers else "", str(numbers))
        for value, (count, total, numbers) in found.items()
    }


def ask(binary, *words):
    result = subprocess.run([binary, "rows", *words, "--format", "csv"], capture_output=True, check=False)
    if result.returncode != 0:
        sys.exit(f"{' '.join(words)}: code {result.returncode}: {result.stderr.decode()}")
    return [tuple(row) for row in csv.reader(io.StringIO(result.stdout.decode(), newline=""))][1:]


def ids(rows):
    return [(row[ID],) for row in rows]


def questions(rows):
    """What is asked, whether the order of the answer counts, and what the answer must be."""
    sample = random.Random(7).sample(range(len(rows)), 40) + [0, len(rows) - 1]
    picked = [rows[number] for number in sorted(set(sample))]
    lines = ["\0".join((fold(row[NAME]), fold(row[CITY]), fold(row[NOTE]), *row)).lower() for row in rows]
    lombard = [row for row in rows if row[NUTS] == "ITC4"]
    yield "all rows", ["--columns", "id"], ids(rows)
    yield ("cells of single rows", [f"--where=id={row[ID]}" for row in picked] + ["--columns", ",".join(HEADER)],
           picked)
    yield "filter by a value", ["--where", "nuts2=ITC4", "--columns", "id"], ids(lombard)
    yield ("filter by what is empty", ["--where", "province=", "--where", "nuts2=DE21", "--columns", "id"],
           ids(row for row in rows if row[NUTS] == "DE21" and not row[PROVINCE]))
    for typed in ["brambilla", "FORLÌ", "lukasik qualita", "weiss righe 77"]:
        yield f"search {typed}", ["--match", typed, "--columns", "id"], ids(having_words(rows, lines, typed))
    yield "sort by a number, down", ["--sort=-employees", "--columns", "id"], ids(in_order(rows, STAFF, int, True))
    yield "sort by a number, up", ["--sort=turnover_eur", "--columns", "id"], ids(in_order(rows, TURNOVER, int))
    yield "sort by names", ["--sort=name", "--columns", "id"], ids(in_order(rows, NAME, by_text))
    yield ("sort by two columns", ["--sort=city,-employees", "--columns", "id"],
           ids(in_order(in_order(rows, STAFF, int, True), CITY, by_text)))
    yield ("filter and sort", ["--where", "nuts2=ITC4", "--sort=-name", "--columns", "id"],
           ids(in_order(lombard, NAME, by_text, True)))
    for column, position in [("nuts2", NUTS), ("province", PROVINCE), ("employees", STAFF), ("name", NAME)]:
        yield (f"counts of {column}", ["--count", column, "--sum", "turnover_eur"], counted(rows, position, TURNOVER))


def main():
    binary = sys.argv[1]
    rows = make_rows(int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
        path = f"{folder}/members.csv"
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([HEADER, *rows])
        checked = 0
        for number, (name, words, expected) in enumerate(questions(rows)):
            for reading in [[], ["--no-cache"]] if number % 3 == 1 else [[]]:
                answer = ask(binary, path, *words, *reading)
                if (set(answer) if isinstance(expected, set) else answer) != expected or len(answer) != len(expected):
                    place = next((at for at, pair in enumerate(zip(answer, expected)) if pair[0] != pair[1]), None)
                    sys.exit(f"{name} {' '.join(reading)}: {len(answer)} rows, expected {len(expected)}; "
                             f"first difference at {place}")
                checked += 1
        if not os.listdir(f"{folder}/cache/distretto/sheets"):
            sys.exit("no cache was left")
    print(f"{checked} answers about {len(rows):,} rows are as expected")


if __name__ == "__main__":
    main()
