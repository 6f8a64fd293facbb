//! The schemes that announcements name, against the results that the decisions promise; and the
//! README’s table of what is known.

use super::committed::{INPUTS, manifest};
use crate::scratch;
use geodata::tables::Scheme;
use map::served::{Documentation, RegionDegree, Source};
use map::{Degree, Layer, Status};
use std::collections::{BTreeMap, BTreeSet, HashMap};

type Record = HashMap<String, String>;

fn table(folder: &str, name: &str) -> Vec<Record> {
    let path = scratch::crate_folder(folder).join(name);
    csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect()
}

fn scheme(id: &str) -> &'static Scheme {
    INPUTS.tables.schemes.iter().find(|one| one.id == id).unwrap_or_else(|| panic!("{id}"))
}

fn codes(text: &str) -> BTreeSet<&str> {
    text.split_whitespace().collect()
}

#[test]
fn every_status_is_the_one_that_the_rules_give() {
    let expected = table("faits", "statuts.csv");
    assert_eq!(expected.len(), 544);
    for row in expected {
        let status = if row["presume"] == "oui" { "presume" } else { &row["statut"] };
        assert_eq!(scheme(&row["id"]).status.code(), status, "{}", row["id"]);
    }
}

#[test]
fn every_perimeter_is_the_one_that_the_decisions_give() {
    let expected = table("faits", "perimetres.csv");
    assert_eq!(expected.len(), 544);
    let communes = &INPUTS.territories.communes;
    // Saint-Martin is off the map, and its commune in no table.
    for row in expected.iter().filter(|row| row["region"] != "978") {
        let (scheme, id) = (scheme(&row["id"]), &row["id"]);
        let known = scheme.details.known_by.map_or("", map::served::KnownBy::code);
        assert_eq!(known, row["connu_par"], "{id}");
        assert_eq!(scheme.is_drawn(), row["dessine"] == "oui", "{id}");
        let given = scheme.given_perimeter();
        let parts: BTreeSet<&str> =
            given.arrondissements.iter().map(map::CommuneCode::as_str).collect();
        assert_eq!(parts, codes(&row["arrondissements"]), "{id}");
        let members = |epci: &str| {
            let inside = communes
                .iter()
                .filter(move |one| one.epci.as_ref().is_some_and(|code| code.as_str() == epci));
            inside.map(|one| one.code.as_str()).collect::<Vec<_>>()
        };
        let cities: BTreeSet<&str> = INPUTS
            .territories
            .arrondissements
            .iter()
            .filter(|one| parts.contains(one.code.as_str()))
            .map(|one| one.commune.as_str())
            .collect();
        let mut wanted = codes(&row["communes"]);
        wanted.extend(codes(&row["epci"]).into_iter().flat_map(members));
        let found: BTreeSet<&str> = given
            .communes
            .iter()
            .map(|&index| communes[index].code.as_str())
            .filter(|code| !cities.contains(code))
            .collect();
        assert_eq!(found, wanted, "{id}");
        if !scheme.details.has_whole_perimeter() {
            let departments: BTreeSet<&str> =
                scheme.details.departments.iter().map(map::DepartmentCode::as_str).collect();
            assert_eq!(departments, codes(&row["departements"]), "{id}");
        }
    }
}

#[test]
fn the_totals_are_those_of_the_decisions() {
    let count = |layer| {
        let mut counts: BTreeMap<Status, usize> = BTreeMap::new();
        for one in INPUTS.tables.schemes.iter().filter(|one| one.layer == layer) {
            *counts.entry(one.status).or_default() += 1;
        }
        counts.into_iter().collect::<Vec<_>>()
    };
    assert_eq!(
        count(Layer::Cls),
        [
            (Status::Active, 98),
            (Status::Presumed, 32),
            (Status::InPreparation, 32),
            (Status::NotEstablished, 108),
            (Status::Unknown, 2),
            (Status::Expired, 86),
            (Status::FormerState, 10),
        ]
    );
    assert_eq!(
        count(Layer::Cpts),
        [
            (Status::Active, 93),
            (Status::InPreparation, 9),
            (Status::NotEstablished, 85),
            (Status::Unknown, 70),
            (Status::FormerState, 21),
        ]
    );
}

/// The rows of our tables, by identifier and, of statements, by scheme.
struct Committed {
    schemes: HashMap<String, Record>,
    statements: Vec<Record>,
    mentions: Vec<Record>,
}

