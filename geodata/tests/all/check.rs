//! `geodata check`: everything that is wrong or suspicious, in one run.

use crate::{fixtures, scratch};
use geodata::build::Inputs;
use geodata::check::{self, Format};
use geodata::problem::Level;

const TODAY: &str = "2024-06-30";

fn inputs(fixture: &str) -> Inputs {
    let sources = fixtures::overlaid(fixture, &format!("check-{fixture}"));
    Inputs { contours: scratch::crate_folder("contours"), sources }
}

#[test]
fn what_is_suspicious_is_said_and_stops_nothing() {
    let (text, is_sound) =
        check::report(check::problems(&inputs("suspicious"), TODAY), Format::Text);
    let path = scratch::crate_folder("fixtures/suspicious/avertissements.txt");
    assert_eq!(text + "\n", std::fs::read_to_string(path).unwrap());
    assert!(is_sound);
}

#[test]
fn a_contract_runs_out_on_the_day_of_the_run() {
    let problems = |today| check::problems(&inputs("suspicious"), today).unwrap();
    let past = |today| problems(today).iter().filter(|one| one.column == "fin").count();
    assert_eq!(past("2023-06-30"), 0);
    assert_eq!(past("2023-07-01"), 1);
}

#[test]
fn errors_and_warnings_come_together_by_file_and_line() {
    let problems = check::problems(&inputs("several-faults-in-several-files"), TODAY).unwrap();
    assert!(problems.is_sorted());
    assert_eq!(problems.iter().filter(|one| one.level == Level::Error).count(), 8);
    let (json, is_sound) = check::report(Ok(problems), Format::Json);
    let array: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(!is_sound && array.as_array().unwrap().len() >= 8);
    assert_eq!(array[0]["file"], "cls.csv");
    assert_eq!(array[0]["level"], "erreur");
}

#[test]
fn the_real_tables_have_no_error() {
    let inputs = Inputs {
        contours: scratch::crate_folder("contours"),
        sources: scratch::crate_folder("sources"),
    };
    let problems = check::problems(&inputs, TODAY).unwrap();
    let errors: Vec<_> = problems.iter().filter(|one| one.level == Level::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
}
