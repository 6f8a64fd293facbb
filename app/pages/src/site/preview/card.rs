//! A preview as SVG: the title, the answer in a few lines and the legend at the left, the map beside them.

use super::font::{self, Weight};
use super::render::{self, SIZE};
use super::subject::PreviewSubject;
use crate::site::content::Content;
use crate::site::legend::statuses;
use crate::site::page::SITE;
use crate::site::picture::{self, style};
use map::text::{capital, count, escaped, status};
use map::{Backdrop, Fill, Layer, Palette, Status, Subject, TILE, Territory, backdrop};
use std::fmt::Write as _;

/// The left edge of the texts, and the width that they may have, pixels.
const LEFT: f32 = 52.0;
const TEXT_WIDTH: f32 = 408.0;

/// The left edge of the map, pixels.
const MAP_LEFT: u32 = 488;

/// Sizes of letters, pixels.
const TITLE: f32 = 48.0;
const SENTENCE: f32 = 23.0;
const ROW: f32 = 20.0;

/// The heights of lines, pixels.
const TITLE_LINE: f32 = 54.0;
const SENTENCE_LINE: f32 = 30.0;
const ROW_LINE: f32 = 31.0;

/// The space between two sentences, and from the last one to the legend, pixels.
const BETWEEN: f32 = 8.0;
const ABOVE_LEGEND: f32 = 26.0;

/// The baselines of the name of the site and of the first line of the title, and the lower edge of the
/// legend, pixels.
const SITE_AT: f32 = 72.0;
const TITLE_AT: f32 = 148.0;
const LEGEND_END: f32 = 594.0;

/// The most rows of the legend.
const ROWS: usize = 6;

/// A preview before it is drawn.
pub(super) struct Card {
    pub(super) title: String,
    /// The answer, part by part.
    pub(super) sentences: Vec<String>,
    /// The samples of the legend.
    pub(super) legend: Vec<(Fill, String)>,
    /// Whether the map is that of the country, whose insets have small names.
    pub(super) is_country: bool,
    /// The elements of the map, in pixels.
    pub(super) map: String,
}

impl Card {
    /// The card of a subject.
    pub(super) fn of(content: &Content, subject: PreviewSubject) -> Self {
        let own = match subject {
            PreviewSubject::Country => None,
            PreviewSubject::Territory(territory) => Some(Subject::Territory(territory)),
        };
        let size = (SIZE.0 - MAP_LEFT, SIZE.1);
        Self {
            title: subject.title(&content.model),
            sentences: sentences(content, own.as_ref()),
            legend: legend(content, own.as_ref()),
            is_country: own.is_none(),
            map: picture::for_preview(content, own.as_ref(), size),
        }
    }

    /// The card as a document.
    pub(super) fn svg(&self) -> String {
        let (width, height) = SIZE;
        let map_width = width - MAP_LEFT;
        let sea = Palette::LIGHT.outside.css();
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             font-family=\"Inter\"><style>{}</style>\
             <svg class=\"map{}\" x=\"{MAP_LEFT}\" width=\"{map_width}\" height=\"{height}\" \
             viewBox=\"0 0 {map_width} {height}\"><rect width=\"100%\" height=\"100%\" fill=\"{sea}\"/>{}</svg>\
             <path d=\"M{MAP_LEFT} 0v{height}\" stroke=\"#d8d4cc\" stroke-width=\"2\"/>",
            render::style(),
            if self.is_country { " country" } else { "" },
            self.map,
        );
        self.put_texts(&mut svg);
        svg.push_str("</svg>");
        svg
    }

    /// Writes the site, the title, and of the sentences as many as there is room for above the legend.
    fn put_texts(&self, svg: &mut String) {
        put(svg, SITE, SITE_AT, (ROW + 2.0, Weight::Bold, "#00578a"));
        let mut at = TITLE_AT;
        for line in font::lines(&self.title, TITLE, Weight::Bold, TEXT_WIDTH) {
            put(svg, &line, at, (TITLE, Weight::Bold, "#1f272e"));
            at += TITLE_LINE;
        }
        at -= BETWEEN;
        let legend_start = LEGEND_END - self.legend.len() as f32 * ROW_LINE;
        for sentence in &self.sentences {
            let lines = font::lines(sentence, SENTENCE, Weight::Regular, TEXT_WIDTH);
            if at + (lines.len() as f32 - 1.0) * SENTENCE_LINE > legend_start - ABOVE_LEGEND {
                break;
            }
            for line in lines {
                put(svg, &line, at, (SENTENCE, Weight::Regular, "#1f272e"));
                at += SENTENCE_LINE;
            }
            at += BETWEEN;
        }
        for (number, (fill, label)) in self.legend.iter().enumerate() {
            let top = legend_start + number as f32 * ROW_LINE;
            put_sample(svg, *fill, number, top);
            let at = (LEFT + 50.0, top + 17.0);
            put_at(svg, label, at, (ROW, Weight::Regular, "#525d67"));
        }
    }
}

