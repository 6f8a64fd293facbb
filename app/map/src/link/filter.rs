//! The filter: the statuses that are hidden, by layer, and the parameter `statut=` of addresses.
//!
//! `statut=` lists the statuses that are **shown**. A status alone counts for every layer whose schemes
//! differ in status, one with a layer before it for that layer only; a layer without an entry is
//! shown whole.
//!
//! | `statut=` | shown |
//! | --- | --- |
//! | `actif` | active schemes |
//! | `actif,inconnu` | active schemes, and those whose status the source does not give |
//! | `cls:actif,cpts:inconnu` | active CLS, unknown CPTS |
//! | `cpts:aucun` | no CPTS, every CLS |
//!
//! All projects have one status: only `projets:` counts for them.

use crate::{Layer, Status};

/// The word for no status at all.
const NONE: &str = "aucun";

/// The hidden statuses of each layer. The default hides nothing.
///
/// # Example
/// ```
/// use map::{Filter, Layer, Status};
///
/// let filter = Filter::parse("cls:actif,cpts:inconnu");
/// assert!(filter.shows(Layer::Cls, Status::Active));
/// assert!(!filter.shows(Layer::Cls, Status::Unknown));
/// assert!(filter.shows(Layer::Projects, Status::Labelled), "nothing is said of projects");
/// let toggled = filter.toggled(Layer::Cls, Status::Unknown);
/// assert_eq!(toggled.code(), "cls:actif,cls:inconnu,cpts:inconnu");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// One bit per status, in the order of [`Layer::ALL`].
    hidden: [u8; 3],
}

impl Filter {
    /// Whether schemes of `layer` with `status` are shown.
    pub const fn shows(self, layer: Layer, status: Status) -> bool {
        self.hidden[layer as usize] & bit(status) == 0
    }

    /// Hides a status that is shown, shows one that is hidden. A status that schemes of `layer`
    /// never have changes nothing.
    #[must_use]
    pub fn toggled(mut self, layer: Layer, status: Status) -> Self {
        self.hidden[layer as usize] ^= bit(status) & all(layer);
        self
    }

    /// Shows only `status` of `layer`; all of the layer if none other of the statuses that are
    /// `present` on the map was shown before. Other layers stay as they are.
    #[must_use]
    pub fn only(mut self, layer: Layer, status: Status, present: &[Status]) -> Self {
        let is_seen = |other: &&Status| self.shows(layer, **other);
        let was_alone = present.iter().filter(is_seen).all(|seen| *seen == status);
        let was_only = was_alone && self.shows(layer, status);
        self.hidden[layer as usize] = if was_only { 0 } else { all(layer) & !bit(status) };
        self
    }

    /// The filter that `statut=` describes. Unknown entries are ignored; without any other, nothing is
    /// hidden.
    pub fn parse(text: &str) -> Self {
        let hidden = |layer| {
            let shown = text.split(',').filter_map(|item| shown(item, layer));
            shown.reduce(|one, other| one | other).map_or(0, |shown| all(layer) & !shown)
        };
        Self { hidden: Layer::ALL.map(hidden) }
    }

    /// The value of `statut=` for this filter; empty when nothing is hidden.
    pub fn code(self) -> String {
        let mut text = String::new();
        let [cls, cpts, _] = self.hidden;
        if cls == cpts {
            self.write(&mut text, Layer::Cls, "");
        } else {
            self.write(&mut text, Layer::Cls, "cls:");
            self.write(&mut text, Layer::Cpts, "cpts:");
        }
        self.write(&mut text, Layer::Projects, "projets:");
        text
    }

    /// Adds the shown statuses of `layer`, unless all are shown.
    fn write(self, text: &mut String, layer: Layer, prefix: &str) {
        let hidden = self.hidden[layer as usize];
        if hidden == 0 {
            return;
        }
        let shown = Status::ALL.into_iter().filter(|one| bit(*one) & all(layer) & !hidden != 0);
        let nothing = (hidden == all(layer)).then_some(NONE);
        for code in shown.map(Status::code).chain(nothing) {
            if !text.is_empty() {
                text.push(',');
            }
            text.push_str(prefix);
            text.push_str(code);
        }
    }
}

/// The statuses of `layer` that one entry of `statut=` shows; none when it does not count for the layer.
fn shown(item: &str, layer: Layer) -> Option<u8> {
    let code = match item.split_once(':') {
        Some((prefix, code)) => (prefix == layer.code()).then_some(code)?,
        None => (layer != Layer::Projects).then_some(item)?,
    };
    if code == NONE {
        return Some(0);
    }
    Status::from_code(code).map(bit).filter(|bits| bits & all(layer) != 0)
}

