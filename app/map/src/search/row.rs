//! A result as the list of the search box writes it.

use super::index::{NamedCommune, SearchIndex, Target};
use super::normal::normalized;
use super::ranking::{Match, Suggestion};
use crate::text::typographic;
use crate::{CommuneCode, Subject, Territory};

/// The lines of one result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultRow {
    /// Its name.
    pub name: String,
    /// Its kind, or its postal code and the territories that it lies in, between middle dots.
    pub detail: String,
}

impl SearchIndex {
    /// A suggestion for the text that was typed, in words. `epci` names the intercommunality of an
    /// index.
    pub fn row(
        &self,
        suggestion: &Suggestion,
        typed: &str,
        epci: impl Fn(u32) -> Option<String>,
    ) -> ResultRow {
        let row = |name: &str, detail| ResultRow { name: typographic(name), detail };
        match suggestion.target {
            Target::Commune(index) => {
                let commune = &self.all.communes[index as usize];
                row(&commune.name, self.commune_detail(commune, suggestion.matched, typed, epci))
            }
            Target::Arrondissement(index) => {
                let part = &self.all.arrondissements[index as usize];
                row(&part.name, format!("{} · Arrondissement municipal", part.postal_code()))
            }
            other => {
                let named = self.all.others.iter().find(|one| one.target == other);
                let (name, detail) =
                    named.map_or(("", ""), |one| (one.name.as_str(), one.detail.as_str()));
                row(name, detail.to_owned())
            }
        }
    }

    /// The subject to which a result leads; none for an index that leads nowhere.
    pub fn subject(&self, target: Target) -> Option<Subject> {
        Some(match target {
            Target::Commune(index) => {
                let commune = self.all.communes.get(index as usize)?;
                Subject::Commune { within: around(commune), code: commune.code.clone() }
            }
            Target::Arrondissement(index) => {
                let part = self.all.arrondissements.get(index as usize)?;
                let whole = self.commune_with_code(&part.commune)?;
                Subject::Commune { within: around(whole), code: part.code.clone() }
            }
            Target::Epci(index) => Territory::Epci(index as usize).into(),
            Target::Department(index) => Territory::Department(index as usize).into(),
            Target::Region(index) => Territory::Region(index as usize).into(),
            Target::Scheme(index) => Subject::Scheme(index),
        })
    }

    fn commune_with_code(&self, code: &CommuneCode) -> Option<&NamedCommune> {
        let found = self.all.communes.binary_search_by(|one| one.code.cmp(code)).ok()?;
        self.all.communes.get(found)
    }

