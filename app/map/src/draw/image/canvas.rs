//! A canvas that writes SVG elements with their colours as attributes.

use super::super::svg::PathText;
use super::texture::texture;
use crate::draw::simplify::simplify;
use crate::lean::push_fixed;
use crate::scene::{Align, Color, Fill, Stroke, TextStyle, Weight};
use crate::{Canvas, ScreenPoint};

/// The distance, CSS pixels, from which on a vertex is to be seen; files are enlarged more than screens are.
const TOLERANCE: f64 = 0.35;

/// The width of the edge around the letters of a name, CSS pixels.
const HALO: f64 = 3.5;

/// A canvas that writes SVG elements. Positions have a tenth of a CSS pixel.
pub(super) struct ImageCanvas {
    /// The elements.
    pub(super) text: String,
    /// Width and height, CSS pixels.
    size: (f64, f64),
    /// A corner of a tile of each texture, CSS pixels.
    origin: (f64, f64),
    /// The beginning of the names of its parts.
    id: String,
    path: PathText,
    /// The lines of the path at hand.
    rings: Vec<Vec<ScreenPoint>>,
    /// The number of areas with a texture so far.
    textured: u32,
}

impl ImageCanvas {
    pub(super) fn new(size: (f64, f64), origin: (f64, f64), id: &str) -> Self {
        Self {
            text: String::new(),
            size,
            origin,
            id: id.to_owned(),
            path: PathText::default(),
            rings: Vec::new(),
            textured: 0,
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.text.extend([" ", name, "=\"", value, "\""]);
    }

    fn number(&mut self, name: &str, value: f64) {
        self.text.extend([" ", name, "=\""]);
        push_fixed(&mut self.text, value, 2);
        self.text.push('"');
    }

    /// A colour, and how much it lets through: colours of eight digits are read by few programs.
    fn color(&mut self, name: &str, color: Color) {
        let css = color.css();
        self.attribute(name, &css[..7]);
        let alpha = color.0 & 0xff;
        if alpha < 0xff {
            self.text.extend([" ", name, "-opacity=\""]);
            push_fixed(&mut self.text, f64::from(alpha) / 255.0, 2);
            self.text.push('"');
        }
    }

    fn path_data(&mut self) {
        let path = std::mem::take(&mut self.path.text);
        self.attribute("d", &path);
        self.path.text = path;
    }

    fn round(&mut self) {
        self.text.push_str(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
    }

    fn letters(&mut self, text: &str, at: ScreenPoint, style: TextStyle) {
        self.number("x", at.x);
        // The middle of the letters is at the height of the point.
        self.number("y", at.y + style.size * 0.35);
        self.number("font-size", style.size);
        if style.weight == Weight::Bold {
            self.attribute("font-weight", "700");
        }
        if style.align == Align::Middle {
            self.attribute("text-anchor", "middle");
        }
        self.text.push('>');
        self.text.push_str(&text.replace('&', "&amp;").replace('<', "&lt;"));
        self.text.push_str("</text>");
    }
}

impl Canvas for ImageCanvas {
    fn begin(&mut self) {
        self.path.text.clear();
        self.rings.clear();
    }
    fn move_to(&mut self, point: ScreenPoint) {
        self.path.move_to(point);
        self.rings.push(vec![point]);
    }
    fn line_to(&mut self, point: ScreenPoint) {
        self.path.line_to(point);
        if let Some(ring) = self.rings.last_mut() {
            ring.push(point);
        }
    }
    fn close(&mut self) {
        self.path.close();
    }
    fn circle(&mut self, center: ScreenPoint, radius: f64) {
        self.path.circle(center, radius);
    }
    fn simplify(&self, line: &mut Vec<ScreenPoint>) {
        simplify(line, self.size, TOLERANCE);
    }
    fn fill(&mut self, fill: Fill) {
        if self.path.text.is_empty() {
            return;
        }
        self.text.push_str("<path");
        self.color("fill", fill.color);
        self.path_data();
        self.text.push_str("/>");
        let textures: Vec<_> = fill.patterns.into_iter().flatten().collect();
        if textures.is_empty() {
            return;
        }
        let clip = [&self.id, self.textured.to_string().as_str()].concat();
        self.textured += 1;
        self.text.push_str("<clipPath");
        self.attribute("id", &clip);
        self.text.push_str("><path");
        self.path_data();
        self.text.push_str("/></clipPath>");
        for (pattern, ink) in textures {
            let marks = texture(pattern, &self.rings, self.size, self.origin);
            self.text.push_str("<path fill=\"none\"");
            self.color("stroke", ink);
            self.number("stroke-width", pattern.width());
            self.round();
            self.attribute("clip-path", &["url(#", &clip, ")"].concat());
            self.attribute("d", &marks);
            self.text.push_str("/>");
        }
    }
    fn stroke(&mut self, stroke: Stroke) {
        if self.path.text.is_empty() {
            return;
        }
        self.text.push_str("<path fill=\"none\"");
        self.color("stroke", stroke.color);
        self.number("stroke-width", stroke.width);
        self.round();
        let [dash, gap] = stroke.dash;
        if dash > 0.0 {
            self.text.push_str(" stroke-dasharray=\"");
            push_fixed(&mut self.text, dash, 1);
            self.text.push(' ');
            push_fixed(&mut self.text, gap, 1);
            self.text.push('"');
        }
        self.path_data();
        self.text.push_str("/>");
    }
    fn text(&mut self, text: &str, at: ScreenPoint, style: TextStyle) {
        if let Some(halo) = style.halo {
            self.text.push_str("<text aria-hidden=\"true\" fill=\"none\"");
            self.color("stroke", halo);
            self.number("stroke-width", HALO);
            self.attribute("stroke-linejoin", "round");
            self.letters(text, at, style);
        }
        self.text.push_str("<text");
        self.color("fill", style.color);
        self.letters(text, at, style);
    }
}
