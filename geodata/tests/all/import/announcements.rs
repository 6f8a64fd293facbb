//! `geodata import faits`: rows from facts and decisions, the same however often it is run.

use crate::{fixtures, scratch};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const CLS: &str = "region,nom,statut,date_signature,debut,fin,generation,maille,territoires,libelles,\
                   axes,source,editeur,remarque,dans_cls_aura\n\
                   53,CLS d'Auray,signe,2024-05,,,2,commune,56007,Auray,soins ; prévention,\
                   https://exemple.fr/auray,ARS Bretagne,durée non lue,\n\
                   84,CLS Lyon,signe,,2020,2023,,commune,69123,Lyon,,https://exemple.fr/lyon,\
                   Ville de Lyon,,\n";
const CPTS: &str = "region,departements,nom,statut,date,precision_date,population_annoncee,\
                    communes_annoncees,communes,arrondissements,perimetre,population_cog,source,\
                    editeur,remarque\n\
                    53,56,CPTS d'Auray,projet,2020-03,mois,90000,,,,inconnu,,\
                    https://exemple.fr/cpts,CPTS d'Auray,,\n";
const FIGURES: &str = "territoire,code,maille,indicateur,valeur,unite,date,source,editeur,remarque\n\
                       Bretagne,53,region,CLS signés,19,contrats,2025,https://exemple.fr/c,ARS,\n";
const HEADER: &str = "region,nom,id,decision,champ,valeur,raison\n";
const CLS_DECISIONS: &str = "53,CLS d'Auray,cls-d-auray,note,reserve,Durée non lue.,r\n\
                             84,CLS Lyon,cls-lyon,fusion,id,cls-lyon,r\n\
                             84,CLS Lyon,cls-lyon,desaccord,statut,liste-cls:actif,r\n";
const CPTS_DECISIONS: &str = "53,CPTS d'Auray,cpts-d-auray,sans-reserve,,,r\n";

/// The facts and the decisions in two folders, and our tables in a third.
struct Folders {
    facts: PathBuf,
    decisions: PathBuf,
    sources: PathBuf,
}

impl Folders {
    fn new(test: &str, cls_decisions: &str) -> Self {
        let [facts, decisions] =
            ["facts", "decisions"].map(|name| scratch::empty_folder(&format!("{test}-{name}")));
        std::fs::write(facts.join("cls-faits.csv"), CLS).unwrap();
        std::fs::write(facts.join("cpts-faits.csv"), CPTS.replace(",,\n", ",\n")).unwrap();
        std::fs::write(facts.join("indicateurs-couverture.csv"), FIGURES).unwrap();
        let write = |name: &str, rows: &str| {
            std::fs::write(decisions.join(name), format!("{HEADER}{rows}")).unwrap();
        };
        write("decisions-cls.csv", cls_decisions);
        write("decisions-cpts.csv", CPTS_DECISIONS);
        Self { facts, decisions, sources: fixtures::overlaid("valid", &format!("{test}-tables")) }
    }

    fn import(&self) -> Output {
        Command::new(env!("CARGO_BIN_EXE_geodata"))
            .args(["import", "faits"])
            .args([
                Path::new("--sources"),
                &self.sources,
                Path::new("--decisions"),
                &self.decisions,
            ])
            .args([Path::new("--contours"), &scratch::crate_folder("contours"), &self.facts])
            .output()
            .unwrap()
    }

    fn tables(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let files = scratch::entries(&self.sources).into_iter();
        files.map(|path| (path.clone(), std::fs::read(path).unwrap())).collect()
    }

    fn row(&self, table: &str, id: &str) -> BTreeMap<String, String> {
        let mut rows = csv::Reader::from_path(self.sources.join(table)).unwrap();
        let mut rows = rows.deserialize::<BTreeMap<String, String>>().map(Result::unwrap);
        rows.find(|row| row.get("id").or(row.get("dispositif")).unwrap() == id).unwrap()
    }
}

#[test]
fn facts_become_rows_and_complete_those_of_lists_however_often() {
    let folders = Folders::new("import-facts", CLS_DECISIONS);
    let output = folders.import();
    assert!(output.status.success(), "{output:?}");
    let auray = folders.row("cls.csv", "cls-d-auray");
    for (column, expected) in [
        ("nom", "CLS d’Auray"),
        ("statut", "signe"),
        ("signature", "2024-05"),
        ("perimetre", "communes"),
        ("axes", "soins | prévention"),
        ("page", "https://exemple.fr/auray"),
        ("reserve", "Durée non lue."),
        ("source", "annonces-2026-11"),
    ] {
        assert_eq!(auray[column], expected, "{column}");
    }
    let lyon = folders.row("cls.csv", "cls-lyon");
    assert_eq!((lyon["source"].as_str(), lyon["fin"].as_str()), ("liste-cls", "2023"));
    let cpts = folders.row("cpts.csv", "cpts-d-auray");
    assert_eq!((cpts["etat_du"].as_str(), cpts["departements"].as_str()), ("2020-03", "56"));
    let figure = folders.row("indicateurs.csv", "publie-53-cls-signes-2025");
    assert_eq!((figure["niveau"].as_str(), figure["valeur"].as_str()), ("region", "19"));
    let once = folders.tables();
    assert!(folders.import().status.success());
    assert!(once == folders.tables(), "the second run changes nothing");
}

#[test]
fn a_fact_without_a_decision_stops_everything() {
    let folders = Folders::new("import-undecided", "");
    let before = folders.tables();
    let output = folders.import();
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("cls-faits.csv, ligne 2, colonne nom"), "{message}");
    assert!(before == folders.tables());
}
