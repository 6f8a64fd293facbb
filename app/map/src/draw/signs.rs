//! Signs: insets, discs, pins and names, which are drawn at a point and not along a border.

use super::canvas::Canvas;
use super::pen::Pen;
use crate::projection::{INSET_LABEL_HEIGHT, INSET_SCALE_BAR_HEIGHT};
use crate::scene::item::Emphasis;
use crate::scene::names::dot_of;
use crate::scene::names::{Label, LabelKind};
use crate::scene::scale_bar::{length_text, round_length};
use crate::scene::symbols::{Disc, RING, Scope, disc_radius};
use crate::scene::{Align, LETTER, TextStyle, Weight};
use crate::{Fill, Layer, MapBounds, MapPoint, Projection, ScreenPoint, Stroke};

/// The narrowest box of an inset that takes a scale bar, CSS pixels.
const NARROWEST_MEASURED_INSET: f64 = 62.0;

/// The most widths of its box that the name of an inset takes in the middle of it.
const CENTERED_OVERHANG: f64 = 1.08;

/// The most widths of its box that it takes at all.
const INSET_OVERHANG: f64 = 1.6;

/// The radius of the ring around a selected sign, CSS pixels.
pub(super) const RING_RADIUS: f64 = 12.0;

/// The smallest letters of a name, CSS pixels.
const SMALLEST_LETTERS: f64 = 9.0;

