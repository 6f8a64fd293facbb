//! The way from the country to a subject, as values.

use map::text::{sort_key, typographic};
use map::{Atlas, Model, Subject, Territory, argsort};

/// A step of the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Region,
    Department,
    Epci,
    Commune,
}

/// A choice at a step: a territory or a commune.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// INSEE or SIREN code.
    pub(super) code: String,
    /// The name in the list.
    pub(super) label: String,
    /// The name on the way.
    pub(super) name: String,
    pub(super) subject: Subject,
}

impl Step {
    /// The steps, from the widest.
    pub(super) const ALL: [Self; 4] = [Self::Region, Self::Department, Self::Epci, Self::Commune];

    /// The name of its elements in the page.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Department => "departement",
            Self::Epci => "intercommunalite",
            Self::Commune => "commune",
        }
    }

    /// The name of its list.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Region => "Région",
            Self::Department => "Département",
            Self::Epci => "Intercommunalité",
            Self::Commune => "Commune",
        }
    }

    /// The first row of the list, which leads to all that is around.
    pub(super) const fn whole(self) -> &'static str {
        match self {
            Self::Region | Self::Department => "Toute la France",
            Self::Epci => "Tout le département",
            Self::Commune => "Toute l’intercommunalité",
        }
    }

    /// The subject of this step on a way.
    pub(super) fn of_way(self, way: &[Subject]) -> Option<&Subject> {
        way.iter().find(|subject| Self::of(subject) == Some(self))
    }

    /// What choosing none at this step leads to; none is the country.
    pub(super) fn around(self, way: &[Subject]) -> Option<Subject> {
        let wider = match self {
            Self::Region | Self::Department => return None,
            Self::Epci => Self::Department,
            Self::Commune => Self::Epci,
        };
        wider.of_way(way).cloned()
    }

    fn of(subject: &Subject) -> Option<Self> {
        match subject {
            Subject::Territory(Territory::Region(_)) => Some(Self::Region),
            Subject::Territory(Territory::Department(_)) => Some(Self::Department),
            Subject::Territory(Territory::Epci(_)) => Some(Self::Epci),
            Subject::Commune { .. } => Some(Self::Commune),
            Subject::Scheme(_) | Subject::Venue(_) => None,
        }
    }
}

impl Choice {
    /// The choice of a subject.
    pub(super) fn of<'a>(choices: &'a [Self], subject: &Subject) -> Option<&'a Self> {
        choices.iter().find(|choice| choice.subject == *subject)
    }

    fn territory(model: &Model, territory: Territory) -> Self {
        let name = typographic(model.name(territory));
        let code = match territory {
            Territory::Region(index) => model.regions[index].code.to_string(),
            Territory::Department(index) => model.departments[index].code.to_string(),
            Territory::Epci(index) => model.epci[index].code.to_string(),
        };
        let label = match territory {
            Territory::Department(_) => [&name, " (", &code, ")"].concat(),
            Territory::Region(_) | Territory::Epci(_) => name.clone(),
        };
        Self { code, label, name, subject: territory.into() }
    }
}

/// The way to a subject: the territories around it from the widest, and itself; a scheme and a place are
/// no step.
pub(super) fn way_to(model: &Model, subject: &Subject) -> Vec<Subject> {
    let mut way: Vec<Subject> = Step::of(subject).map(|_| subject.clone()).into_iter().collect();
    let mut within = model.within(subject);
    while let Some(territory) = within {
        let subject = Subject::from(territory);
        within = model.within(&subject);
        way.push(subject);
    }
    way.reverse();
    way
}

/// What can be chosen at a step of a way, by name; nothing while that is not known.
pub(super) fn choices(atlas: Option<&Atlas>, way: &[Subject], step: Step) -> Vec<Choice> {
    let Some(atlas) = atlas else { return Vec::new() };
    let model = &atlas.model;
    let of = |territory| Choice::territory(model, territory);
    let choices: Vec<Choice> = match step {
        Step::Region => (0..model.regions.len()).map(Territory::Region).map(of).collect(),
        Step::Department => {
            (0..model.departments.len()).map(Territory::Department).map(of).collect()
        }
        Step::Epci => match Step::Department.of_way(way) {
            Some(Subject::Territory(Territory::Department(department))) => {
                let all = model.epci.iter().enumerate();
                let own = all.filter(|(_, epci)| epci.department == *department);
                own.map(|(index, _)| of(Territory::Epci(index))).collect()
            }
            _ => Vec::new(),
        },
        Step::Commune => match Step::Epci.of_way(way) {
            Some(Subject::Territory(epci)) => communes(atlas, *epci),
            _ => Vec::new(),
        },
    };
    let order = argsort(choices.iter().map(|choice| sort_key(&choice.label)));
    order.into_iter().map(|index| choices[index].clone()).collect()
}

/// The communes of a territory in the details that are here, each once.
fn communes(atlas: &Atlas, within: Territory) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for detail in atlas.details() {
        for face in 0..detail.communes as u32 {
            let (Some(code), Some(name)) = (detail.code_of(face), detail.names.get(face as usize))
            else {
                continue;
            };
            let text = code.to_string();
            let is_new = !choices.iter().any(|choice| choice.code == text);
            if is_new && atlas.model.is_part(detail.cell_of(face), within) {
                let name = typographic(name);
                let subject = Subject::Commune { within, code };
                choices.push(Choice { code: text, label: name.clone(), name, subject });
            }
        }
    }
    choices
}
