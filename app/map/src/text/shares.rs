//! Shares of a population in active perimeters: bounds of classes, and sentences.

use super::french::Gender;
use crate::Layer;
use crate::served::Share;

/// The bounds of a class, whole percentages: « moins de 22 % », « 22 – 45 % ».
pub fn class_bounds((low, high): (u8, u8)) -> String {
    match (low, high) {
        (0, high) => format!("moins de {}\u{a0}%", high + 1),
        (low, high) if low == high => format!("{low}\u{a0}%"),
        (low, high) => format!("{low}\u{a0}–\u{a0}{high}\u{a0}%"),
    }
}

/// The title of the shares of a layer: « Part de la population dans un CLS actif ».
pub fn shares_title(layer: Layer) -> String {
    format!("Part de la population {}", inside(layer))
}

/// A share in words: « au moins 24 % de la population dans un CLS actif ».
pub fn share_sentence(layer: Layer, share: Share) -> String {
    let title = layer.short_title();
    let gender = Gender::of(layer);
    let part = match share {
        Share::Exactly(0) => "moins de 1\u{a0}%".to_owned(),
        Share::Exactly(percent) => format!("{percent}\u{a0}%"),
        Share::AtLeast(0) => "quelques habitants au moins, mais moins de 1\u{a0}%,".to_owned(),
        Share::AtLeast(percent) => format!("au moins {percent}\u{a0}%"),
        Share::Zero => "0\u{a0}%".to_owned(),
        Share::Uncertain => return format!("part non connue\u{a0}: {title} au statut incertain"),
        Share::NotKnown => {
            return format!(
                "part non connue\u{a0}: {} {title} {} {}",
                gender.pick("aucun", "aucune"),
                gender.pick("actif", "active"),
                gender.pick("connu", "connue"),
            );
        }
        Share::Undocumented => {
            return format!("{title} {}", gender.pick("non documentés", "non documentées"));
        }
    };
    format!("{part} de la population {}", inside(layer))
}

fn inside(layer: Layer) -> &'static str {
    Gender::of(layer).pick("dans un CLS actif", "dans une CPTS active")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_do_not_share_a_percentage() {
        assert_eq!(class_bounds((0, 21)), "moins de 22\u{a0}%");
        assert_eq!(class_bounds((22, 45)), "22\u{a0}–\u{a0}45\u{a0}%");
        assert_eq!(class_bounds((100, 100)), "100\u{a0}%");
    }

    #[test]
    fn a_share_is_words_with_what_is_not_known_of_it() {
        let words = |share| share_sentence(Layer::Cpts, share);
        assert_eq!(words(Share::Exactly(24)), "24\u{a0}% de la population dans une CPTS active");
        assert_eq!(
            words(Share::AtLeast(24)),
            "au moins 24\u{a0}% de la population dans une CPTS active"
        );
        assert_eq!(words(Share::NotKnown), "part non connue\u{a0}: aucune CPTS active connue");
        assert_eq!(words(Share::Uncertain), "part non connue\u{a0}: CPTS au statut incertain");
        assert_eq!(words(Share::Undocumented), "CPTS non documentées");
        assert_eq!(
            share_sentence(Layer::Cls, Share::Exactly(0)),
            "moins de 1\u{a0}% de la population dans un CLS actif"
        );
    }
}