impl<C: Canvas> Pen<'_, C> {
    fn rectangle(&mut self, min: ScreenPoint, max: ScreenPoint) {
        self.canvas.begin();
        self.canvas.move_to(min);
        self.canvas.line_to(ScreenPoint::new(max.x, min.y));
        self.canvas.line_to(max);
        self.canvas.line_to(ScreenPoint::new(min.x, max.y));
        self.canvas.close();
    }

    pub(super) fn inset(&mut self, projection: Projection, bounds: MapBounds) {
        if !bounds.intersects(self.seen) {
            return;
        }
        let top_left = MapPoint::new(bounds.min.x, bounds.max.y);
        let bottom_right = MapPoint::new(bounds.max.x, bounds.min.y);
        let corners = [top_left, bottom_right].map(|corner| self.viewport.screen_from_map(corner));
        self.rectangle(corners[0], corners[1]);
        self.canvas.stroke(Stroke::full(self.palette.department_border, 0.75));

        let width = corners[1].x - corners[0].x;
        let band = INSET_LABEL_HEIGHT / self.viewport.resolution;
        self.inset_name(projection, corners[0], width, band);
        if width >= NARROWEST_MEASURED_INSET {
            let bar_band = INSET_SCALE_BAR_HEIGHT / self.viewport.resolution;
            let longest = width * 0.38;
            let start = ScreenPoint::new(
                corners[0].x + 8.0,
                corners[1].y - (bar_band / 2.0).clamp(5.0, 10.0),
            );
            self.bar(start, longest, projection.ground_metres_per_map_metre());
        }
    }

    /// The name of an inset in the band along its upper edge, `from` its upper left corner. A name that
    /// is wider goes on over the sea to the right.
    fn inset_name(&mut self, projection: Projection, from: ScreenPoint, width: f64, band: f64) {
        let name = projection.name();
        // About its width in letters of one pixel.
        let length = name.chars().count() as f64 * LETTER;
        let fitting = (width - 4.0) / length;
        let y = from.y + band / 2.0;
        let middle = ScreenPoint::new(from.x + width / 2.0, y);
        if length * SMALLEST_LETTERS <= width * CENTERED_OVERHANG {
            let size = (band * 0.55).min(fitting).clamp(SMALLEST_LETTERS, 13.0);
            self.text(name, middle, size, Align::Middle);
        } else if length * SMALLEST_LETTERS <= width * INSET_OVERHANG {
            self.text(name, ScreenPoint::new(from.x + 2.0, y), SMALLEST_LETTERS, Align::Start);
        } else {
            let number = projection.department().unwrap_or_default();
            self.text(number, middle, SMALLEST_LETTERS, Align::Middle);
        }
    }

    /// A bar of a round length on the ground, `longest` CSS pixels at the most, with its length.
    fn bar(&mut self, start: ScreenPoint, longest: f64, ground_per_map: f64) {
        let ground_per_pixel = self.viewport.resolution * ground_per_map;
        let metres = round_length(longest * ground_per_pixel);
        let end = ScreenPoint::new(start.x + f64::from(metres) / ground_per_pixel, start.y);
        self.canvas.begin();
        for (x, y) in
            [(start.x, start.y - 4.0), (start.x, start.y), (end.x, end.y), (end.x, end.y - 4.0)]
        {
            let point = ScreenPoint::new(x, y);
            if x <= start.x && y < start.y {
                self.canvas.move_to(point);
            } else {
                self.canvas.line_to(point);
            }
        }
        self.canvas.stroke(Stroke::full(self.palette.halo, 4.0));
        self.canvas.stroke(Stroke::full(self.palette.text, 1.2));
        self.text(
            &length_text(metres),
            ScreenPoint::new(end.x + 5.0, start.y - 2.0),
            10.5,
            Align::Start,
        );
    }

    pub(super) fn disc(&mut self, disc: Disc, emphasis: Emphasis) {
        let palette = self.palette;
        let radius = self.disc_radius();
        let at = self.viewport.screen_from_map(disc.at);
        if let Scope::Region(_) = disc.scope {
            self.circle(at, radius + RING, palette.project_background);
            self.canvas.stroke(Stroke::full(palette.project, 1.5));
        }
        let (fill, ink) = match disc.number {
            0 => (palette.project_background, palette.project),
            _ => (palette.project, palette.project_background),
        };
        self.circle(at, radius, fill);
        self.canvas.stroke(match emphasis {
            Emphasis::Selected => Stroke::full(palette.selection, 2.5),
            Emphasis::None => Stroke::full(ink, 1.5),
        });
        let style = TextStyle {
            color: ink,
            halo: None,
            size: radius * 1.25,
            weight: Weight::Bold,
            align: Align::Middle,
        };
        self.canvas.text(&disc.number.to_string(), at, style);
    }

    fn disc_radius(&self) -> f64 {
        disc_radius(self.viewport.resolution)
    }

    fn circle(&mut self, at: ScreenPoint, radius: f64, color: crate::Color) {
        self.canvas.begin();
        self.canvas.circle(at, radius);
        self.canvas.fill(Fill::plain(color));
    }

    /// A small drop that points at its commune.
    pub(super) fn pin(&mut self, at: MapPoint) {
        let tip = self.viewport.screen_from_map(at);
        let size = self.disc_radius() * 0.5;
        let top = ScreenPoint::new(tip.x, tip.y - size * 2.4);
        self.canvas.begin();
        self.canvas.move_to(tip);
        self.canvas.line_to(ScreenPoint::new(tip.x - size * 0.85, top.y + size * 0.5));
        self.canvas.line_to(ScreenPoint::new(tip.x + size * 0.85, top.y + size * 0.5));
        self.canvas.close();
        self.canvas.circle(top, size);
        self.canvas.stroke(Stroke::full(self.palette.project_background, 2.5));
        self.canvas.fill(Fill::plain(self.palette.project));
        self.circle(top, size, self.palette.project);
        self.circle(top, size * 0.4, self.palette.project_background);
    }

    /// A small diamond, hollow: a seat says that the scheme exists, not where it works.
    pub(super) fn seat(&mut self, layer: Layer, at: MapPoint) {
        let at = self.viewport.screen_from_map(at);
        let size = (self.disc_radius() * 0.55).max(4.0);
        self.canvas.begin();
        self.canvas.move_to(ScreenPoint::new(at.x, at.y - size));
        self.canvas.line_to(ScreenPoint::new(at.x + size, at.y));
        self.canvas.line_to(ScreenPoint::new(at.x, at.y + size));
        self.canvas.line_to(ScreenPoint::new(at.x - size, at.y));
        self.canvas.close();
        self.canvas.stroke(Stroke::full(self.palette.halo, 4.0));
        self.canvas.fill(Fill::plain(self.palette.project_background));
        self.canvas.stroke(Stroke { width: 1.8, ..self.palette.perimeter(layer) });
    }

    /// A small square with a dot: a place that a source names, in its commune.
    pub(super) fn venue(&mut self, at: MapPoint) {
        let at = self.viewport.screen_from_map(at);
        let half = (self.disc_radius() * 0.45).max(3.5);
        let corner = |side: f64| ScreenPoint::new(at.x + side * half, at.y + side * half);
        self.rectangle(corner(-1.0), corner(1.0));
        self.canvas.stroke(Stroke::full(self.palette.halo, 4.0));
        self.canvas.fill(Fill::plain(self.palette.project_background));
        self.canvas.stroke(Stroke::full(self.palette.project, 1.8));
        self.circle(at, half * 0.4, self.palette.project);
    }

    /// A ring around a sign.
    pub(super) fn ring_around(&mut self, at: MapPoint, stroke: Stroke) {
        let at = self.viewport.screen_from_map(at);
        self.canvas.begin();
        self.canvas.circle(at, RING_RADIUS);
        self.canvas.stroke(stroke);
    }

    /// A name; that of a town under its dot.
    pub(super) fn name(&mut self, label: &Label) {
        let at = self.viewport.screen_from_map(label.at);
        if label.kind == LabelKind::Prefecture {
            let dot = self.viewport.screen_from_map(dot_of(label, self.viewport.resolution));
            self.canvas.begin();
            self.canvas.circle(dot, 2.5);
            self.canvas.stroke(Stroke::full(self.palette.halo, 2.0));
            self.canvas.fill(Fill::plain(self.palette.text));
        }
        let weight = match label.kind {
            LabelKind::Department => Weight::Bold,
            LabelKind::Epci | LabelKind::Commune | LabelKind::Prefecture | LabelKind::Caption => {
                Weight::Regular
            }
        };
        let (color, halo) = (self.palette.text, Some(self.palette.halo));
        let style = TextStyle { color, halo, size: label.size_px, weight, align: Align::Middle };
        self.canvas.text(&label.text, at, style);
    }

    fn text(&mut self, text: &str, at: ScreenPoint, size: f64, align: Align) {
        let (color, halo) = (self.palette.text, Some(self.palette.halo));
        self.canvas.text(text, at, TextStyle { color, halo, size, weight: Weight::Regular, align });
    }
}
