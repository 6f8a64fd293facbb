"""The coverage, counted a second time from the source tables and the COG alone.

usage: recount.py geodata/sources geodata/contours target/data/export [seed]

Shares of communes and of inhabitants, by class, of 200 territories of all levels and of the 45
municipal arrondissements, for CLS and CPTS, against the published `couverture-*.csv`. Nothing here
is taken from the compiler: only the tables that people keep, sets of codes and plain
sums. Standard library only.
"""

import csv
import random
import sys
from collections import defaultdict
from pathlib import Path

LARGEST_DIFFERENCE = 5e-4
DRAWN = {"region": 18, "departement": 42, "epci": 70, "commune": 67}
# The three cities whose perimeters are drawn by arrondissement.
ALWAYS = ["13055", "69123", "75056"]
# By status: the first that holds decides.
CLASSES = ["actif", "presume", "en_preparation", "non_etabli", "inconnu", "echu", "etat_ancien"]
MOST_SHOWN = 20


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


class Cog:
    """The territories as sets of atoms: communes, or their arrondissements where they have some."""

    def __init__(self, folder):
        communes = table(folder / "communes.csv")
        parts = table(folder / "arrondissements.csv")
        region_of = {one["code"]: one["region"] for one in table(folder / "departements.csv")}
        self.atoms_of_commune = {one["code"]: {one["code"]} for one in communes}
        self.commune_of_part = {part["code"]: part["commune"] for part in parts}
        for commune in {part["commune"] for part in parts}:
            self.atoms_of_commune[commune] = {
                part["code"] for part in parts if part["commune"] == commune
            }
        self.population = {
            one["code"]: int(one["population"] or 0) for one in [*communes, *parts]
        }
        self.communes_of = defaultdict(set)
        self.department_of = {}
        self.region_of_atom = {}
        for one in communes:
            department = one["departement"]
            self.department_of[one["code"]] = department
            for atom in self.atoms_of_commune[one["code"]]:
                self.region_of_atom[atom] = region_of[department]
            for territory in [
                ("region", region_of[department]),
                ("departement", department),
                ("epci", one["epci"]),
                ("commune", one["code"]),
            ]:
                if territory[1]:
                    self.communes_of[territory].add(one["code"])

    def atoms(self, communes):
        return {atom for commune in communes for atom in self.atoms_of_commune[commune]}

    def atoms_of_code(self, code):
        if code in self.atoms_of_commune:
            return self.atoms_of_commune[code]
        if code in self.population:
            return {code}
        sys.exit(f"recount: « {code} » is not a code of the COG; the recount reads codes only")


class Layer:
    """What a table of schemes says of every atom."""

    def __init__(self, name, sources, cog):
        self.inside = {status: set() for status in CLASSES}
        self.by_facts = set()
        for scheme in table(sources / f"{name}.csv"):
            atoms = set()
            for epci in (scheme.get("epci") or "").split():
                atoms |= cog.atoms(cog.communes_of["epci", epci])
            for column in ["communes", "arrondissements"]:
                for code in (scheme.get(column) or "").split():
                    atoms |= cog.atoms_of_code(code)
            self.inside[scheme["statut"]].update(atoms)
            for region in {cog.region_of_atom[atom] for atom in atoms}:
                self.by_facts |= cog.atoms(cog.communes_of["region", region])
        self.listed = set()
        for row in table(sources / "couches.csv"):
            if row["couche"] == name:
                self.listed |= cog.atoms(cog.communes_of["region", row["region"]])

    def class_of(self, atom):
        for status in CLASSES:
            if atom in self.inside[status]:
                return status
        if atom in self.listed:
            return "aucun"
        return "non_connu" if atom in self.by_facts else "non_documente"

    def touched(self):
        return set().union(*self.inside.values())


def shares(territory, layer, cog):
    """By class: the share of whole communes, and that of inhabitants (none without any)."""
    if territory[0] == "arrondissement":
        # A part of a commune is no commune.
        return {layer.class_of(territory[1]): (None, 1)}
    communes = cog.communes_of[territory]
    whole, people = defaultdict(int), defaultdict(int)
    for commune in communes:
        atoms = cog.atoms_of_commune[commune]
        for atom in atoms:
            people[layer.class_of(atom)] += cog.population[atom]
        classes = {layer.class_of(atom) for atom in atoms}
        if len(classes) == 1:
            whole[classes.pop()] += 1
    everyone = sum(people.values())
    return {
        name: (whole[name] / len(communes), people[name] / everyone if everyone else None)
        for name in people
    }


def part_of(territory, cog):
    level, code = territory
    if level == "arrondissement":
        level, code = "commune", cog.commune_of_part[code]
    if level == "commune":
        return f"couverture/communes-{cog.department_of[code]}.csv"
    return {
        "region": "couverture-regions.csv",
        "departement": "couverture-departements.csv",
        "epci": "couverture-epci.csv",
    }[level]


def number(text):
    return float(text) if text else None


def published(path, cache={}):
    """By territory, layer and class: the two shares."""
    if path not in cache:
        cache[path] = defaultdict(dict)
        for row in table(path):
            pair = (number(row["part_communes"]), number(row["part_population"]))
            cache[path][row["niveau"], row["code"], row["couche"]][row["classe"]] = pair
    return cache[path]


def drawn(cog, layers, seed):
    """The territories: half of them where something is known, or the draw would be of the rest."""
    chance = random.Random(seed)
    touched = set().union(*(layer.touched() for layer in layers.values()))
    chosen = [("commune", code) for code in ALWAYS]
    chosen += [("arrondissement", code) for code in cog.commune_of_part]
    for level, count in DRAWN.items():
        all_of_level = sorted(key for key in cog.communes_of if key[0] == level)
        known = [key for key in all_of_level if cog.atoms(cog.communes_of[key]) & touched]
        first = chance.sample(known, min(count // 2, len(known)))
        others = [key for key in all_of_level if key not in set(first) | set(chosen)]
        chosen += first + chance.sample(others, min(count - len(first), len(others)))
    return sorted(set(chosen))


def differences(territory, name, layer, cog, exports):
    expected = shares(territory, layer, cog)
    found = published(exports / part_of(territory, cog))[(*territory, name)]
    for class_name in sorted(expected.keys() | found.keys()):
        pairs = zip(
            ["communes", "population"],
            expected.get(class_name, (0, 0)),
            found.get(class_name, (0, 0)),
        )
        for column, ours, theirs in pairs:
            if ours is None and theirs is None:
                continue
            if ours is None or theirs is None or abs(ours - theirs) >= LARGEST_DIFFERENCE:
                place = f"{' '.join(territory)}, {name}, {class_name}, part_{column}"
                yield f"{place}: published {theirs}, recounted {ours}"


def main():
    sources, contours, exports = map(Path, sys.argv[1:4])
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 2026
    cog = Cog(contours)
    layers = {name: Layer(name, sources, cog) for name in ["cls", "cpts"]}
    territories = drawn(cog, layers, seed)
    wrong = [
        line
        for territory in territories
        for name, layer in layers.items()
        for line in differences(territory, name, layer, cog, exports)
    ]
    for line in wrong[:MOST_SHOWN]:
        print(line, file=sys.stderr)
    if wrong:
        sys.exit(f"{len(wrong)} shares differ by {LARGEST_DIFFERENCE} or more (seed {seed})")
    print(f"The shares of {len(territories)} territories are as recounted (seed {seed}).")


main()
