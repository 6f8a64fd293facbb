//! A result as the list of the search box writes it.

use super::index::{NamedArrondissement, NamedCommune, SearchIndex, Target};
use super::normal::normalized;
use super::ranking::{Match, Suggestion};
use crate::CommuneCode;
use crate::text::typographic;

/// The lines of one result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultRow {
    /// The thing that it leads to.
    pub target: Target,
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
        let target = suggestion.target;
        let row =
            |name: &str, detail: String| ResultRow { target, name: typographic(name), detail };
        match target {
            Target::Commune(index) => {
                let commune = &self.all.communes[index as usize];
                row(&commune.name, self.commune_detail(commune, suggestion.matched, typed, epci))
            }
            Target::Arrondissement(index) => {
                let part = self.arrondissement(index);
                row(part.map_or("", |one| &one.name), kind(target).to_owned())
            }
            other => {
                let named = self.all.others.iter().find(|one| one.target == other);
                row(named.map_or("", |one| &one.name), kind(other).to_owned())
            }
        }
    }

    /// The commune of that index.
    pub fn commune(&self, index: u32) -> Option<&NamedCommune> {
        self.all.communes.get(index as usize)
    }

    /// The municipal arrondissement of that index.
    pub fn arrondissement(&self, index: u32) -> Option<&NamedArrondissement> {
        self.all.arrondissements.get(index as usize)
    }

    /// The commune with that INSEE code.
    pub fn commune_with_code(&self, code: &CommuneCode) -> Option<&NamedCommune> {
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

fn kind(target: Target) -> &'static str {
    match target {
        Target::Commune(_) => "Commune",
        Target::Arrondissement(_) => "Arrondissement municipal",
        Target::Epci(_) => "Intercommunalité",
        Target::Department(_) => "Département",
        Target::Region(_) => "Région",
        Target::Scheme(_) => "Dispositif",
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
    use crate::search::{NamedOther, SearchNames};

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
                magnitude: 0,
            }],
            ..SearchNames::default()
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
        assert_eq!(detail("isere"), "Département");
    }
}