const fn bit(status: Status) -> u8 {
    1 << status as u8
}

/// The statuses that schemes of a layer can have.
const fn all(layer: Layer) -> u8 {
    match layer {
        Layer::Cls | Layer::Cpts => 0b0111_1111,
        Layer::Projects => bit(Status::Labelled),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fastrand::Rng;

    const PRESENT: [Status; 3] = [Status::Active, Status::InPreparation, Status::Unknown];

    fn shown(filter: Filter, layer: Layer) -> Vec<&'static str> {
        let shown = Status::ALL.into_iter().filter(|status| filter.shows(layer, *status));
        shown.map(Status::code).collect()
    }

    #[test]
    fn a_status_alone_speaks_for_every_layer_that_has_statuses() {
        let filter = Filter::parse("actif");
        assert_eq!(shown(filter, Layer::Cls), ["actif", "labellise"]);
        assert_eq!(shown(filter, Layer::Cpts), ["actif", "labellise"]);
        assert_eq!(shown(filter, Layer::Projects).len(), Status::ALL.len());
        assert_eq!(filter.code(), "actif");
    }

    #[test]
    fn layers_can_differ() {
        let filter = Filter::parse("cls:actif,cpts:inconnu,cpts:echu,projets:aucun");
        assert!(filter.shows(Layer::Cls, Status::Active));
        assert!(!filter.shows(Layer::Cls, Status::Unknown));
        assert!(filter.shows(Layer::Cpts, Status::Expired));
        assert!(!filter.shows(Layer::Projects, Status::Labelled));
        assert_eq!(filter.code(), "cls:actif,cpts:inconnu,cpts:echu,projets:aucun");
        assert_eq!(Filter::parse("cpts:aucun").code(), "cpts:aucun");
        assert_eq!(Filter::parse("aucun").code(), "aucun");
    }

    #[test]
    fn what_is_not_understood_hides_nothing() {
        for text in ["", ",", "actf", "ACTIF", "labellise", "msp:actif", "cls:", "cls:cls:actif"] {
            assert_eq!(Filter::parse(text), Filter::default(), "{text}");
        }
        assert_eq!(Filter::parse("actif,actf").code(), "actif", "what is understood counts");
        assert_eq!(
            Filter::parse("actif,presume,en_preparation,non_etabli,inconnu,echu,etat_ancien"),
            Filter::default()
        );
    }

    #[test]
    fn toggling_twice_changes_nothing() {
        let once = Filter::default().toggled(Layer::Cpts, Status::Unknown);
        assert!(
            !once.shows(Layer::Cpts, Status::Unknown) && once.shows(Layer::Cls, Status::Unknown)
        );
        assert_eq!(once.toggled(Layer::Cpts, Status::Unknown), Filter::default());
        assert_eq!(Filter::default().toggled(Layer::Cls, Status::Labelled), Filter::default());
    }

    #[test]
    fn only_one_status_is_shown_until_asked_again() {
        let other = Filter::default().toggled(Layer::Cpts, Status::Active);
        let only = other.only(Layer::Cls, Status::Active, &PRESENT);
        assert!(PRESENT.map(|status| only.shows(Layer::Cls, status)) == [true, false, false]);
        let next = only.only(Layer::Cls, Status::Unknown, &PRESENT);
        assert!(PRESENT.map(|status| next.shows(Layer::Cls, status)) == [false, false, true]);
        assert_eq!(next.only(Layer::Cls, Status::Unknown, &PRESENT), other, "CPTS as before");
    }

    #[test]
    fn only_looks_at_what_is_present() {
        let hidden = Filter::default().toggled(Layer::Cls, Status::InPreparation);
        let alone = hidden.toggled(Layer::Cls, Status::Unknown);
        assert_eq!(alone.only(Layer::Cls, Status::Active, &PRESENT), Filter::default());
        let none = alone.toggled(Layer::Cls, Status::Active);
        assert!(none.only(Layer::Cls, Status::Active, &PRESENT).shows(Layer::Cls, Status::Active));
    }

    #[test]
    fn every_filter_survives_the_address() {
        let mut random = Rng::with_seed(1);
        for _ in 0..2_000 {
            let mut filter = Filter::default();
            for _ in 0..random.usize(..9) {
                let layer = Layer::ALL[random.usize(..3)];
                filter = filter.toggled(layer, Status::ALL[random.usize(..8)]);
            }
            assert_eq!(Filter::parse(&filter.code()), filter, "{}", filter.code());
        }
    }
}
