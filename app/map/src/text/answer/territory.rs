//! The answer for a territory above communes, in one sentence.

use super::commune::absence;
use crate::text::french::{Gender, enumerated};
use crate::text::{count, number, share, typographic};
use crate::{Class, CoverageByClass, Degree, Layer};

/// One layer in a territory.
#[derive(Clone, Copy, Debug)]
pub struct LayerOfTerritory<'a> {
    /// CLS or CPTS.
    pub layer: Layer,
    /// How well it is known in the region; none where nothing is.
    pub degree: Option<Degree>,
    /// The number of schemes that touch the territory.
    pub schemes: u32,
    /// The coverage by class; none where nothing is known.
    pub coverage: Option<&'a CoverageByClass>,
}

/// The labelled projects of a territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectsOfTerritory {
    /// No list is known.
    NotDocumented,
    /// Of a department or a region: those of the list.
    Listed(u32),
    /// Of an intercommunality: those that name one of its communes, and the others of its departments.
    Near {
        /// In a commune of the territory.
        here: u32,
        /// In the department, elsewhere or throughout.
        department: u32,
    },
}

/// « Isère : 16 CLS, 53 % de la population dans un CLS actif ; les CPTS n’y sont pas documentées ;
/// 1 projet labellisé. »
pub fn territory_answer(
    name: &str,
    population: u32,
    layers: &[LayerOfTerritory],
    projects: ProjectsOfTerritory,
) -> String {
    let layers = layers.iter().map(|one| clause(one, population));
    let clauses: Vec<String> = layers.chain([projects_clause(projects)]).collect();
    format!("{}\u{a0}: {}.", typographic(name), clauses.join("\u{a0}; "))
}

fn clause(one: &LayerOfTerritory, population: u32) -> String {
    let known = one.degree.or(one.coverage.map(|_| Degree::List));
    if one.schemes == 0 {
        return absence(one.layer, known);
    }
    let title = one.layer.short_title();
    let schemes = format!("{}\u{a0}{title}", number(one.schemes));
    let (bound, at_least) = match known {
        Some(Degree::List) => ("", ""),
        _ => ("au moins ", "au moins "),
    };
    let covered = one.coverage.and_then(|classes| covered(one.layer, classes, population));
    let covered = covered.map(|text| match text.starts_with("toute") {
        true => format!(", {text}"),
        false => format!(", {at_least}{text}"),
    });
    let covered = covered.unwrap_or_default();
    format!("{bound}{schemes}{covered}")
}

/// The share of the population in schemes in force; in those of the most frequent other status where
/// none is.
fn covered(layer: Layer, classes: &CoverageByClass, population: u32) -> Option<String> {
    let people = |wanted: &[Class]| -> u32 {
        wanted.iter().filter_map(|class| classes.get(class)).map(|one| one.population).sum()
    };
    let in_a = Gender::of(layer).pick("dans un", "dans une");
    let title = layer.short_title();
    let of = |people: u32, state: &str| {
        let share = share(people, population);
        let all = share == "100\u{a0}%";
        let who = if all {
            "toute la population".to_owned()
        } else {
            format!("{share} de la population")
        };
        format!("{who} {in_a} {title} {state}")
    };
    let gender = Gender::of(layer);
    let (active, presumed) = (people(&[Class::Active]), people(&[Class::Presumed]));
    if active + presumed > 0 {
        let words = match (active, presumed) {
            (_, 0) => gender.pick("actif", "active").to_owned(),
            (0, _) => gender.pick("présumé actif", "présumée active").to_owned(),
            _ => gender.pick("actif ou présumé actif", "active ou présumée active").to_owned(),
        };
        return Some(of(active + presumed, &words));
    }
    let others = [
        (Class::Unknown, "de statut non précisé"),
        (Class::InPreparation, "en préparation"),
        (Class::NotEstablished, "de statut non établi"),
        (Class::Expired, gender.pick("échu", "échue")),
    ];
    let most = others.iter().max_by_key(|(class, _)| people(&[*class]))?;
    let most_people = people(&[most.0]);
    (most_people > 0).then(|| of(most_people, most.1))
}

