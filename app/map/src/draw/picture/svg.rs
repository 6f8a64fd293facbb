//! A canvas that writes SVG elements, coloured by the classes of the style sheet.

use super::path::{PathData, UNITS};
use crate::draw::simplify::simplify;
use crate::scene::{Align, Color, Fill, Palette, Pattern, Stroke, TILE, TextStyle, Weight};
use crate::text::escaped;
use crate::{Canvas, MapPoint, ScreenPoint, Viewport, fixed};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A canvas that writes SVG elements. Its colours are those of [`Palette::NAMED`].
pub(super) struct SvgCanvas {
    /// The elements.
    pub(super) text: String,
    /// Width and height, CSS pixels.
    size: (f64, f64),
    /// The corner of a tile of each texture, CSS pixels: they lie on the map as in the application.
    origin: (f64, f64),
    /// The distance, CSS pixels, from which on a vertex is to be seen.
    tolerance: f64,
    path: PathData,
    /// The names of colours.
    names: BTreeMap<u32, String>,
    /// The textures that areas use, in the order of their first use.
    textures: Vec<(Pattern, Color)>,
    /// The number of areas with a texture so far.
    textured: usize,
}

impl SvgCanvas {
    /// An empty picture of a view.
    pub(super) fn new(view: &Viewport, tolerance: f64) -> Self {
        let (size, zero) = (view.size, view.screen_from_map(MapPoint::default()));
        let names = Palette::NAMED.named().into_iter().map(|(color, name)| (color.0, name));
        Self {
            text: String::new(),
            size,
            origin: (zero.x.rem_euclid(TILE), zero.y.rem_euclid(TILE)),
            tolerance,
            path: PathData::new(size),
            names: names.collect(),
            textures: Vec::new(),
            textured: 0,
        }
    }

    /// Writes the path at hand as a link with a name, transparent until it is pointed at.
    pub(super) fn link(&mut self, href: &str, name: &str) {
        let path = self.path.text();
        if !path.is_empty() {
            _ = write!(
                self.text,
                "<a href=\"{}\" tabindex=\"-1\"><title>{}</title><path d=\"{path}\"/></a>",
                escaped(href),
                escaped(name),
            );
        }
    }

    /// Opens a group that [`SvgCanvas::use_group`] can use.
    pub(super) fn open_group(&mut self, number: usize) {
        _ = write!(self.text, "<g id=\"g{number}\">");
    }

    /// Writes a group once more, in a fill of its own; nothing to be read or pointed at.
    pub(super) fn use_group(&mut self, number: usize, fill: Fill) {
        let class = self.name(fill.color).to_owned();
        _ = write!(
            self.text,
            "<g class=\"ground\" aria-hidden=\"true\"><use href=\"#g{number}\" class=\"f-{class}\"/>"
        );
        for texture in fill.patterns.into_iter().flatten() {
            let texture = self.texture(texture);
            _ = write!(self.text, "<use href=\"#g{number}\" fill=\"url(#t{texture})\"/>");
        }
        self.text.push_str("</g>");
    }

    /// The definitions of the textures.
    pub(super) fn definitions(&self) -> String {
        let mut text = String::new();
        let (x, y) = (short(self.origin.0 * UNITS), short(self.origin.1 * UNITS));
        for (number, (pattern, ink)) in self.textures.iter().enumerate() {
            let side = whole(TILE);
            _ = write!(
                text,
                "<pattern id=\"t{number}\" x=\"{x}\" y=\"{y}\" width=\"{side}\" height=\"{side}\" \
                 patternUnits=\"userSpaceOnUse\"><path class=\"mark s-{}\" stroke-width=\"{}\" d=\"{}\"/></pattern>",
                self.name(*ink),
                short(pattern.width() * UNITS),
                marks(*pattern),
            );
        }
        if text.is_empty() { text } else { format!("<defs>{text}</defs>") }
    }

    fn name(&self, color: Color) -> &str {
        self.names.get(&color.0).map_or("edge", String::as_str)
    }

    fn texture(&mut self, texture: (Pattern, Color)) -> usize {
        self.textures.iter().position(|known| *known == texture).unwrap_or_else(|| {
            self.textures.push(texture);
            self.textures.len() - 1
        })
    }
}

impl Canvas for SvgCanvas {
    fn begin(&mut self) {
        self.path = PathData::new(self.size);
    }
    fn move_to(&mut self, point: ScreenPoint) {
        self.path.move_to(point);
    }
    fn line_to(&mut self, point: ScreenPoint) {
        self.path.line_to(point);
    }
    fn close(&mut self) {
        self.path.close();
    }
    fn circle(&mut self, center: ScreenPoint, radius: f64) {
        self.path.circle(center, radius);
    }
    fn simplify(&self, line: &mut Vec<ScreenPoint>) {
        simplify(line, self.size, self.tolerance);
    }
    fn fill(&mut self, fill: Fill) {
        let path = self.path.text().to_owned();
        if path.is_empty() {
            return;
        }
        let class = self.name(fill.color).to_owned();
        let textures: Vec<_> = fill.patterns.into_iter().flatten().collect();
        if textures.is_empty() {
            _ = write!(self.text, "<path class=\"f-{class}\" d=\"{path}\"/>");
            return;
        }
        // The path takes its fill from around it, so that it can be used again with another one.
        let area = self.textured;
        self.textured += 1;
        _ = write!(self.text, "<g class=\"f-{class}\"><path id=\"a{area}\" d=\"{path}\"/></g>");
        for texture in textures {
            let texture = self.texture(texture);
            _ = write!(self.text, "<use href=\"#a{area}\" fill=\"url(#t{texture})\"/>");
        }
    }
    fn stroke(&mut self, stroke: Stroke) {
        let (class, width) = (self.name(stroke.color).to_owned(), short(stroke.width));
        let path = self.path.text();
        if !path.is_empty() {
            _ = write!(
                self.text,
                "<path class=\"line s-{class}\" stroke-width=\"{width}\" d=\"{path}\"/>"
            );
        }
    }
    fn text(&mut self, text: &str, at: ScreenPoint, style: TextStyle) {
        let anchor = if style.align == Align::Start { " start" } else { "" };
        let halo = if style.halo.is_some() { " halo" } else { "" };
        let weight = if style.weight == Weight::Bold { " bold" } else { "" };
        // The middle of the letters is at the height of the point.
        let baseline = at.y + style.size * 0.35;
        let class = self.name(style.color).to_owned();
        _ = write!(
            self.text,
            "<text class=\"f-{class}{halo}{weight}{anchor}\" font-size=\"{}\" x=\"{}\" y=\"{}\">{}</text>",
            whole(style.size),
            whole(at.x),
            whole(baseline),
            escaped(text),
        );
    }
}

/// The marks of a pattern as path data.
fn marks(pattern: Pattern) -> String {
    let mut path = String::new();
    for mark in pattern.marks() {
        for (command, point) in [('M', mark.from), ('L', mark.to)] {
            _ = write!(path, "{command}{} {}", short(point.0 * UNITS), short(point.1 * UNITS));
        }
    }
    path
}

/// CSS pixels in whole units of the picture.
fn whole(pixels: f64) -> i32 {
    (pixels * UNITS).round() as i32
}

/// A number with at most one decimal.
pub(super) fn short(number: f64) -> String {
    let text = fixed(number, 1);
    text.strip_suffix(".0").map_or(text.clone(), ToOwned::to_owned)
}