impl Committed {
    fn states(&self, scheme: &str, field: &str, stated: &str) -> bool {
        let (source, value) = stated.split_once(':').unwrap_or((stated, ""));
        self.statements.iter().any(|one| {
            one["dispositif"] == scheme
                && one["champ"] == field
                && one["source"] == source
                && (value.is_empty() || one["valeur"] == value)
        })
    }
}

/// A row of ours, with the decision on it.
struct Decided<'a> {
    row: &'a Record,
    decision: &'a Record,
}

impl<'a> Decided<'a> {
    fn cell(&self, column: &str) -> &'a str {
        self.row.get(column).map(String::as_str).unwrap_or_default()
    }

    fn value(&self) -> &'a str {
        &self.decision["valeur"]
    }

    /// The column of ours that the decision names.
    fn column(&self) -> &'a str {
        match self.decision["champ"].as_str() {
            "date" if self.cell("signature").is_empty() => "etat_du",
            "date_signature" | "date" => "signature",
            "etat" => "etat_du",
            "connu_par" => "perimetre",
            other => other,
        }
    }

    fn is_same(&self, column: &str) -> bool {
        codes(self.cell(column)) == codes(self.value())
    }

    fn is_deduced(&self) -> bool {
        let (field, deduced) = (self.column(), codes(self.cell("deduit")));
        let mut parts = self.value().split_whitespace().peekable();
        match parts.peek() {
            None => deduced.contains(field),
            Some(_) => parts.all(|part| deduced.contains(format!("{field}:{part}").as_str())),
        }
    }

    /// Whether the perimeter follows the decision; none for one that is not on it.
    fn perimeter_follows(&self) -> Option<bool> {
        let is_part = matches!(self.cell("perimetre"), "partiel" | "inconnu");
        Some(match self.decision["decision"].as_str() {
            "retire-communes" => {
                let kept = codes(self.cell("communes"));
                let is_disjoint = codes(self.value()).is_disjoint(&kept);
                self.cell("epci").is_empty() && is_disjoint && kept.len() > 1
            }
            "remplace-perimetre" => self.is_same(self.column()),
            "partiel" => {
                let listed = codes(self.cell(self.column()));
                self.cell("perimetre") == "partiel" && codes(self.value()).is_subset(&listed)
            }
            "infra-communal" => self.is_same("en_partie"),
            "arrondissements" => self.is_same("arrondissements"),
            "commune-fusionnee" => self.cell("note").contains("plus étendue"),
            "departement" if is_part => self.is_same("departements"),
            "departement" => self.cell("departements").is_empty(),
            "hors-carte" => self.cell("region") == self.value(),
            _ => return None,
        })
    }
}

/// Whether a decision with an effect changed the field that it names; none for one without effect.
fn has_changed(decision: &Record, all: &Committed) -> Option<bool> {
    let id = &decision["id"];
    let decided = Decided { row: &all.schemes[id], decision };
    let (value, cell) = (decided.value(), |column| decided.cell(column));
    Some(match decision["decision"].as_str() {
        "note" => cell("reserve").contains(value),
        "fusion" => !cell("page").is_empty() && id == value,
        "rapprochement" => cell("voir") == value,
        "suite" => cell("suite") == value,
        // « État ancien » is what a preparation becomes with time.
        "statut" if value == "etat_ancien" => scheme(id).status == Status::FormerState,
        "statut" | "date" | "perimetre-deduit" | "non-dessine" => cell(decided.column()) == value,
        "deduit" => decided.is_deduced(),
        "echeance-deduite" => codes(cell("deduit")).contains("statut") && cell("fin").is_empty(),
        "echeance-imprecise" => cell("fin") == "2026",
        "etat-non-date" => cell("etat_du").is_empty() && cell("statut") == "en_preparation",
        "desaccord" => all.states(id, &decision["champ"], value),
        "hors-liste" => all.states(id, "liste", value),
        "siege" => cell("finess") == value && !cell("siege_lon").is_empty(),
        "adresse" => cell("page") == value,
        "seconde-source" => cell("seconde_page") == value,
        "mention" => {
            let names: BTreeSet<&str> =
                all.mentions.iter().map(|one| one["nom"].as_str()).collect();
            value.split(" | ").all(|name| names.contains(name))
        }
        _ => return decided.perimeter_follows(),
    })
}

