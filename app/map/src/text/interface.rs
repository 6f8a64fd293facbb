//! The legend and the zoom as those hear them who cannot see them, and the progress line.

use super::french::Gender;
use super::scheme::status;
use super::{bytes, count, decimal, number};
use crate::{Layer, Status};

/// Whether something is on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// It is.
    Shown,
    /// It is not.
    Hidden,
}

/// A layer was shown or hidden: « CPTS : affichées sur la carte ».
pub fn layer_turned(layer: Layer, visibility: Visibility) -> String {
    let gender = Gender::of(layer);
    let done = match visibility {
        Visibility::Shown => gender.pick("affichés sur la carte", "affichées sur la carte"),
        Visibility::Hidden => gender.pick("masqués", "masquées"),
    };
    format!("{}\u{a0}: {done}", layer.short_title())
}

/// The schemes of one status were shown or hidden: « CLS actif : masqué ».
pub fn status_turned(layer: Layer, status: Status, visibility: Visibility) -> String {
    let gender = Gender::of(layer);
    let done = match visibility {
        Visibility::Shown => gender.pick("affiché sur la carte", "affichée sur la carte"),
        Visibility::Hidden => gender.pick("masqué", "masquée"),
    };
    format!("{}\u{a0}: {done}", layer_and_status(layer, status))
}

/// One status is shown and no other: « CLS actif : seul statut affiché ».
pub fn status_alone(layer: Layer, status: Status) -> String {
    format!("{}\u{a0}: seul statut affiché", layer_and_status(layer, status))
}

/// Every status is shown: « CLS : tous les statuts affichés ».
pub fn all_statuses(layer: Layer) -> String {
    format!("{}\u{a0}: tous les statuts affichés", layer.short_title())
}

/// The label of what shows one status and no other: « N’afficher que : CLS actif ».
pub fn show_only(layer: Layer, status: Status) -> String {
    format!("N’afficher que\u{a0}: {}", layer_and_status(layer, status))
}

/// The width of the view after a zoom, to two digits: « Vue de 62 km de large ».
pub fn view_width(metres: f64) -> String {
    let kilometres = metres / 1_000.0;
    let mut unit = 0.1;
    while kilometres / unit >= 100.0 {
        unit *= 10.0;
    }
    format!("Vue de {}\u{a0}km de large", decimal((kilometres / unit).round() * unit))
}

/// The progress line: « Chargement : la carte… 12 Ko sur 68 Ko ». `total` is zero when it is not
/// known.
pub fn loading(title: &str, received: usize, total: usize) -> String {
    match total {
        0 if title.is_empty() => "Chargement de la carte…".to_owned(),
        0 => format!("Chargement\u{a0}: {title}…"),
        total => format!("Chargement\u{a0}: {title}… {} sur {}", bytes(received), bytes(total)),
    }
}

/// The sentence of a download of which nothing has come for a while.
pub fn late(title: &str, seconds: u32) -> String {
    format!(
        "Rien n’est arrivé depuis {seconds}\u{a0}secondes pour {title}. La connexion est peut-être coupée, ou \
         très lente."
    )
}

fn layer_and_status(layer: Layer, of: Status) -> String {
    format!("{} {}", layer.short_title(), status(layer, of))
}

/// A reason why the commune around the person is not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPosition {
    /// The person, or the page around, does not allow it.
    Refused,
    /// The device does not know where it is.
    Unknown,
    /// It takes too long.
    Late,
    /// The place is not on the map.
    Abroad,
    /// The communes around cannot be had.
    Offline,
}

