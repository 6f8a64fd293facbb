//! The font of the previews, and the lines of a text in it.

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

/// Inter, regular and bold (`font/README.md`).
const FILES: [&[u8]; 2] = [
    include_bytes!("../../../font/inter-regular.ttf"),
    include_bytes!("../../../font/inter-bold.ttf"),
];

/// The weight of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// The files of the font.
pub(super) fn files() -> [&'static [u8]; 2] {
    FILES
}

/// The width of a text in a size, pixels; kerning, which narrows it, is left out.
pub(super) fn width(text: &str, size: f32, weight: Weight) -> f32 {
    let Ok(font) = FontRef::new(FILES[weight as usize]) else { return 0.0 };
    let (letters, metrics) =
        (font.charmap(), font.glyph_metrics(Size::new(size), LocationRef::default()));
    let advance = |letter| metrics.advance_width(letters.map(letter).unwrap_or_default());
    text.chars().filter_map(advance).sum()
}

/// The lines of a text that are no wider than `limit`, broken at spaces and behind hyphens.
pub(super) fn lines(text: &str, size: f32, weight: Weight, limit: f32) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for part in text.split_inclusive([' ', '-']) {
        let longer = format!("{line}{part}");
        if line.is_empty() || width(longer.trim_end(), size, weight) <= limit {
            line = longer;
        } else {
            lines.push(line.trim_end().to_owned());
            part.clone_into(&mut line);
        }
    }
    lines.push(line.trim_end().to_owned());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_broken_behind_a_hyphen_and_no_line_is_too_wide() {
        let lines = lines("Alpes-de-Haute-Provence", 50.0, Weight::Bold, 380.0);
        assert_eq!(lines.concat(), "Alpes-de-Haute-Provence");
        assert!(lines.len() > 1 && lines[0].ends_with('-'), "{lines:?}");
        assert!(lines.iter().all(|line| width(line, 50.0, Weight::Bold) <= 380.0));
    }

    #[test]
    fn every_letter_of_french_has_a_width() {
        for letter in "AZaz09éèêëàâçùûüôöîïœæÉÈÀÇÎŒ«»’–—·²%\u{a0}".chars()
        {
            for weight in [Weight::Regular, Weight::Bold] {
                let font = FontRef::new(FILES[weight as usize]).unwrap();
                assert!(font.charmap().map(letter).is_some(), "{letter:?}");
            }
        }
    }
}
