"""The coverage, counted a second time from the source tables and the COG alone.

usage: recount.py geodata/sources geodata/contours target/data/export

Every territory of all levels, every class, for CLS and CPTS: shares of communes and of inhabitants
against `couverture.csv` and its parts, the classes of the map in `classes.csv`, statuses against `statuts.csv`, degrees of knowledge against
`degres.csv`. Nothing here is taken from the compiler: only the tables that people keep, the rules of
`geodata/faits/README.md` in a dozen lines, sets of codes and plain sums. Standard library only.
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path

LARGEST_DIFFERENCE = 5e-4
# The rules of statuses.
PRESUMED_YEARS = 5
PREPARATION_YEARS = 3
# By status: the first that holds decides.
CLASSES = ["actif", "presume", "en_preparation", "non_etabli", "inconnu", "echu", "etat_ancien"]
# A perimeter known otherwise is not whole, and not counted.
NOT_WHOLE = ["partiel", "inconnu"]
SAINT_MARTIN = "978"
MOST_SHOWN = 20


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def first_day(date):
    return date + "0000-01-01"[len(date) :]


def last_day(date):
    """The 31st of any month: it is only compared."""
    return date + "0000-12-31"[len(date) :]


def status_of(scheme, day):
    """The status of a row on a day."""

    def before(years):
        return f"{int(day[:4]) - years}{day[4:]}"

    def cell(column):
        return (scheme.get(column) or "").strip()

    stated = cell("statut")
    if stated == "en_preparation" and cell("etat_du"):
        is_old = first_day(cell("etat_du")) < before(PREPARATION_YEARS)
        return "etat_ancien" if is_old else stated
    if stated != "signe":
        return stated
    if cell("fin"):
        if last_day(cell("fin")) < day:
            return "echu"
        return "actif" if first_day(cell("fin")) > day else "non_etabli"
    signed = cell("signature_entre").split("/")[0] or cell("signature") or cell("debut")
    is_recent = signed and first_day(signed) >= before(PRESUMED_YEARS)
    return "presume" if is_recent else "non_etabli"


class Cog:
    """The territories as sets of atoms: communes, or their arrondissements where they have some."""

    def __init__(self, folder):
        communes = table(folder / "communes.csv")
        parts = table(folder / "arrondissements.csv")
        region_of = {one["code"]: one["region"] for one in table(folder / "departements.csv")}
        self.region_of = region_of
        self.regions = [one["code"] for one in table(folder / "regions.csv")]
        self.atoms_of_commune = {one["code"]: {one["code"]} for one in communes}
        for commune in {part["commune"] for part in parts}:
            self.atoms_of_commune[commune] = {
                part["code"] for part in parts if part["commune"] == commune
            }
        self.commune_of_part = {part["code"]: part["commune"] for part in parts}
        self.population = {
            one["code"]: int(one["population"] or 0) for one in [*communes, *parts]
        }
        self.communes_of = defaultdict(set)
        self.department_of = {}
        self.department_of_atom = {}
        for one in communes:
            department = one["departement"]
            self.department_of[one["code"]] = department
            for atom in self.atoms_of_commune[one["code"]]:
                self.department_of_atom[atom] = department
            for territory in [
                ("region", region_of[department]),
                ("departement", department),
                ("epci", one["epci"]),
                ("commune", one["code"]),
            ]:
                if territory[1]:
                    self.communes_of[territory].add(one["code"])

    def territories(self):
        """Every territory of every level."""
        parts = [("arrondissement", code) for code in self.commune_of_part]
        return sorted([key for key, communes in self.communes_of.items() if communes] + parts)

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

    def __init__(self, name, sources, cog, day):
        self.inside = {status: set() for status in CLASSES}
        self.statuses = {}
        # By region, the schemes that lie in it, and those of them with a whole perimeter.
        self.schemes_of = defaultdict(lambda: [0, 0])
        for scheme in table(sources / f"{name}.csv"):
            status = status_of(scheme, day)
            is_whole = scheme["perimetre"] not in NOT_WHOLE and scheme["region"] != SAINT_MARTIN
            self.statuses[scheme["id"]] = (status, "oui" if is_whole else "non")
            atoms, departments = set(), set((scheme["departements"] or "").split())
            for epci in (scheme.get("epci") or "").split():
                atoms |= cog.atoms(cog.communes_of["epci", epci])
            for column in ["communes", "arrondissements"]:
                # « 59410 Mons-en-Barœul | … » where a code alone could be a postal one.
                for word in (scheme.get(column) or "").replace("|", " ").split():
                    if word[0].isdigit():
                        atoms |= cog.atoms_of_code(word)
            departments |= {cog.department_of_atom[atom] for atom in atoms}
            regions = {cog.region_of[code] for code in departments}
            if scheme["region"] in cog.regions:
                regions.add(scheme["region"])
            for region in regions:
                self.schemes_of[region][0] += 1
                self.schemes_of[region][1] += is_whole
            if is_whole:
                self.inside[status] |= atoms
        self.lists = {
            row["region"] for row in table(sources / "couches.csv") if row["couche"] == name
        }
        self.listed, self.by_facts = set(), set()
        for region in cog.regions:
            atoms = cog.atoms(cog.communes_of["region", region])
            if self.degree(region) == "liste":
                self.listed |= atoms
            elif self.degree(region) == "faits":
                self.by_facts |= atoms

    def degree(self, region):
        if region in self.lists:
            return "liste"
        return "faits" if self.schemes_of[region][0] else "rien"

    def class_of(self, atom):
        for status in CLASSES:
            if atom in self.inside[status]:
                return status
        if atom in self.listed:
            return "aucun"
        return "non_connu" if atom in self.by_facts else "non_documente"


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


def published(path):
    """By territory, layer and class: the two shares."""
    shares = defaultdict(dict)
    for row in table(path):
        pair = (number(row["part_communes"]), number(row["part_population"]))
        shares[row["niveau"], row["code"], row["couche"]][row["classe"]] = pair
    return shares


def differences(territory, name, expected, found):
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


def wrong_shares(layers, cog, exports):
    """Every territory in the whole table, and again in its part."""
    whole, parts = published(exports / "couverture.csv"), {}
    for territory in cog.territories():
        path = part_of(territory, cog)
        if path not in parts:
            parts[path] = published(exports / path)
        for name, layer in layers.items():
            key = (*territory, name)
            expected = shares(territory, layer, cog)
            yield from differences(territory, name, expected, whole[key])
            if whole[key] != parts[path][key]:
                yield f"{' '.join(territory)}, {name}: {path} is not the whole table"


UNCERTAIN = ["presume", "non_etabli", "inconnu", "echu", "etat_ancien"]


def kind_of(classes):
    """The kind of a share, and its percentage."""
    if set(classes) == {"non_documente"}:
        return "non_documentee", ""
    is_open = "non_connu" in classes or "non_documente" in classes
    covered = classes.get("actif", (0, 0))[1]
    if covered:
        percent = 100 if covered == 1 else min(99, int(100 * covered + 0.5))
        return "au_moins" if is_open else "exacte", str(percent)
    if any(name in classes for name in UNCERTAIN):
        return "incertaine", ""
    return "non_connue" if is_open else "nulle", ""


def wrong_classes(layers, cog, exports):
    """Every share of the map, and whether it lies within the bounds of its class."""
    rows = {(row["niveau"], row["code"], row["couche"]): row for row in table(exports / "classes.csv")}
    bounds = defaultdict(set)
    for territory in cog.territories():
        for name, layer in layers.items():
            row = rows.pop((*territory, name), None)
            if row is None:
                if territory[0] in ["departement", "epci"]:
                    yield f"{' '.join(territory)}, {name}: not in classes.csv"
                continue
            ours = kind_of(shares(territory, layer, cog))
            if ours != (row["nature"], row["pourcentage"]):
                yield f"{' '.join(territory)}, {name}: published {row}, recounted {ours}"
            if row["classe"]:
                low, high = int(row["classe_de"]), int(row["classe_a"])
                bounds[name, row["classe"]].add((low, high))
                if not low <= int(row["pourcentage"]) <= high:
                    yield f"{' '.join(territory)}, {name}: out of the bounds of its class"
    yield from (f"{key}: of no territory" for key in rows)
    yield from (f"class {key}: several bounds {all_of_it}" for key, all_of_it in bounds.items() if len(all_of_it) > 1)


def wrong_statuses(layers, exports):
    rows = {row["id"]: (row["statut"], row["perimetre_entier"]) for row in table(exports / "statuts.csv")}
    ours = {id: one for layer in layers.values() for id, one in layer.statuses.items()}
    for id in sorted(rows.keys() | ours.keys()):
        if rows.get(id) != ours.get(id):
            yield f"{id}: published {rows.get(id)}, recounted {ours.get(id)}"


def wrong_degrees(layers, cog, exports):
    rows = {(row["couche"], row["region"]): row for row in table(exports / "degres.csv")}
    for name, layer in layers.items():
        for region in cog.regions:
            all_of_it, whole = layer.schemes_of[region]
            ours = (layer.degree(region), str(all_of_it), str(whole))
            row = rows.get((name, region), {})
            theirs = tuple(row.get(column) for column in ["degre", "dispositifs", "avec_perimetre"])
            if ours != theirs:
                yield f"{name}, region {region}: published {theirs}, recounted {ours}"


def main():
    sources, contours, exports = map(Path, sys.argv[1:4])
    day = table(sources / "etat.csv")[0]["etat"]
    cog = Cog(contours)
    layers = {name: Layer(name, sources, cog, day) for name in ["cls", "cpts"]}
    wrong = [
        *wrong_statuses(layers, exports),
        *wrong_degrees(layers, cog, exports),
        *wrong_shares(layers, cog, exports),
        *wrong_classes(layers, cog, exports),
    ]
    for line in wrong[:MOST_SHOWN]:
        print(line, file=sys.stderr)
    if wrong:
        sys.exit(f"{len(wrong)} statuses, degrees or shares differ")
    schemes = sum(len(layer.statuses) for layer in layers.values())
    print(f"{schemes} statuses, {2 * len(cog.regions)} degrees and the shares of "
          f"{len(cog.territories())} territories are as recounted.")


main()