/// The reason in words, with what can be done instead.
pub const fn no_position(reason: NoPosition) -> &'static str {
    match reason {
        NoPosition::Refused => {
            "Votre navigateur n’a pas donné votre position. \
             Cherchez votre commune par son nom ou son code postal."
        }
        NoPosition::Unknown => {
            "Votre appareil ne connaît pas sa position. \
             Cherchez votre commune par son nom ou son code postal."
        }
        NoPosition::Late => {
            "Votre position tarde trop à venir. Réessayez, ou cherchez votre commune par son nom."
        }
        NoPosition::Abroad => {
            "Votre position n’est pas sur la carte\u{a0}: elle montre la France métropolitaine et \
             les cinq départements d’outre-mer."
        }
        NoPosition::Offline => {
            "Les communes de votre département n’ont pas pu être chargées. Réessayez une fois en ligne."
        }
    }
}

/// The progress of the outlines of communes, a file for each department.
pub fn outlines_loaded(here: usize, all: usize) -> String {
    let departments = count(all as u32, "département", "départements");
    format!("Contours des communes\u{a0}: {} sur {departments}…", number(here as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_width_of_a_view_is_told_to_two_digits() {
        let of = |metres| view_width(metres);
        assert_eq!(of(1_234_567.0), "Vue de 1\u{202f}200\u{a0}km de large");
        assert_eq!(of(62_400.0), "Vue de 62\u{a0}km de large");
        assert_eq!(of(9_960.0), "Vue de 10\u{a0}km de large");
        assert_eq!(of(7_240.0), "Vue de 7,2\u{a0}km de large");
    }

    #[test]
    fn what_was_shown_or_hidden_agrees_with_its_layer() {
        assert_eq!(layer_turned(Layer::Cls, Visibility::Hidden), "CLS\u{a0}: masqués");
        assert_eq!(
            layer_turned(Layer::Cpts, Visibility::Shown),
            "CPTS\u{a0}: affichées sur la carte"
        );
        assert_eq!(
            status_turned(Layer::Cls, Status::Active, Visibility::Shown),
            "CLS actif\u{a0}: affiché sur la carte"
        );
        assert_eq!(
            status_turned(Layer::Cpts, Status::Active, Visibility::Shown),
            "CPTS active\u{a0}: affichée sur la carte"
        );
        assert_eq!(
            status_turned(Layer::Cpts, Status::Unknown, Visibility::Hidden),
            "CPTS statut non précisé\u{a0}: masquée"
        );
    }

    #[test]
    fn one_status_alone_and_all_of_them_are_told_apart() {
        assert_eq!(
            status_alone(Layer::Cls, Status::Active),
            "CLS actif\u{a0}: seul statut affiché"
        );
        assert_eq!(all_statuses(Layer::Cls), "CLS\u{a0}: tous les statuts affichés");
        assert_eq!(
            show_only(Layer::Cpts, Status::Expired),
            "N’afficher que\u{a0}: CPTS échue, suite inconnue"
        );
    }

    #[test]
    fn a_download_that_hangs_is_told_with_what_is_waited_for() {
        assert_eq!(
            late("la carte", 8),
            "Rien n’est arrivé depuis 8\u{a0}secondes pour la carte. La connexion est peut-être coupée, \
             ou très lente."
        );
    }

    #[test]
    fn the_progress_line_tells_how_much_is_here_where_the_whole_is_known() {
        assert_eq!(loading("", 0, 0), "Chargement de la carte…");
        assert_eq!(loading("les fiches", 0, 0), "Chargement\u{a0}: les fiches…");
        assert_eq!(
            loading("les fiches", 12_345, 1_400_000),
            "Chargement\u{a0}: les fiches… 13\u{a0}Ko sur 1,4\u{a0}Mo"
        );
    }

    #[test]
    fn every_reason_is_a_sentence_of_its_own() {
        use NoPosition::{Abroad, Late, Offline, Refused, Unknown};
        let all = [Refused, Unknown, Late, Abroad, Offline].map(no_position);
        assert!(all.iter().all(|text| text.ends_with('.') && !text.contains('\'')));
        for (index, text) in all.iter().enumerate() {
            assert!(!all[..index].contains(text), "{text}");
        }
    }
}
