//! A canvas of pixels: the scene as a browser would paint it, without texts.

use map::{Canvas, Color, Fill, Scene, ScreenPoint, Stroke, TILE, Viewport, draw};
use tiny_skia::{
    FillRule, FilterQuality, LineCap, LineJoin, Paint, Path, PathBuilder, Pattern, Pixmap, Shader,
    SpreadMode, StrokeDash, Transform,
};

/// A pixel: red, green and blue.
pub type Rgb = [u8; 3];

/// A picture, row by row from the top.
pub struct Picture {
    /// The pixels of a row.
    pub width: usize,
    /// All pixels, [`Self::width`] to a row.
    pub pixels: Vec<Rgb>,
}

/// A canvas that paints into a pixmap; one CSS pixel is one pixel.
struct PixelCanvas {
    pixmap: Pixmap,
    path: PathBuilder,
}

/// The scene as `viewport` sees it.
pub fn paint(scene: &Scene, viewport: &Viewport) -> Picture {
    let size = (viewport.size.0 as u32, viewport.size.1 as u32);
    let mut canvas = PixelCanvas::new(size, scene.style.palette.outside);
    draw(scene, viewport, &mut canvas);
    canvas.picture()
}

/// A square of a fill, as the legend shows it.
pub fn swatch(fill: Fill, side: u32) -> Picture {
    let mut canvas = PixelCanvas::new((side, side), fill.color);
    let side = f64::from(side);
    canvas.begin();
    canvas.move_to(ScreenPoint::new(0.0, 0.0));
    for (x, y) in [(side, 0.0), (side, side), (0.0, side)] {
        canvas.line_to(ScreenPoint::new(x, y));
    }
    canvas.close();
    canvas.fill(fill);
    canvas.picture()
}

impl PixelCanvas {
    fn new((width, height): (u32, u32), background: Color) -> Self {
        let mut pixmap = Pixmap::new(width, height).unwrap();
        pixmap.fill(color(background));
        Self { pixmap, path: PathBuilder::new() }
    }

    fn picture(&self) -> Picture {
        let pixel = |it: &tiny_skia::PremultipliedColorU8| [it.red(), it.green(), it.blue()];
        let pixels = self.pixmap.pixels().iter().map(pixel).collect();
        Picture { width: self.pixmap.width() as usize, pixels }
    }

    fn path(&self) -> Option<Path> {
        self.path.clone().finish()
    }
}

impl Canvas for PixelCanvas {
    fn begin(&mut self) {
        self.path = PathBuilder::new();
    }

    fn move_to(&mut self, point: ScreenPoint) {
        self.path.move_to(point.x as f32, point.y as f32);
    }

    fn line_to(&mut self, point: ScreenPoint) {
        self.path.line_to(point.x as f32, point.y as f32);
    }

    fn close(&mut self) {
        self.path.close();
    }

    fn circle(&mut self, center: ScreenPoint, radius: f64) {
        self.path.push_circle(center.x as f32, center.y as f32, radius as f32);
    }

    fn fill(&mut self, fill: Fill) {
        let Some(path) = self.path() else { return };
        let tile = tile(fill);
        let shader = if fill.patterns == [None; 2] {
            Shader::SolidColor(color(fill.color))
        } else {
            let (repeat, nearest) = (SpreadMode::Repeat, FilterQuality::Nearest);
            Pattern::new(tile.as_ref(), repeat, nearest, 1.0, Transform::identity())
        };
        let paint = Paint { shader, ..Paint::default() };
        self.pixmap.fill_path(&path, &paint, FillRule::Winding, Transform::identity(), None);
    }

    fn stroke(&mut self, stroke: Stroke) {
        let Some(path) = self.path() else { return };
        let dash = stroke.dash.map(|length| length as f32);
        let line = tiny_skia::Stroke {
            width: stroke.width as f32,
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            dash: if dash[1] > 0.0 { StrokeDash::new(dash.into(), 0.0) } else { None },
            ..tiny_skia::Stroke::default()
        };
        stroke_path(&mut self.pixmap, &path, stroke.color, &line);
    }
}

/// The tile of a fill: its marks on its colour.
fn tile(fill: Fill) -> Pixmap {
    let mut tile = Pixmap::new(TILE as u32, TILE as u32).unwrap();
    tile.fill(color(fill.color));
    for (pattern, ink) in fill.patterns.into_iter().flatten() {
        let mut path = PathBuilder::new();
        for mark in pattern.marks() {
            path.move_to(mark.from.0 as f32, mark.from.1 as f32);
            path.line_to(mark.to.0 as f32 + 0.01, mark.to.1 as f32);
        }
        let line = tiny_skia::Stroke {
            width: pattern.width() as f32,
            line_cap: LineCap::Round,
            ..tiny_skia::Stroke::default()
        };
        stroke_path(&mut tile, &path.finish().unwrap(), ink, &line);
    }
    tile
}

fn stroke_path(pixmap: &mut Pixmap, path: &Path, ink: Color, line: &tiny_skia::Stroke) {
    let paint =
        Paint { shader: Shader::SolidColor(color(ink)), anti_alias: true, ..Paint::default() };
    pixmap.stroke_path(path, &paint, line, Transform::identity(), None);
}

fn color(Color(hex): Color) -> tiny_skia::Color {
    let [red, green, blue, alpha] = hex.to_be_bytes();
    tiny_skia::Color::from_rgba8(red, green, blue, alpha)
}
