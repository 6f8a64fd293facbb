//! The map with what explains it as one SVG that stands alone: a picture for a report or a slide.
//!
//! | file | does |
//! | --- | --- |
//! | `legend` | the samples of what is in sight |
//! | `sources` | the sources of what is in sight |
//! | `writing` | lines of text, which SVG does not break by itself |

mod legend;
mod sources;
mod writing;

use legend::{Sample, legend};
use map::export::Colophon;
use map::{MapImage, Palette};
pub use sources::image_sources;
use std::fmt::Write as _;
use writing::{Writing, escaped};

/// A map with its texts.
#[derive(Clone, Copy, Debug)]
pub struct CaptionedMap<'a> {
    /// The map, in the palette [`Palette::LIGHT`]: paper is light.
    pub map: MapImage<'a>,
    /// The answer in a sentence; empty for none.
    pub sentence: &'a str,
    /// The title, the day, the sources and the address.
    pub about: &'a Colophon,
}

/// The space at every edge, CSS pixels.
const EDGE: f64 = 24.0;

/// The width of the legend beside the map, and that of a column of it below, CSS pixels.
const LEGEND: f64 = 232.0;

/// The width of a map from which on the legend stands beside it, CSS pixels.
const WIDE: f64 = 560.0;

/// The height of a row of the legend, CSS pixels.
const ROW: f64 = 23.0;

const TEXT: &str = "#1f272e";
const SOFT: &str = "#525d67";

impl CaptionedMap<'_> {
    /// The document.
    pub fn svg(&self) -> String {
        let (map_width, map_height) = self.map.viewport.size;
        let rows = legend(self.map.scene, self.map.viewport);
        let is_beside = map_width >= WIDE;
        let width = map_width + 2.0 * EDGE + if is_beside { LEGEND + EDGE } else { 0.0 };
        let mut writing = Writing::new(EDGE, width - 2.0 * EDGE, EDGE);
        self.head(&mut writing);
        let top = writing.below(12.0);
        let mut body = self.map_at(top);
        let (left, columns) = if is_beside {
            writing.go_to(top + map_height);
            ((EDGE + map_width + EDGE, top), 1)
        } else {
            let columns = (map_width / LEGEND).floor().max(1.0) as usize;
            writing.go_to(top + map_height + 16.0 + rows.len().div_ceil(columns) as f64 * ROW);
            ((EDGE, top + map_height + 16.0), columns)
        };
        push_legend(&mut body, &rows, left, columns);
        let least = left.1 + rows.len() as f64 * ROW;
        if is_beside && least > writing.below(0.0) {
            writing.go_to(least);
        }
        writing.below(10.0);
        self.foot(&mut writing);
        let height = writing.below(EDGE - 6.0);
        let mut svg = String::new();
        self.open(&mut svg, width, height);
        svg.push_str(&body);
        svg.push_str(&writing.text);
        svg.push_str("</svg>\n");
        svg
    }

    /// The beginning: its size, its title for who listens, the paper. `Inter` is there for programs that
    /// have it, as ours does.
    fn open(&self, svg: &mut String, width: f64, height: f64) {
        let [width, height] = [width, height].map(|length| length.round() as u32);
        // Writing to a String cannot fail.
        _ = write!(
            svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" font-family=\"Inter, Arial, Helvetica, sans-serif\">\
             <title>{}</title><desc>{}</desc>\
             <rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>",
            escaped(&self.about.title),
            escaped(self.sentence),
        );
    }

    fn head(&self, writing: &mut Writing) {
        writing.paragraph(&self.about.title, (24.0, 700, TEXT));
        if !self.sentence.is_empty() {
            writing.below(4.0);
            writing.paragraph(self.sentence, (14.0, 400, TEXT));
        }
    }

    fn foot(&self, writing: &mut Writing) {
        let Colophon { day, sources, address, .. } = self.about;
        let label = if sources.len() > 1 { "Sources" } else { "Source" };
        if !sources.is_empty() {
            let text = format!("{label}\u{a0}: {}.", sources.join("\u{a0}; "));
            writing.paragraph(&text, (10.5, 400, SOFT));
        }
        writing.below(3.0);
        writing.paragraph(&format!("Santé des territoires. {day}."), (10.5, 400, SOFT));
        writing.paragraph(address, (10.5, 400, SOFT));
    }

    /// The map, cut to its size, with its frame.
    fn map_at(&self, top: f64) -> String {
        let [width, height, top] = {
            let (width, height) = self.map.viewport.size;
            [width, height, top].map(|length| length.round() as u32)
        };
        let left = EDGE as u32;
        let sea = Palette::LIGHT.outside.css();
        let area = format!("width=\"{width}\" height=\"{height}\"");
        format!(
            "<clipPath id=\"carte\"><rect {area}/></clipPath><g transform=\"translate({left} {top})\">\
             <g clip-path=\"url(#carte)\"><rect {area} fill=\"{}\"/>{}</g>\
             <rect {area} fill=\"none\" stroke=\"#d8d4cc\"/></g>",
            &sea[..7],
            self.map.elements(),
        )
    }
}

fn push_legend(
    svg: &mut String,
    rows: &[(Sample, String)],
    (left, top): (f64, f64),
    columns: usize,
) {
    let per_column = rows.len().div_ceil(columns.max(1)).max(1);
    for (at, (sample, label)) in rows.iter().enumerate() {
        let x = (left + (at / per_column) as f64 * LEGEND).round() as u32;
        let y = (top + (at % per_column) as f64 * ROW).round() as u32;
        _ = write!(
            svg,
            "<g transform=\"translate({x} {y})\">{}<text x=\"38\" y=\"13\" font-size=\"12\" \
             fill=\"{TEXT}\">{}</text></g>",
            sample.elements(at),
            escaped(label),
        );
    }
}
