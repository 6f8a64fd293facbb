"""The 2,000 queries that the search of communes is measured with, made by rule from the COG.

usage: queries.py geodata/contours > tests/search/queries.csv

Written before the search, so that the rules are not made to its measure. Half of the communes are
drawn uniformly, half by population; no query is taken out. A row says what is typed, by which rule,
and the commune that is meant. It must be among the first five.

Rules:

- A name that more than five communes bear is always followed by the number of its department.
- `exact`: the name. `sans_accents`: the name in lower case, without accents, apostrophes or hyphens.
- `prefixe`: the shortest beginning, of three letters at least, that at most five names share.
- `une_faute`: one letter left out, added, changed or exchanged with the next, in a name of five
  letters or more.
- `deux_fautes`: two of them, in a name of more than eight letters.
- `saint`: « Saint » and « Sainte » written St, Ste, St. or Ste., in a name that has one.
- `code_postal`: a postal code; where more than five communes share it, with the shortest beginning
  of the name, of two letters at least, that at most five of them share.
- `ancien`: the name of a commune that is part of another today.
- `homonyme`: a name that several communes bear, with its department by number or by name.

Standard library only.
"""

import csv
import random
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

SEED = 2026
MOST_SHOWN = 5
# How many queries of each rule, half of them of each draw.
NUMBERS = {
    "exact": 300,
    "sans_accents": 250,
    "prefixe": 250,
    "une_faute": 350,
    "deux_fautes": 200,
    "saint": 150,
    "code_postal": 200,
    "ancien": 150,
    "homonyme": 150,
}
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain(name):
    """Lower case, no accents, one space between words."""
    name = name.lower().replace("œ", "oe").replace("æ", "ae")
    letters = (char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))
    return " ".join(re.findall(r"[a-z0-9]+", "".join(letters)))


class Communes:
    """The communes, and those that share a name, a beginning or a postal code."""

    def __init__(self, folder):
        self.all = table(folder / "communes.csv")
        self.departments = {one["code"]: one["nom"] for one in table(folder / "departements.csv")}
        for one in self.all:
            one["plain"] = plain(one["nom"])
        self.by_code = {one["code"]: one for one in self.all}
        self.bearers = Counter(one["plain"] for one in self.all)
        self.beginnings = Counter()
        for one in self.all:
            for end in range(1, len(one["plain"]) + 1):
                self.beginnings[one["plain"][:end]] += 1
        self.of_postal_code = defaultdict(list)
        for one in self.all:
            for postal in one["codes_postaux"].split():
                self.of_postal_code[postal].append(one)
        self.former = [
            (one["nom"], self.by_code[one["commune"]])
            for one in table(folder / "anciennes.csv")
            if one["nom"] and one["commune"] in self.by_code
        ]
        self.former_bearers = Counter(plain(name) for name, _ in self.former)

    def located(self, text, name, commune):
        """The text, with the department where the name alone says too little."""
        several = self.bearers[plain(name)] + self.former_bearers[plain(name)] > MOST_SHOWN
        return f"{text} {commune['departement']}" if several else text


def misspelt(text, random):
    """The text with one error in a letter; spaces and the first letter stay."""
    letters = [at for at, char in enumerate(text) if char.isalpha() and at > 0]
    at = random.choice(letters)
    kind = random.choice(["omission", "insertion", "substitution", "transposition"])
    if kind == "transposition":
        pairs = [one for one in letters if one + 1 in letters and text[one] != text[one + 1]]
        if not pairs:
            kind = "omission"
        else:
            at = random.choice(pairs)
            return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    other = random.choice([char for char in LETTERS if char != text[at].lower()])
    if kind == "omission":
        return text[:at] + text[at + 1 :]
    if kind == "insertion":
        return text[:at] + other + text[at:]
    return text[:at] + other + text[at + 1 :]


def number_of_letters(text):
    return sum(char.isalpha() for char in text)


def shortest(text, least, is_short_enough):
    """The shortest beginning of `text`, of `least` letters at least, that is short enough."""
    for end in range(least, len(text)):
        if text[end - 1] != " " and is_short_enough(text[:end]):
            return text[:end]
    return text


class Rules:
    """One method for each rule: the query, or none where the rule does not hold for the commune."""

    def __init__(self, communes, random):
        self.communes, self.random = communes, random

    def exact(self, one):
        return self.communes.located(one["nom"], one["nom"], one)

    def sans_accents(self, one):
        if one["plain"] == one["nom"].lower():
            return None
        return self.communes.located(one["plain"], one["nom"], one)

    def prefixe(self, one):
        beginnings = self.communes.beginnings
        text = shortest(one["plain"], 3, lambda text: beginnings[text] <= MOST_SHOWN)
        return self.communes.located(text, one["nom"], one) if text == one["plain"] else text

    def une_faute(self, one):
        if number_of_letters(one["nom"]) < 5:
            return None
        return self.communes.located(misspelt(one["nom"], self.random), one["nom"], one)

    def deux_fautes(self, one):
        if number_of_letters(one["nom"]) <= 8:
            return None
        text = misspelt(misspelt(one["nom"], self.random), self.random)
        return self.communes.located(text, one["nom"], one)

    def saint(self, one):
        spelling = self.random.choice(["St", "St.", "st"])
        text = re.sub(r"\bSaint(e?)\b", lambda found: short(spelling, found.group(1)), one["nom"])
        return None if text == one["nom"] else self.communes.located(text, one["nom"], one)

    def code_postal(self, one):
        codes = one["codes_postaux"].split()
        if not codes:
            return None
        postal = self.random.choice(codes)
        sharing = [other["plain"] for other in self.communes.of_postal_code[postal]]
        if len(sharing) <= MOST_SHOWN:
            return postal
        is_short_enough = lambda text: sum(name.startswith(text) for name in sharing) <= MOST_SHOWN
        return f"{postal} {shortest(one['plain'], 2, is_short_enough)}"

    def homonyme(self, one):
        if self.communes.bearers[one["plain"]] < 2:
            return None
        department = one["departement"]
        name = self.communes.departments[department]
        return self.random.choice([f"{one['nom']} {department}", f"{one['nom']} ({name})"])


def short(spelling, feminine):
    """« St » or « Ste », with its full stop behind."""
    return spelling.replace("t", f"t{feminine}", 1)


def draws(communes, random, weighted):
    """Communes without end, uniformly or by population."""
    weights = [int(one["population"] or 0) for one in communes.all] if weighted else None
    while True:
        yield from random.choices(communes.all, weights, k=100)


def queries(communes):
    choice = random.Random(SEED)
    rules = Rules(communes, choice)
    for rule, number in NUMBERS.items():
        for weighted in [False, True]:
            wanted = number // 2
            if rule == "ancien":
                yield from former(communes, choice, weighted, wanted)
                continue
            for one in draws(communes, choice, weighted):
                query = getattr(rules, rule)(one)
                if query is not None:
                    yield query, rule, one
                    wanted -= 1
                if wanted == 0:
                    break


def former(communes, choice, weighted, wanted):
    weights = [int(one["population"] or 0) for _, one in communes.former] if weighted else None
    for name, one in choice.choices(communes.former, weights, k=wanted):
        yield communes.located(name, name, one), "ancien", one


def main():
    communes = Communes(Path(sys.argv[1]))
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["requete", "regle", "commune", "nom"])
    for query, rule, one in queries(communes):
        out.writerow([query, rule, one["code"], one["nom"]])


if __name__ == "__main__":
    main()