#[test]
fn every_decision_with_an_effect_changed_the_field_that_it_names() {
    let rows = ["cls.csv", "cpts.csv"].map(|name| table("sources", name));
    let schemes = rows.into_iter().flatten().map(|row| (row["id"].clone(), row));
    let all = Committed {
        schemes: schemes.collect(),
        statements: table("sources", "complements.csv"),
        mentions: table("sources", "mentions.csv"),
    };
    let decisions = ["decisions-cls.csv", "decisions-cpts.csv"].map(|name| table("faits", name));
    let (mut checked, mut without) = (0, BTreeSet::new());
    for decision in decisions.iter().flatten() {
        match has_changed(decision, &all) {
            Some(has_changed) => assert!(has_changed, "{decision:?}"),
            None => _ = without.insert(decision["decision"].as_str()),
        }
        checked += 1;
    }
    assert!(checked > 1_400, "{checked}");
    let none = [
        "distinct",
        "ecart-communes",
        "ecart-population",
        "sans-effet",
        "sans-reserve",
        "validite",
    ];
    assert_eq!(without, none.into(), "the decisions of the closed list that change nothing");
}

#[test]
fn dreux_is_outside_the_contract_of_its_agglomeration() {
    let indices = INPUTS.territories.commune_indices();
    let contract = scheme("cls-du-pays-de-dreux-communes-rurales");
    assert!(!contract.perimeter.communes.contains(&indices["28134"]));
    assert_eq!(contract.perimeter.communes.len(), 79);
}

#[test]
fn the_thirteenth_of_marseille_is_in_actes_sante_or_another_one_but_not_in_two() {
    let cpts = INPUTS.tables.schemes.iter().filter(|one| one.layer == Layer::Cpts);
    let around = cpts
        .filter(|one| one.perimeter.arrondissements.iter().any(|part| part.as_str() == "13213"));
    assert_eq!(around.count(), 1);
}

// The README’s table of what is known of each layer in each region.

const START: &str = "<!-- what is known: written from the tables, checked by a test -->\n";
const END: &str = "<!-- end of what is known -->";

fn list_of(source: &Source) -> String {
    let date = source.date.as_deref().map_or_else(|| "undated".to_owned(), ToOwned::to_owned);
    let read = source.date_releve.as_deref().map(|read| format!(", read {read}"));
    format!("{}, {date}{}", source.editeur, read.unwrap_or_default())
}

fn known_cell(known: Option<&RegionDegree>) -> String {
    let Some(known) = known else { return "–".to_owned() };
    let RegionDegree { dispositifs, avec_perimetre, .. } = known;
    let without = match dispositifs - avec_perimetre {
        0 => String::new(),
        without => format!(", {without} without perimeter"),
    };
    if known.degre == Degree::Facts {
        let noun = if *dispositifs == 1 { "fact" } else { "facts" };
        return format!("{dispositifs} {noun}{without}");
    }
    let documentation = &INPUTS.tables.documentation;
    let is_it = |one: &&Documentation| one.couche == known.couche && one.region == known.region;
    let source = documentation.iter().find(is_it).map(|one| &INPUTS.tables.sources[&one.source]);
    format!("**list** ({}): {dispositifs}{without}", list_of(source.unwrap()))
}

fn known_table() -> String {
    let degrees = manifest().degres;
    let mut lines = vec![
        "| region | CLS | CPTS | « CNR Santé » projects |".to_owned(),
        "| --- | --- | --- | --- |".to_owned(),
    ];
    for region in &INPUTS.territories.regions {
        let cells = Layer::ALL.map(|layer| {
            known_cell(degrees.iter().find(|one| one.couche == layer && one.region == region.code))
        });
        lines.push(format!("| {} | {} |", region.nom.replace('\'', "’"), cells.join(" | ")));
    }
    lines.join("\n") + "\n"
}

#[test]
fn the_readme_says_what_the_tables_know_of_each_region() {
    let readme = std::fs::read_to_string(scratch::crate_folder("../README.md")).unwrap();
    let (_, rest) = readme.split_once(START).expect("the table has its first marker");
    let (found, _) = rest.split_once(END).expect("the table has its last marker");
    let expected = known_table();
    assert!(found == expected, "put this between the markers of README.md:\n{expected}");
}
