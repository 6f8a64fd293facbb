//! The names and folders of subjects: no two pages have the same title.

use map::text::typographic;
use map::{Address, Model, Records, Subject, Territory};
use std::collections::HashMap;

/// The name of each subject with a page, told apart where two have one.
pub(super) struct Names(HashMap<Subject, String>);

impl Names {
    /// The names of all subjects: with their department where two have one name, and with their
    /// identifier where that is not enough.
    pub(super) fn new(records: &Records, model: &Model) -> Self {
        let subjects: Vec<Subject> = records.subjects().collect();
        let plain = subjects.iter().map(|subject| typographic(records.name_of(subject))).collect();
        let with_department = distinguished(&subjects, plain, |subject, name| {
            let department = department(records, model, subject)?;
            Some(format!("{name} ({})", typographic(&records.file.departments[department].nom)))
        });
        let names = distinguished(&subjects, with_department, |subject, name| {
            let folder = address(records, subject);
            let id = folder.trim_end_matches('/').rsplit('/').next()?.to_owned();
            Some(format!("{name}, {id}"))
        });
        Self(subjects.into_iter().zip(names).collect())
    }

    /// The name of a subject.
    pub(super) fn of(&self, subject: &Subject) -> String {
        self.0.get(subject).cloned().unwrap_or_default()
    }
}

/// The names, those that several have changed by `change`.
fn distinguished(
    subjects: &[Subject],
    names: Vec<String>,
    change: impl Fn(&Subject, &str) -> Option<String>,
) -> Vec<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for name in &names {
        *counts.entry(name.clone()).or_default() += 1;
    }
    let named = |(subject, name): (&Subject, String)| match counts[&name] {
        1 => name,
        _ => change(subject, &name).unwrap_or(name),
    };
    subjects.iter().zip(names).map(named).collect()
}

fn department(records: &Records, model: &Model, subject: &Subject) -> Option<usize> {
    records.extent(subject).first().and_then(|&territory| match territory {
        Territory::Department(index) => Some(index),
        other => model.department_of(other),
    })
}

/// The address of the page of a subject, relative to the site.
pub(super) fn address(records: &Records, subject: &Subject) -> String {
    Address { subject: records.key_of(subject), ..Address::default() }.relative_url()
}
