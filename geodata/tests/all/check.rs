//! `geodata check`: everything that is wrong or suspicious, in one run.

use crate::{fixtures, scratch};
use geodata::check::{self, Format, Report};
use geodata::contours::Contours;
use geodata::files::Files;
use geodata::inputs::{Folders, Inputs};
use geodata::problem::Severity;
use geodata::tables::{Atoms, Examined, Tables};
use geodata::territories::Territories;

const TODAY: &str = "2024-06-30";

fn folders(fixture: &str) -> Folders {
    let sources = fixtures::overlaid(fixture, &format!("check-{fixture}"));
    Folders { contours: scratch::crate_folder("contours"), sources, day: None }
}

#[test]
fn what_is_suspicious_is_said_and_stops_nothing() {
    let Report { text, is_sound } =
        check::report(check::problems(&folders("suspicious"), TODAY), Format::Text);
    let path = scratch::crate_folder("fixtures/suspicious/avertissements.txt");
    assert_eq!(text + "\n", std::fs::read_to_string(path).unwrap());
    assert!(is_sound);
}

#[test]
fn a_commune_without_a_contour_is_counted_and_said_and_no_project_is_there() {
    // As it would be in a year when Celles were re-established anew.
    let mut territories = Territories::read(&scratch::crate_folder("contours")).unwrap();
    let celles = territories.communes.iter_mut().find(|one| one.code.as_str() == "15031");
    celles.unwrap().surface_ha = None;
    let folder = fixtures::overlaid("commune-without-contour", "celles-without-contour");
    let Examined { problems, .. } =
        Tables::examine(&Files::of_folder(&folder), &territories, &Atoms::new(&territories), None)
            .unwrap();
    let found: String = problems.iter().map(|problem| format!("{problem}\n")).collect();
    let path = scratch::crate_folder("fixtures/commune-without-contour/avertissements.txt");
    assert_eq!(found, std::fs::read_to_string(path).unwrap());
}

#[test]
fn a_re_established_commune_is_outlined_by_itself_and_may_be_in_any_perimeter() {
    let folders = folders("commune-without-contour");
    let problems = check::problems(&folders, TODAY).unwrap();
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let expected = "cls.csv, ligne 3, colonne communes\u{a0}: «\u{a0}Celles\u{a0}»\u{a0}; à \
                    vérifier\u{a0}: ne touche pas le reste du périmètre, qui est en 2 morceaux";
    assert_eq!(problems, [expected]);
    // Seven communes, in a CPTS, each with its only neighbours of the country around it.
    let header = std::fs::read_to_string(folders.sources.join("cpts.csv")).unwrap();
    let header = header.lines().next().unwrap();
    let cells = header.split([',', ';']).map(|column| match column {
        "id" => "cpts-retablies",
        "nom" => "CPTS des communes rétablies",
        "statut" => "actif",
        "communes" => "14666 15031 15035 15047 15171 85165 85212 15138",
        "source" => "liste-cls",
        _ => "",
    });
    let separator = if header.contains(';') { ";" } else { "," };
    let row = cells.collect::<Vec<_>>().join(separator);
    std::fs::write(folders.sources.join("cpts.csv"), format!("{header}\n{row}\n")).unwrap();
    let inputs = Inputs::read(&folders).unwrap();
    let cpts = inputs.tables.schemes.iter().find(|one| one.id == "cpts-retablies").unwrap();
    for commune in &cpts.perimeter.communes {
        assert!(!inputs.outline([*commune], 0.0).is_empty());
        assert!(inputs.territories.communes[*commune].surface_ha > Some(400.0));
    }
}

#[test]
fn lists_that_were_read_long_ago_are_said() {
    let problems = |today| check::problems(&folders("suspicious"), today).unwrap();
    let old = |today| {
        let mut problems = problems(today).into_iter();
        problems.find(|one| one.file == "sources.csv").map(|one| one.to_string())
    };
    assert_eq!(old("2026-08-31"), None);
    assert_eq!(
        old("2026-11-27").unwrap(),
        "sources.csv, ligne 2, colonne date_releve\u{a0}: «\u{a0}2026-03\u{a0}»\u{a0}; à \
         vérifier\u{a0}: liste relevée il y a 8 mois\u{a0}: en existe-t-il une plus \
         récente\u{a0}?"
    );
}

#[test]
fn a_contract_runs_out_on_the_day_of_the_run() {
    let problems = |today| check::problems(&folders("suspicious"), today).unwrap();
    let past = |today| problems(today).iter().filter(|one| one.column == "fin").count();
    assert_eq!(past("2023-06-30"), 0);
    assert_eq!(past("2023-07-01"), 1);
}

#[test]
fn more_inhabitants_covered_than_there_are_is_suspicious() {
    let contours = Contours::read(&scratch::crate_folder("contours")).unwrap();
    let mut territories = Territories::read(&scratch::crate_folder("contours")).unwrap();
    let warnings = |territories: &Territories| {
        let atoms = Atoms::new(territories);
        let Examined { tables, .. } = Tables::examine(
            &Files::of_folder(scratch::crate_folder("fixtures/valid")),
            territories,
            &atoms,
            None,
        )
        .unwrap();
        let warnings = check::suspicions(&tables, territories, &atoms, &contours, TODAY);
        warnings.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert!(warnings(&territories).is_empty(), "{:?}", warnings(&territories));
    // The populations of the parts of Lyon and of Lyon itself, from two vintages.
    let parts = territories.arrondissements.iter_mut();
    for part in parts.filter(|part| part.commune.as_str() == "69123") {
        part.population = Some(100_000);
    }
    assert_eq!(
        warnings(&territories),
        ["cls.csv, ligne 2, colonne communes\u{a0}: «\u{a0}900000 habitants\u{a0}»\u{a0}; à \
          vérifier\u{a0}: plus que les 519127 de ses communes\u{a0}: la couverture dépasse \
          100\u{a0}% (les populations des arrondissements et des communes ne concordent pas)"]
    );
}

#[test]
fn errors_and_warnings_come_together_by_file_and_line() {
    let problems = check::problems(&folders("several-faults-in-several-files"), TODAY).unwrap();
    assert!(problems.is_sorted());
    assert_eq!(problems.iter().filter(|one| one.severity == Severity::Error).count(), 8);
    let Report { text: json, is_sound } = check::report(Ok(problems), Format::Json);
    let array: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(!is_sound && array.as_array().unwrap().len() >= 8);
    assert_eq!(array[0]["file"], "cls.csv");
    assert_eq!(array[0]["level"], "erreur");
}

#[test]
fn missing_tables_are_told_together_with_all_other_problems() {
    let folders = folders("several-faults-in-several-files");
    for name in ["lieux.csv", "cpts.csv"] {
        std::fs::remove_file(folders.sources.join(name)).unwrap();
    }
    let problems = check::problems(&folders, TODAY).unwrap();
    let missing: Vec<&str> = problems
        .iter()
        .filter(|one| one.value == "fichier introuvable")
        .map(|one| one.file.as_str())
        .collect();
    assert_eq!(missing, ["cpts.csv", "lieux.csv"]);
    let of = |file: &str| problems.iter().filter(|one| one.file == file).count();
    assert!(of("cls.csv") > 0 && of("projets.csv") > 0 && of("sources.csv") > 0, "{problems:?}");
}

#[test]
fn the_real_tables_have_no_error() {
    let folders = Folders {
        contours: scratch::crate_folder("contours"),
        sources: scratch::crate_folder("sources"),
        day: None,
    };
    let problems = check::problems(&folders, TODAY).unwrap();
    let errors: Vec<_> = problems.iter().filter(|one| one.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
}
