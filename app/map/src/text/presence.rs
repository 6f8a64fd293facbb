//! The presence of schemes, in few words.

use super::french::Gender;
use crate::{Layer, Presence};

/// The words for those who listen: « CLS, aucune CPTS, pas de projet connu ».
pub fn presences(layers: [Presence; 3]) -> String {
    let words = Layer::ALL.into_iter().zip(layers).map(|(layer, presence)| {
        let (name, gender) = (short(layer), Gender::of(layer));
        match presence {
            Presence::Here => name.to_owned(),
            Presence::InPreparation => format!("{name} en préparation"),
            Presence::Absent => format!("{} {name}", gender.pick("aucun", "aucune")),
            Presence::NotKnown => format!("pas de {name} {}", gender.pick("connu", "connue")),
        }
    });
    words.collect::<Vec<_>>().join(", ")
}

/// The sign for those who see: « CLS », « 0\u{a0}CPTS », « projet\u{a0}? ».
pub fn presence_sign(layer: Layer, presence: Presence) -> String {
    let name = short(layer);
    match presence {
        Presence::Here => name.to_owned(),
        Presence::InPreparation => format!("{name} en prép."),
        Presence::Absent => format!("0\u{a0}{name}"),
        Presence::NotKnown => format!("{name}\u{a0}?"),
    }
}

fn short(layer: Layer) -> &'static str {
    match layer {
        Layer::Projects => "projet",
        other => other.short_title(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Presence::{Absent, Here, InPreparation, NotKnown};

    #[test]
    fn an_absence_says_whether_a_list_tells_it() {
        assert_eq!(presences([Here, Absent, NotKnown]), "CLS, aucune CPTS, pas de projet connu");
        assert_eq!(
            presences([InPreparation, NotKnown, Absent]),
            "CLS en préparation, pas de CPTS connue, aucun projet"
        );
        assert_eq!(presence_sign(Layer::Cpts, Absent), "0\u{a0}CPTS");
        assert_eq!(presence_sign(Layer::Projects, NotKnown), "projet\u{a0}?");
    }
}
