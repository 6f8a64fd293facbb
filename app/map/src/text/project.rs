//! Labelled projects: how many there are, and how often the same one.

use super::french::enumerated;
use super::{count, number};

/// The territory whose projects are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectScope {
    /// That of the answer, a department.
    Territory,
    /// The department around that of the answer.
    Department,
}

/// The projects of an answer by their reach: « 2 projets départementaux et 1 projet régional. »
pub fn project_counts(departmental: u32, regional: u32, scope: ProjectScope) -> String {
    let within = match scope {
        ProjectScope::Territory => "",
        ProjectScope::Department => " dans le département",
    };
    let departmental = (departmental > 0)
        .then(|| count(departmental, "projet départemental", "projets départementaux"));
    let regional = (regional > 0).then(|| count(regional, "projet régional", "projets régionaux"));
    let all: Vec<String> = departmental.into_iter().chain(regional).collect();
    format!("{}{within}.", enumerated(&all))
}

/// The zero of a region whose list is known.
pub fn no_project(scope: ProjectScope) -> &'static str {
    match scope {
        ProjectScope::Territory => {
            "Pas de projet labellisé à ce jour\u{a0}: la source le dit expressément."
        }
        ProjectScope::Department => "Pas de projet labellisé à ce jour dans le département.",
    }
}

/// The number of times that the same project is labelled; none for one that is alone.
pub fn times_labelled(times: u32) -> Option<String> {
    (times > 1).then(|| format!("dispositif labellisé {}\u{a0}fois dans la région", number(times)))
}

/// The note on a list that details few of its projects: « La source ne donne porteur et objectifs que
/// d’un des 5 projets. » None where it details all, or where there is none.
pub fn projects_in_detail(in_detail: u32, all: u32) -> Option<String> {
    let of = match (in_detail, all) {
        (_, 0) => return None,
        (in_detail, all) if in_detail >= all => return None,
        (0, 1) => return Some("La source ne donne ni porteur ni objectifs.".to_owned()),
        (0, all) => {
            let all = number(all);
            return Some(format!(
                "La source ne donne ni porteur ni objectifs de ces {all} projets."
            ));
        }
        (1, all) => format!("d’un des {}", number(all)),
        (in_detail, all) => format!("de {} des {}", number(in_detail), number(all)),
    };
    Some(format!("La source ne donne porteur et objectifs que {of} projets."))
}

/// All projects of the map, of which `regional` are regional and `distinct` differ.
pub fn projects_in_all(projects: u32, regional: u32, distinct: u32) -> String {
    format!(
        "Ces {}, dont {} et {}, sont {}\u{a0}: un même dispositif labellisé dans plusieurs \
         départements compte une fois par département.",
        count(projects, "projet", "projets"),
        count(regional, "régional", "régionaux"),
        count(projects.saturating_sub(regional), "départemental", "départementaux"),
        count(distinct, "dispositif distinct", "dispositifs distincts"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn projects_are_counted_by_their_reach_and_where_they_are() {
        assert_eq!(
            project_counts(2, 1, ProjectScope::Territory),
            "2\u{a0}projets départementaux et 1\u{a0}projet régional."
        );
        assert_eq!(
            project_counts(0, 2, ProjectScope::Department),
            "2\u{a0}projets régionaux dans le département."
        );
    }

    #[test]
    fn what_a_list_does_not_detail_is_said_once() {
        let sentence = |in_detail, all| projects_in_detail(in_detail, all);
        assert_eq!(sentence(1, 1), None);
        assert_eq!(sentence(0, 0), None);
        assert!(sentence(1, 35).unwrap().ends_with("que d’un des 35 projets."));
        assert!(sentence(0, 1).unwrap().ends_with("ni porteur ni objectifs."));
        assert!(sentence(0, 5).unwrap().ends_with("de ces 5 projets."));
    }

    #[test]
    fn a_project_that_is_alone_is_not_counted() {
        assert_eq!(times_labelled(1), None);
        let twice = times_labelled(2).unwrap();
        assert_eq!(twice, "dispositif labellisé 2\u{a0}fois dans la région");
    }

    #[test]
    fn the_projects_of_the_map_are_regional_or_departmental() {
        let text = projects_in_all(35, 8, 23);
        assert!(
            text.starts_with(
                "Ces 35\u{a0}projets, dont 8\u{a0}régionaux et 27\u{a0}départementaux,"
            ),
            "{text}"
        );
        assert!(text.contains("sont 23\u{a0}dispositifs distincts\u{a0}:"), "{text}");
    }
}