/// The answer of a subject, part by part; that of the country without one.
fn sentences(content: &Content, subject: Option<&Subject>) -> Vec<String> {
    let records = &content.records;
    let Some(subject) = subject else {
        let file = &records.file;
        return vec![
            count(file.cls.len() as u32, "contrat local de santé", "contrats locaux de santé"),
            count(file.cpts.len() as u32, "CPTS", "CPTS"),
            count(file.projects.len() as u32, "projet labellisé", "projets labellisés"),
            "selon quelle source, à quelle date".to_owned(),
        ];
    };
    let sentence = answers::sentence(records, subject);
    let answer = sentence.split_once("\u{a0}: ").map_or(sentence.as_str(), |(_, rest)| rest);
    let parts = answer.trim_end_matches('.').split("\u{a0}; ");
    parts.map(|part| capital(&part.replace('\u{202f}', "\u{a0}"))).collect()
}

/// The rows of the legend: what the map shows of schemes, and what it shows where there is none.
fn legend(content: &Content, subject: Option<&Subject>) -> Vec<(Fill, String)> {
    let palette = &Palette::LIGHT;
    let layers = [Layer::Cls, Layer::Cpts].map(|layer| (layer, statuses(content, layer, subject)));
    let has_both = layers.iter().all(|(_, all)| all.contains(&Status::Active));
    let row = |(layer, one)| {
        let label = format!("{}, {}", Layer::short_title(layer), status(layer, one));
        (palette.scheme(layer, one), label)
    };
    // Of many statuses, the first of each layer first.
    let mut rows: Vec<(Layer, Status)> = layers
        .into_iter()
        .flat_map(|(layer, all)| all.into_iter().map(move |one| (layer, one)))
        .collect();
    rows.sort_by_key(|&(_, one)| one);
    let both = has_both.then(|| (palette.both(), "CLS et CPTS".to_owned()));
    let most = ROWS - 1 - usize::from(has_both);
    let backdrop = backdrop_of(content, subject);
    let name = capital(answers::swatch::backdrop_name(backdrop));
    let rows = rows.into_iter().take(most).map(row).chain(both);
    rows.chain([(palette.backdrop(backdrop), name)]).collect()
}

/// The backdrop of a map, where there is no scheme; of the country, that of most regions.
fn backdrop_of(content: &Content, subject: Option<&Subject>) -> Backdrop {
    let model = &content.model;
    let region = match subject {
        Some(Subject::Territory(Territory::Region(region))) => *region as u32,
        Some(Subject::Territory(Territory::Department(department))) => {
            model.departments[*department].region
        }
        _ => return Backdrop::Facts,
    };
    backdrop(model, &style(), region)
}

/// The size, weight and colour of letters.
type Letters = (f32, Weight, &'static str);

fn put(svg: &mut String, text: &str, baseline: f32, letters: Letters) {
    put_at(svg, text, (LEFT, baseline), letters);
}

fn put_at(svg: &mut String, text: &str, (x, y): (f32, f32), (size, weight, color): Letters) {
    let weight = if weight == Weight::Bold { 700 } else { 400 };
    // Writing to a String cannot fail.
    _ = write!(
        svg,
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{color}\">{}</text>",
        escaped(text)
    );
}

/// Writes a sample of a fill, 36 × 22 pixels, with its textures at the scale of the map.
fn put_sample(svg: &mut String, fill: Fill, number: usize, top: f32) {
    _ = write!(
        svg,
        "<svg x=\"{LEFT}\" y=\"{top}\" width=\"36\" height=\"22\" viewBox=\"0 0 18 11\">\
         <rect width=\"18\" height=\"11\" fill=\"{}\"/>",
        fill.color.css()
    );
    for (layer, (pattern, ink)) in fill.patterns.into_iter().flatten().enumerate() {
        let marks: String = pattern
            .marks()
            .iter()
            .map(|mark| format!("M{} {}L{} {}", mark.from.0, mark.from.1, mark.to.0, mark.to.1))
            .collect();
        let id = format!("l{number}-{layer}");
        _ = write!(
            svg,
            "<pattern id=\"{id}\" width=\"{TILE}\" height=\"{TILE}\" patternUnits=\"userSpaceOnUse\">\
             <path d=\"{marks}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linecap=\"round\"/></pattern>\
             <rect width=\"18\" height=\"11\" fill=\"url(#{id})\"/>",
            ink.css(),
            pattern.width(),
        );
    }
    svg.push_str(
        "<rect x=\"0.25\" y=\"0.25\" width=\"17.5\" height=\"10.5\" fill=\"none\" stroke=\"#6f7a84\" \
         stroke-width=\"0.5\"/></svg>",
    );
}
