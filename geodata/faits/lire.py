"""Lecture commune : les faits, les décisions, nos tables, le COG. Aucune règle ici.

Deux dossiers se donnent par l'environnement : FAITS (les faits et le COG), TABLES (nos tables). Les décisions sont
à côté de ce fichier, et les résultats y sont écrits.
"""

import csv
import json
import os
from collections import defaultdict

FAITS = os.environ["FAITS"]
TABLES = os.environ["TABLES"]
ICI = os.path.dirname(os.path.abspath(__file__))


def lignes(chemin):
    with open(chemin, encoding="utf-8") as fichier:
        return list(csv.DictReader(fichier))


class Decisions:
    """Les décisions d'un fait."""

    def __init__(self, lignes_du_fait):
        self.lignes = lignes_du_fait
        self.id = lignes_du_fait[0]["id"]

    def valeur(self, decision, champ=None):
        """La valeur de la décision, None si elle n'existe pas."""
        for ligne in self.lignes:
            if ligne["decision"] == decision and champ in (None, ligne["champ"]):
                return ligne["valeur"]
        return None

    def raison(self, decision, champ=None):
        for ligne in self.lignes:
            if ligne["decision"] == decision and champ in (None, ligne["champ"]):
                return ligne["raison"]
        return ""

    def a(self, decision, champ=None):
        return self.valeur(decision, champ) is not None


def faits(couche):
    """Les faits d'une couche, chacun avec ses décisions, dans l'ordre du fichier."""
    par_fait = defaultdict(list)
    for ligne in lignes(f"{ICI}/decisions-{couche}.csv"):
        par_fait[ligne["region"], ligne["nom"]].append(ligne)
    trouves = []
    for fait in lignes(f"{FAITS}/{couche}-faits.csv"):
        trouves.append((fait, Decisions(par_fait.pop((fait["region"], fait["nom"])))))
    assert not par_fait, f"décisions sans fait : {list(par_fait)}"
    return trouves


def un_par_id(couche):
    """Un fait par identifiant : un fait fondu dans un autre fait ne compte pas une seconde fois."""
    tous = faits(couche)
    propres = {d.id for _, d in tous if not d.a("fusion")}
    vus = set()
    for fait, decisions in tous:
        fondu_ailleurs = decisions.a("fusion") and decisions.id in propres
        if fondu_ailleurs or decisions.id in vus:
            continue
        vus.add(decisions.id)
        yield fait, decisions


def cog():
    """Communes en vigueur, arrondissements municipaux, EPCI, par code."""
    tout = json.load(open(f"{FAITS}/cog-2026/communes.json", encoding="utf-8"))
    communes = {c["code"]: c for c in tout if c["type"] == "commune-actuelle"}
    arrondissements = {c["code"]: c for c in tout if c["type"] == "arrondissement-municipal"}
    epci = {e["code"]: e for e in json.load(open(f"{FAITS}/cog-2026/epci.json", encoding="utf-8"))}
    return communes, arrondissements, epci


def ecrire(nom, colonnes, contenu):
    with open(f"{ICI}/{nom}", "w", encoding="utf-8", newline="") as fichier:
        table = csv.writer(fichier, lineterminator="\n")
        table.writerow(colonnes)
        table.writerows(contenu)
