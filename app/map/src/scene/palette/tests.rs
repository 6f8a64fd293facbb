use super::*;
use crate::served::{LayerShares, Share};

const PALETTES: [(&str, Palette); 2] = [("light", Palette::LIGHT), ("dark", Palette::DARK)];

/// The style tokens that the legend takes its colours from.
const TOKENS: &str = include_str!("../../../../../style/tokens.css");

/// The least contrast of graphics that are needed to understand a drawing.
///
/// # Source
/// WCAG 2.2, success criterion 1.4.11.
const LEAST_CONTRAST: f64 = 3.0;

/// The least distance between the colours of layers, CIE 1976.
const LEAST_DISTANCE: f64 = 13.0;

/// The least ratio of luminance between two fills with the same texture, or none.
const LEAST_STEP: f64 = 1.3;

/// How linear red, green and blue reach people with a deficiency, severity 1.0.
///
/// # Source
/// G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, *A Physiologically-based Model for
/// Simulation of Color Vision Deficiency*, IEEE TVCG 15(6), 2009, with the matrices published there.
const VISIONS: [(&str, [[f64; 3]; 3]); 4] = [
    ("normal", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

/// Red, green and blue as sRGB has them, 0 to 1.
type Rgb = [f64; 3];

fn channel(color: Color, shift: u32) -> f64 {
    f64::from(color.0 >> shift & 0xff) / 255.0
}

fn rgb(color: Color) -> Rgb {
    [24, 16, 8].map(|shift| channel(color, shift))
}

/// # Source
/// IEC 61966-2-1.
fn linear(value: f64) -> f64 {
    if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

fn product(matrix: &[[f64; 3]; 3], [r, g, b]: Rgb) -> Rgb {
    [0, 1, 2].map(|row| matrix[row][0] * r + matrix[row][1] * g + matrix[row][2] * b)
}

/// # Source
/// WCAG 2.2, definition of contrast ratio.
fn contrast(one: Rgb, other: Rgb) -> f64 {
    let luminance = |color: Rgb| {
        let [r, g, b] = color.map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    (one / other).max(other / one)
}

/// L*, a*, b* under D65, of a colour under a vision.
///
/// # Source
/// CIE 15:2004; the matrix of sRGB primaries from IEC 61966-2-1.
fn lab(color: Rgb, vision: &[[f64; 3]; 3]) -> [f64; 3] {
    const XYZ: [[f64; 3]; 3] = [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ];
    let seen = product(vision, color.map(linear)).map(|value| value.clamp(0.0, 1.0));
    let [x, y, z] = product(&XYZ, seen);
    let [x, y, z] = [x / 0.950_47, y, z / 1.088_83].map(|value: f64| {
        let is_dark = value <= 216.0 / 24_389.0;
        if is_dark { (24_389.0 / 27.0 * value + 16.0) / 116.0 } else { value.cbrt() }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn distance(one: Rgb, other: Rgb, vision: &[[f64; 3]; 3]) -> f64 {
    let (one, other) = (lab(one, vision), lab(other, vision));
    let squares = [0, 1, 2].map(|index: usize| (one[index] - other[index]).powi(2));
    squares.into_iter().sum::<f64>().sqrt()
}

/// Every state of one layer on a cell.
fn all_overlays() -> impl Iterator<Item = Overlay> {
    let schemes = Status::ALL.into_iter().filter(|status| *status != Status::Labelled);
    [Overlay::None, Overlay::Hidden].into_iter().chain(schemes.map(Overlay::Scheme))
}

const BACKDROPS: [Backdrop; 6] = [
    Backdrop::Silent,
    Backdrop::Absent,
    Backdrop::Partly,
    Backdrop::Facts,
    Backdrop::Undocumented,
    Backdrop::Hidden,
];

/// Every fill of land, with what it says.
fn fills(palette: &Palette) -> Vec<(String, Fill)> {
    let backdrops = BACKDROPS.map(|backdrop| (format!("{backdrop:?}"), palette.backdrop(backdrop)));
    let areas = all_overlays().flat_map(|cls| all_overlays().map(move |cpts| [cls, cpts]));
    let is_area = |overlays: &[Overlay; 2]| {
        overlays.iter().any(|overlay| matches!(overlay, Overlay::Scheme(_)))
    };
    let areas = areas
        .filter(is_area)
        .map(|overlays| (format!("{overlays:?}"), palette.area(overlays, Backdrop::Absent)));
    backdrops.into_iter().chain(areas).collect()
}

/// The colours beneath lines and symbols: the sea and all fills.
fn backgrounds(palette: &Palette) -> Vec<(String, Rgb)> {
    let sea = ("sea".to_owned(), rgb(palette.outside));
    let fills = fills(palette).into_iter().map(|(name, fill)| (name, rgb(fill.color)));
    fills.chain([sea]).collect()
}

#[test]
fn borders_strokes_and_outlines_stand_out_from_every_area() {
    for (theme, palette) in PALETTES {
        let lines = [
            ("department", palette.department_border),
            ("region", palette.region_border),
            ("CLS", palette.perimeter(Layer::Cls).color),
            ("CPTS", palette.perimeter(Layer::Cpts).color),
            ("selection", palette.selection),
        ];
        for (background, color) in backgrounds(&palette) {
            for (line, stroke) in lines {
                let found = contrast(rgb(stroke), color);
                assert!(found >= LEAST_CONTRAST, "{theme}: {line} on {background} {found:.2}");
            }
        }
        let halo = contrast(rgb(palette.selection), rgb(palette.halo));
        assert!(halo >= LEAST_CONTRAST, "{theme}: selection beside its halo {halo:.2}");
        assert!(contrast(rgb(palette.text), rgb(palette.halo)) >= 4.5, "{theme}: names");
    }
}

/// A disc has an edge in the colour of its number: one of the two stands out from the backdrop, and
/// the two from one another.
#[test]
fn symbols_stand_out_from_every_ground() {
    for (theme, palette) in PALETTES {
        let (disc, edge) = (rgb(palette.project), rgb(palette.project_background));
        assert!(contrast(disc, edge) >= 4.5, "{theme}: numbers");
        for (background, color) in backgrounds(&palette) {
            let found = contrast(disc, color).max(contrast(edge, color));
            assert!(found >= LEAST_CONTRAST, "{theme}: projects on {background} {found:.2}");
        }
    }
}

#[test]
fn the_textures_of_a_status_stand_out_from_their_fill() {
    for (theme, palette) in PALETTES {
        for (name, fill) in fills(&palette) {
            for (pattern, ink) in fill.patterns.into_iter().flatten() {
                // What is not known, or hidden, is to be seen and not to be looked at.
                if matches!(pattern, Pattern::Crosses(_)) || !name.contains("Scheme") {
                    continue;
                }
                let found = contrast(rgb(ink), rgb(fill.color));
                assert!(found >= LEAST_CONTRAST, "{theme}: {name} {found:.2}");
            }
        }
    }
}

/// The textures of a fill.
fn textures(fill: &Fill) -> [Option<Pattern>; 2] {
    fill.patterns.map(|own| own.map(|(pattern, _)| pattern))
}

#[test]
fn two_areas_that_say_other_things_differ_in_texture_or_in_luminance() {
    for (theme, palette) in PALETTES {
        // Where the whole country is in sight, what is not known is flat. Without a layer there is
        // one tint only.
        let mut fills = fills(&palette);
        fills.retain(|(name, _)| name != "Silent");
        fills.iter_mut().for_each(|(_, fill)| *fill = palette.calm(*fill));
        for (index, (name, fill)) in fills.iter().enumerate() {
            for (other, beside) in &fills[..index] {
                if textures(fill) != textures(beside) {
                    continue;
                }
                let found = contrast(rgb(fill.color), rgb(beside.color));
                assert!(found >= LEAST_STEP, "{theme}: {name} and {other} {found:.3}");
            }
        }
    }
}

#[test]
fn the_four_colours_of_two_layers_differ_for_every_vision() {
    for (theme, palette) in PALETTES {
        let [cls, cpts] = [Layer::Cls, Layer::Cpts].map(|it| palette.scheme(it, Status::Active));
        let layers = [("CLS", cls), ("CPTS", cpts), ("both", palette.both())];
        let backdrops = [Backdrop::Absent, Backdrop::Facts, Backdrop::Undocumented];
        let backdrops = backdrops.map(|backdrop| ("backdrop", palette.backdrop(backdrop)));
        for (index, (name, fill)) in layers.iter().enumerate() {
            for (other, beside) in layers[..index].iter().chain(&backdrops) {
                for (vision, matrix) in VISIONS {
                    let found = distance(rgb(fill.color), rgb(beside.color), &matrix);
                    let pair = format!("{theme}, {vision}: {name} and {other} {found:.1}");
                    assert!(found >= LEAST_DISTANCE, "{pair}");
                }
            }
        }
    }
}

/// The fills of the shares of a layer: of classes, each known exactly and as a lower bound, then of the
/// rows below them.
fn share_fills(palette: &Palette, layer: Layer) -> Vec<(Share, Fill)> {
    let shares = LayerShares { bounds: [0, 20, 40, 60], ..LayerShares::default() };
    let classes = [0, 20, 40, 60].into_iter();
    let classes = classes.flat_map(|percent| [Share::Exactly(percent), Share::AtLeast(percent)]);
    let others = [Share::Zero, Share::Uncertain, Share::NotKnown, Share::Undocumented];
    classes.chain(others).map(|share| (share, palette.share(layer, &shares, share))).collect()
}

#[test]
fn every_two_rows_of_shares_differ_in_texture_or_in_luminance() {
    for (theme, palette) in PALETTES {
        for layer in [Layer::Cls, Layer::Cpts] {
            let mut fills = share_fills(&palette, layer);
            fills.iter_mut().for_each(|(_, fill)| *fill = palette.calm(*fill));
            for (index, (share, fill)) in fills.iter().enumerate() {
                let department = contrast(rgb(palette.department_border), rgb(fill.color));
                assert!(department >= LEAST_CONTRAST, "{theme}: borders on {share:?}");
                for (pattern, ink) in fill.patterns.into_iter().flatten() {
                    let found = contrast(rgb(ink), rgb(fill.color));
                    let is_known = share.percent().is_some() || *share == Share::Uncertain;
                    assert!(
                        !is_known || found >= LEAST_CONTRAST,
                        "{theme}: {pattern:?} {found:.2}"
                    );
                }
                for (other, beside) in &fills[..index] {
                    let found = contrast(rgb(fill.color), rgb(beside.color));
                    let differ = textures(fill) != textures(beside) || found >= LEAST_STEP;
                    assert!(differ, "{theme}, {layer:?}: {share:?} and {other:?} {found:.3}");
                }
            }
        }
    }
}

#[test]
fn more_people_are_always_further_from_the_page() {
    for (theme, palette) in PALETTES {
        let page = rgb(palette.absent);
        for colors in palette.shares {
            let steps = colors.map(|color| contrast(rgb(color), page));
            assert!(steps.is_sorted(), "{theme}: {steps:?}");
        }
    }
}

#[test]
fn the_measures_agree_with_published_values() {
    let [white, black, red] = [0xffff_ffff, 0x0000_00ff, 0xff00_00ff].map(|hex| rgb(Color(hex)));
    assert!((contrast(white, black) - 21.0).abs() < 1e-9);
    assert!((contrast(white, rgb(Color(0x7676_76ff))) - 4.54).abs() < 0.01, "WebAIM");
    let [lightness, a, b] = lab(red, &VISIONS[0].1);
    assert!(
        (lightness - 53.24).abs() < 0.01 && (a - 80.09).abs() < 0.02 && (b - 67.20).abs() < 0.02
    );
    for (vision, matrix) in VISIONS {
        assert!(distance(white, [1.0; 3], &matrix) < 1e-3, "{vision} leaves white as it is");
        let sums = matrix.map(|row| row.iter().sum::<f64>());
        assert!(sums.iter().all(|sum| (sum - 1.0).abs() < 2e-6), "{vision}: {sums:?}");
    }
}

fn token<'a>(tokens: &'a str, name: &str) -> &'a str {
    let start = format!("--{name}: ");
    let value = tokens.split(&start).nth(1).unwrap_or_else(|| panic!("no {name}"));
    value.split(';').next().unwrap()
}

#[test]
fn the_legend_has_the_colours_of_the_map() {
    let (light, dark) =
        TOKENS.split_once("@media screen and (prefers-color-scheme: dark)").unwrap();
    for (tokens, palette) in [(light, Palette::LIGHT), (dark, Palette::DARK)] {
        for (color, name) in palette.named() {
            let css = color.css();
            let opaque = css.strip_suffix("ff").unwrap_or(&css);
            assert_eq!(token(tokens, &name), opaque, "{name}");
        }
    }
}

#[test]
fn each_colour_of_the_named_palette_has_one_name_that_tells_it_in_every_theme() {
    let named = Palette::NAMED.named();
    for (index, (color, name)) in named.iter().enumerate() {
        assert!(named[..index].iter().all(|other| other.0 != *color && other.1 != *name), "{name}");
    }
    let names: Vec<&str> = named.iter().map(|(_, name)| name.as_str()).collect();
    let dark = Palette::DARK.named();
    assert!(names.iter().eq(dark.iter().map(|(_, name)| name).collect::<Vec<_>>().iter()));
    // Every fill, in any theme, is the colour of the same name.
    for ((what, fill), (_, other)) in fills(&Palette::NAMED).iter().zip(fills(&Palette::DARK)) {
        let name = |named: &[(Color, String)], color: Color| {
            named.iter().find(|one| one.0 == color).map(|one| one.1.clone())
        };
        let found = name(&named, fill.color).unwrap_or_else(|| panic!("no name: {what}"));
        assert!(dark.iter().any(|one| one.1 == found && one.0 == other.color), "{what}: {found}");
    }
}
