#!/usr/bin/env python3
"""Le statut de chaque fait au jour de référence : la règle, à reprendre telle quelle dans le code.

Statuts : actif, en_preparation, etat_ancien, echu, non_etabli.
- presume = oui : actif par la seule règle des cinq ans.
- etat_ancien : préparation vue il y a plus de trois ans ; se dit « état de 2021 », ne compte pas.
- non_etabli : il existe, rien ne dit s'il court.

Une date imprécise est un intervalle : « 2024-03 » va du 1er au 31 mars 2024. Un fait n'est tenu pour récent que si le
premier jour possible l'est ; une échéance n'est passée que si le dernier jour possible l'est, à venir que si le premier
l'est ; entre les deux, elle n'est pas établie.
"""

import calendar
from collections import Counter
from datetime import date

from lire import ecrire, un_par_id

JOUR = date(2026, 11, 27)  # le jour que dit la page, écrit dans les sources, jamais l'horloge
ANS_PRESUME = 5  # signé depuis moins de cinq ans, sans échéance connue : actif présumé
ANS_PREPARATION = 3  # une préparation plus ancienne est un état passé
CLS_PREPARATION_VIEILLIT = True  # la règle des trois ans vaut aussi pour les CLS (sans elle : en_preparation)
PREPARATION_CLS = {"elaboration", "charte"}
PREPARATION_CPTS = {"projet", "lettre-intention"}


def premier_jour(texte):
    annee, mois, jour = (texte.split("-") + ["01", "01"])[:3]
    return date(int(annee), int(mois), int(jour))


def dernier_jour(texte):
    parties = [int(partie) for partie in texte.split("-")]
    annee = parties[0]
    mois = parties[1] if len(parties) > 1 else 12
    jour = parties[2] if len(parties) > 2 else calendar.monthrange(annee, mois)[1]
    return date(annee, mois, jour)


def il_y_a(ans):
    return JOUR.replace(year=JOUR.year - ans)


def valeur(fait, decisions, champ):
    """La valeur d'un champ : celle de la décision `date` s'il y en a une (même vide), sinon celle du fait."""
    decidee = decisions.valeur("date", champ)
    return fait.get(champ, "") if decidee is None else decidee


def preparation(couche, etat):
    if not etat:
        return "en_preparation", "non", "en préparation, état non daté"
    vieillit = couche == "cpts" or CLS_PREPARATION_VIEILLIT
    if vieillit and premier_jour(etat) < il_y_a(ANS_PREPARATION):
        return "etat_ancien", "non", f"état de {etat[:4]}, de plus de trois ans : non compté"
    return "en_preparation", "non", f"en préparation, état du {etat}"


def statut_cls(fait, decisions):
    etat = valeur(fait, decisions, "etat")
    impose = decisions.valeur("statut")
    if impose == "en_preparation" or (not impose and fait["statut"] in PREPARATION_CLS):
        return preparation("cls", etat)
    if impose:
        return impose, "non", "décision : " + decisions.raison("statut")
    fin = valeur(fait, decisions, "fin")
    if fait["statut"] == "echu":
        deduite = decisions.a("echeance-deduite")
        return "echu", "non", "échu, échéance déduite" if deduite else f"échu : fin {fin or 'dite par le fait'}"
    if fin and dernier_jour(fin) < JOUR:
        return "echu", "non", f"échu : fin {fin}"
    if fin and premier_jour(fin) > JOUR:
        return "actif", "non", f"fin connue, à venir : {fin}"
    if fin:
        return "non_etabli", "non", f"échéance en {fin} sans jour : peut être échu"
    # Sans échéance : la signature, au plus tôt où elle a pu être faite.
    entre = decisions.valeur("date", "signature_entre")
    signature = entre.split("/")[0] if entre else valeur(fait, decisions, "date_signature") or valeur(fait, decisions, "debut")
    dit = f"signé en {signature} au plus tôt" if entre else f"signé ou commencé : {signature}"
    if signature and premier_jour(signature) >= il_y_a(ANS_PRESUME):
        return "actif", "oui", f"{dit}, sans échéance connue : moins de cinq ans"
    if signature:
        return "non_etabli", "non", f"{dit}, sans échéance connue : cinq ans ou plus"
    return "non_etabli", "non", "existe, sans date de signature ni d’échéance"


def statut_cpts(fait, decisions):
    etat = decisions.valeur("date", "etat") or fait["date"]
    impose = decisions.valeur("statut")
    if impose == "en_preparation" or (not impose and fait["statut"] in PREPARATION_CPTS):
        return preparation("cpts", etat)
    if impose:
        return impose, "non", "décision : " + decisions.raison("statut")
    if fait["statut"] == "aci-signe":
        return "actif", "non", "ACI signé" + (f" ({fait['date']})" if fait["date"] else ", date non lue")
    return "non_etabli", "non", "existe ; le fait ne dit pas de contrat"


def main():
    contenu, comptes = [], Counter()
    for couche, statut in (("cls", statut_cls), ("cpts", statut_cpts)):
        for fait, decisions in un_par_id(couche):
            resultat = statut(fait, decisions)
            attendu = decisions.valeur("validite")
            obtenu = "actif-presume" if resultat[1] == "oui" else resultat[0]
            assert attendu in (None, obtenu), (decisions.id, attendu, obtenu)
            contenu.append([couche, decisions.id, *resultat])
            comptes[couche, resultat[0], resultat[1]] += 1
    contenu.sort(key=lambda ligne: ligne[:2])
    ecrire("statuts.csv", ["couche", "id", "statut", "presume", "raison"], contenu)
    for cle, nombre in sorted(comptes.items()):
        print(*cle, nombre)


if __name__ == "__main__":
    main()