fn projects_clause(projects: ProjectsOfTerritory) -> String {
    let labelled = |all| count(all, "projet labellisé", "projets labellisés");
    match projects {
        ProjectsOfTerritory::NotDocumented => {
            "les projets labellisés n’y sont pas documentés".to_owned()
        }
        ProjectsOfTerritory::Listed(0) => "aucun projet labellisé".to_owned(),
        ProjectsOfTerritory::Listed(all) => labelled(all),
        ProjectsOfTerritory::Near { here, department } => {
            let mut parts = vec![match here {
                0 => "aucun projet labellisé n’y est situé".to_owned(),
                here => format!("{} ici", labelled(here)),
            }];
            if department > 0 {
                parts.push(format!("{}\u{a0}dans son département", number(department)));
            }
            enumerated(&parts).replace(" et ", ", ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Amount;

    fn amount(population: u32) -> Amount {
        Amount { communes: 1, population, ..Amount::default() }
    }

    fn answer(layers: &[LayerOfTerritory], projects: ProjectsOfTerritory) -> String {
        territory_answer("Val-d'Isère", 1000, layers, projects).replace('\u{a0}', " ")
    }

    fn layer(
        layer: Layer,
        degree: Option<Degree>,
        schemes: u32,
        coverage: Option<&CoverageByClass>,
    ) -> LayerOfTerritory<'_> {
        LayerOfTerritory { layer, degree, schemes, coverage }
    }

    #[test]
    fn a_territory_is_told_by_its_schemes_and_the_share_in_force() {
        let classes = [(Class::Active, amount(530)), (Class::None, amount(470))].into();
        let cls = layer(Layer::Cls, Some(Degree::List), 16, Some(&classes));
        let cpts = layer(Layer::Cpts, None, 0, None);
        assert_eq!(
            answer(&[cls, cpts], ProjectsOfTerritory::Listed(1)),
            "Val-d’Isère : 16 CLS, 53 % de la population dans un CLS actif ; les CPTS n’y sont pas \
             documentées ; 1 projet labellisé."
        );
    }

    #[test]
    fn under_facts_all_is_at_least_and_absence_is_not_outside() {
        let classes = [
            (Class::Active, amount(100)),
            (Class::Presumed, amount(50)),
            (Class::NotKnown, amount(850)),
        ]
        .into();
        let cls = layer(Layer::Cls, Some(Degree::Facts), 2, Some(&classes));
        let cpts = layer(Layer::Cpts, Some(Degree::Facts), 0, None);
        assert_eq!(
            answer(&[cls, cpts], ProjectsOfTerritory::NotDocumented),
            "Val-d’Isère : au moins 2 CLS, au moins 15 % de la population dans un CLS actif ou \
             présumé actif ; aucune CPTS n’y est connue, sans liste entière ; les projets \
             labellisés n’y sont pas documentés."
        );
    }

    #[test]
    fn all_the_population_is_not_at_least_all() {
        let classes = [(Class::NotEstablished, amount(1000))].into();
        let cls = layer(Layer::Cls, Some(Degree::Facts), 1, Some(&classes));
        let sentence = answer(&[cls], ProjectsOfTerritory::NotDocumented);
        assert!(
            sentence.contains(
                ": au moins 1 CLS, toute la population dans un CLS de statut non établi ;"
            ),
            "{sentence}"
        );
    }

    #[test]
    fn schemes_of_another_status_are_told_with_it() {
        let classes = [(Class::Unknown, amount(1000))].into();
        let cpts = layer(Layer::Cpts, Some(Degree::List), 3, Some(&classes));
        let none = [(Class::None, amount(1000))].into();
        let cls = layer(Layer::Cls, Some(Degree::List), 0, Some(&none));
        let near = ProjectsOfTerritory::Near { here: 0, department: 2 };
        assert_eq!(
            answer(&[cls, cpts], near),
            "Val-d’Isère : aucun CLS, selon la liste de la région ; 3 CPTS, toute la population \
             dans une CPTS de statut non précisé ; aucun projet labellisé n’y est situé, 2 dans \
             son département."
        );
        let here = ProjectsOfTerritory::Near { here: 1, department: 0 };
        assert!(answer(&[], here).ends_with(": 1 projet labellisé ici."));
    }
}
