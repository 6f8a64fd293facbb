//! Labelled projects: how many there are, and how often the same one.

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
    format!(
        "{} et {}{within}.",
        count(departmental, "projet départemental", "projets départementaux"),
        count(regional, "projet régional", "projets régionaux"),
    )
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

/// All projects of the map, of which `regional` are regional and `distinct` differ.
pub fn projects_in_all(projects: u32, regional: u32, distinct: u32) -> String {
    format!(
        "Ces {} projets, dont {} régionaux et {} départementaux, sont {} dispositifs \
         distincts\u{a0}: un même dispositif labellisé dans plusieurs départements compte une fois \
         par département.",
        number(projects),
        number(regional),
        number(projects.saturating_sub(regional)),
        number(distinct),
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
            "0\u{a0}projet départemental et 2\u{a0}projets régionaux dans le département."
        );
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
            text.starts_with("Ces 35 projets, dont 8 régionaux et 27 départementaux,"),
            "{text}"
        );
        assert!(text.contains("sont 23 dispositifs distincts\u{a0}:"), "{text}");
    }
}