    /// « 38400 · Isère · Grenoble-Alpes-Métropole », with the former name or the INSEE code that was typed.
    fn commune_detail(
        &self,
        commune: &NamedCommune,
        matched: Match,
        typed: &str,
        epci: impl Fn(u32) -> Option<String>,
    ) -> String {
        let department = self.all.departments.get(commune.department as usize);
        let is_former = matches!(matched, Match::FormerName | Match::FormerBeginning);
        let text = normalized(typed);
        let former = commune.former_names.iter().find(|name| normalized(name).starts_with(&text));
        let is_insee = matched == Match::Code && text.eq_ignore_ascii_case(commune.code.as_str());
        let parts = [
            former.filter(|_| is_former).map(|name| format!("anciennement {}", typographic(name))),
            is_insee.then(|| format!("code Insee\u{a0}{}", commune.code)),
            Some(postal_code(commune, &text)).filter(|code| !code.is_empty()),
            department.map(|(_, name)| typographic(name)),
            commune.epci.and_then(epci),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

/// The postal code that was typed, or the first one; « et 3 autres » where there are more.
fn postal_code(commune: &NamedCommune, typed: &str) -> String {
    let codes: Vec<&str> = commune.postal_codes.split(' ').collect();
    let of_text = codes.iter().find(|code| typed.len() > 1 && code.starts_with(typed));
    let shown = of_text.or(codes.first()).copied().unwrap_or_default();
    match codes.len() {
        0 | 1 => shown.to_owned(),
        2 => format!("{shown} et un autre"),
        all => format!("{shown} et {} autres", all - 1),
    }
}

/// The intercommunality of a commune; its department for an island without one.
fn around(commune: &NamedCommune) -> Territory {
    match commune.epci {
        Some(epci) => Territory::Epci(epci as usize),
        None => Territory::Department(commune.department as usize),
    }
}

/// The number of results, to be read aloud.
pub fn results_found(count: usize) -> String {
    match count {
        0 => "Aucun résultat".to_owned(),
        1 => "1 résultat".to_owned(),
        count => format!("{count} résultats, flèches pour choisir"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::DepartmentCode;
    use crate::search::{NamedArrondissement, NamedOther, SearchNames};

    fn index() -> SearchIndex {
        let commune = |code: &str, name: &str, postal: &str, former: &[&str]| NamedCommune {
            code: CommuneCode::new(code).unwrap(),
            name: name.to_owned(),
            department: 0,
            epci: (code != "38001").then_some(4),
            magnitude: 1,
            postal_codes: postal.to_owned(),
            former_names: former.iter().map(|&name| name.to_owned()).collect(),
        };
        SearchIndex::new(SearchNames {
            communes: vec![
                commune("38001", "Les Abrets en Dauphiné", "38490", &["Fitilieu"]),
                commune("38185", "Grenoble", "38000 38100", &[]),
                commune("38421", "Saint-Martin-d'Hères", "38400", &[]),
            ],
            departments: vec![(DepartmentCode::new("38").unwrap(), "Isère".to_owned())],
            others: vec![NamedOther {
                target: Target::Department(0),
                name: "Isère".to_owned(),
                detail: "Département 38".to_owned(),
                magnitude: 0,
            }],
            arrondissements: vec![NamedArrondissement {
                code: CommuneCode::new("69383").unwrap(),
                name: "Lyon 3e Arrondissement".to_owned(),
                commune: CommuneCode::new("38001").unwrap(),
                magnitude: 17,
            }],
        })
    }

    fn detail(typed: &str) -> String {
        let index = index();
        let epci = |_| Some("Grenoble-Alpes-Métropole".to_owned());
        index.row(&index.find(typed, 1)[0], typed, epci).detail
    }

    #[test]
    fn a_commune_is_told_apart_by_postal_code_department_and_intercommunality() {
        assert_eq!(detail("st martin"), "38400 · Isère · Grenoble-Alpes-Métropole");
        assert_eq!(detail("grenoble"), "38000 et un autre · Isère · Grenoble-Alpes-Métropole");
        assert_eq!(detail("38100"), "38100 et un autre · Isère · Grenoble-Alpes-Métropole");
    }

    #[test]
    fn a_former_name_and_an_insee_code_say_why_a_commune_is_found() {
        assert_eq!(detail("fitil"), "anciennement Fitilieu · 38490 · Isère");
        assert!(detail("38421").starts_with("code Insee\u{a0}38421 · 38400"));
        assert_eq!(detail("isere"), "Département 38");
    }

    #[test]
    fn an_arrondissement_is_found_by_its_name_and_both_of_its_codes() {
        for text in ["lyon 3", "69003", "69383"] {
            assert_eq!(detail(text), "69003 · Arrondissement municipal", "{text}");
        }
    }

    #[test]
    fn a_result_leads_to_a_commune_in_its_intercommunality_or_on_an_island_in_its_department() {
        let index = index();
        let subject = |at| index.subject(Target::Commune(at)).unwrap();
        let commune =
            |within, code: &str| Subject::Commune { within, code: CommuneCode::new(code).unwrap() };
        assert_eq!(subject(0), commune(Territory::Department(0), "38001"));
        assert_eq!(subject(1), commune(Territory::Epci(4), "38185"));
        let part = index.subject(Target::Arrondissement(0)).unwrap();
        assert_eq!(part, commune(Territory::Department(0), "69383"));
        assert_eq!(index.subject(Target::Commune(3)), None);
    }
}
