#!/usr/bin/env python3
"""Le périmètre de chaque fait après toutes les décisions, et ce qui en est dessiné.

Ordre : ce que dit le fait (pour les lignes de la liste d'Auvergne-Rhône-Alpes et des messages : nos tables), puis
`remplace-perimetre`, `retire-communes`, `partiel`, `non-dessine`, `perimetre-deduit`, `hors-carte`.
"""

from collections import Counter

from lire import TABLES, cog, ecrire, lignes, un_par_id

ENTIERS = {"liste", "epci", "deduit", "communes"}
COMMUNES, ARRONDISSEMENTS, EPCI = cog()


def membres(siren):
    return [membre["code"] for membre in EPCI[siren]["membres"]]


def depart(couche, fait, decisions, table):
    """(connu_par, epci, communes, arrondissements) d'après le fait ou la ligne de notre table."""
    if couche == "cpts":
        return fait["perimetre"], [], fait["communes"].split(), fait["arrondissements"].split()
    ligne = table.get(decisions.id)
    if ligne and (decisions.a("fusion")):
        connu = "liste" if ligne["source"] == "ars-ara-cls" else ("epci" if ligne["epci"] else "communes")
        return connu, ligne["epci"].split(), ligne["communes"].split(), []
    codes = fait["territoires"].split()
    epci = [code for code in codes if code in EPCI]
    communes = [code for code in codes if code in COMMUNES]
    return {"commune": "communes", "mixte": "epci"}.get(fait["maille"], fait["maille"]), epci, communes, []


def perimetre(couche, fait, decisions, table):
    connu, epci, communes, arrondissements = depart(couche, fait, decisions, table)
    for champ in ("epci", "communes"):
        codes = decisions.valeur("remplace-perimetre", champ)
        if codes is not None:
            connu = champ
            epci, communes = (codes.split(), []) if champ == "epci" else ([], codes.split())
    otees = (decisions.valeur("retire-communes") or "").split()
    if otees:
        toutes = communes + [code for siren in epci for code in membres(siren)]
        assert set(otees) <= set(toutes), decisions.id
        epci, communes = [], [code for code in toutes if code not in otees]
    if decisions.a("partiel"):
        connu = "partiel"
        if couche == "cls":
            epci = (decisions.valeur("partiel", "epci") or "").split()
            communes = (decisions.valeur("partiel", "communes") or "").split()
    if decisions.valeur("non-dessine", "connu_par") == "inconnu":
        connu, epci, communes, arrondissements = "inconnu", [], [], []
    connu = decisions.valeur("perimetre-deduit") or connu
    dessine = (
        connu in ENTIERS
        and decisions.valeur("non-dessine", "dessine") != "non"
        and not decisions.a("hors-carte")
    )
    return connu, sorted(epci), sorted(communes), sorted(arrondissements), dessine


def departements(couche, fait, decisions, connu, codes, arrondissements):
    """Ceux du périmètre quand il est entier, sinon ceux de la décision, sinon ceux du fait."""
    if connu in ENTIERS:
        lus = {COMMUNES[code]["departement"] for code in codes}
        lus |= {ARRONDISSEMENTS[code]["departement"] for code in arrondissements}
        return sorted(lus)
    decides = decisions.valeur("departement")
    if decides is not None:
        return decides.split()
    return sorted(fait.get("departements", "").split())


def main():
    table = {ligne["id"]: ligne for ligne in lignes(f"{TABLES}/cls.csv")}
    contenu, comptes = [], Counter()
    for couche in ("cls", "cpts"):
        for fait, decisions in un_par_id(couche):
            connu, epci, communes, arrondissements, dessine = perimetre(couche, fait, decisions, table)
            codes = set(communes) | {code for siren in epci for code in membres(siren)}
            population = ""
            if connu in ENTIERS:
                population = sum(COMMUNES[code]["population"] for code in codes)
                population += sum(ARRONDISSEMENTS[code]["population"] for code in arrondissements)
            deps = departements(couche, fait, decisions, connu, codes, arrondissements)
            attendus = decisions.valeur("departement")
            if connu in ENTIERS and attendus is not None:
                assert attendus.split() == deps, (decisions.id, attendus, deps)
            if couche == "cpts" and communes:
                entiers = [s for s in EPCI if set(membres(s)) <= codes]
                exact = {c for s in entiers for c in membres(s)} == codes
                epci = sorted(entiers) if exact else []
            contenu.append([
                couche, decisions.id, fait["region"], " ".join(deps), connu, " ".join(epci), " ".join(communes),
                " ".join(arrondissements), "oui" if dessine else "non", population,
            ])
            comptes[couche, connu, "dessine" if dessine else "non dessine"] += 1
    contenu.sort(key=lambda ligne: ligne[:2])
    colonnes = "couche id region departements connu_par epci communes arrondissements dessine population"
    ecrire("perimetres.csv", colonnes.split(), contenu)
    for cle, nombre in sorted(comptes.items()):
        print(*cle, nombre)


if __name__ == "__main__":
    main()
