//! Lines of text, which SVG does not break by itself.

use map::text::fixed;
use std::fmt::Write as _;

/// The width of a letter, in its sizes, on the average; of bold ones a little more.
const LETTER: f64 = 0.53;
const BOLD_LETTER: f64 = 0.57;

/// The height of a line, in sizes of its letters.
const LINE: f64 = 1.35;

/// The size, weight and colour of letters.
pub(super) type Letters = (f64, u32, &'static str);

/// Paragraphs one below the other, as elements of SVG.
pub(super) struct Writing {
    /// The elements.
    pub(super) text: String,
    left: f64,
    width: f64,
    /// The lower edge of what is written, CSS pixels.
    at: f64,
}

impl Writing {
    pub(super) const fn new(left: f64, width: f64, top: f64) -> Self {
        Self { text: String::new(), left, width, at: top }
    }

    /// Leaves a space, and returns where it ends.
    pub(super) fn below(&mut self, space: f64) -> f64 {
        self.at += space;
        self.at
    }

    /// Goes on below a height.
    pub(super) const fn go_to(&mut self, at: f64) {
        self.at = at;
    }

    /// Writes a paragraph in as many lines as it takes.
    pub(super) fn paragraph(&mut self, text: &str, (size, weight, color): Letters) {
        let letter = size * if weight > 400 { BOLD_LETTER } else { LETTER };
        for line in lines(text, (self.width / letter) as usize) {
            let baseline = self.at + size;
            // Writing to a String cannot fail.
            _ = write!(
                self.text,
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\" font-weight=\"{weight}\" fill=\"{color}\">{}</text>",
                fixed(self.left, 0),
                fixed(baseline, 1),
                fixed(size, 1),
                escaped(&line),
            );
            self.at += size * LINE;
        }
    }
}

/// The lines of a text, of so many letters at the most; a longer word has a line of its own.
fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A text as the content of an element.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_breaks_between_words_and_never_at_a_space_that_binds() {
        assert_eq!(lines("un deux\u{a0}trois quatre", 10), ["un", "deux\u{a0}trois", "quatre"]);
        assert_eq!(lines("", 10), [""; 0]);
    }
}
