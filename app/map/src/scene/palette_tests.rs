use super::*;
use crate::Layer;

const PALETTES: [(&str, Palette); 2] = [("light", Palette::LIGHT), ("dark", Palette::DARK)];

/// The style tokens that the legend takes its colours from.
const TOKENS: &str = include_str!("../../../../style/tokens.css");

/// The least contrast of graphics that are needed to understand a drawing.
///
/// # Source
/// WCAG 2.2, success criterion 1.4.11.
const LEAST_CONTRAST: f64 = 3.0;

/// The least distance of two fills that nothing else tells apart, CIE 1976.
const LEAST_DISTANCE: f64 = 12.0;

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

/// A translucent colour over a ground, as browsers mix them.
fn over(top: Color, background: Rgb) -> Rgb {
    let (alpha, top) = (channel(top, 0), rgb(top));
    [0, 1, 2].map(|index| top[index] * alpha + background[index] * (1.0 - alpha))
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

/// What lines and symbols may lie on: the sea, the grounds, the CLS, and all but the sea under the
/// soft band of a CPTS.
fn backgrounds(palette: &Palette) -> Vec<(String, Rgb)> {
    let cls = Status::ALL.map(|status| (status.code(), palette.cls(status).color));
    let land = [("documented", palette.documented), ("undocumented", palette.undocumented.color)];
    let land: Vec<(&str, Rgb)> =
        land.into_iter().chain(cls).map(|(name, color)| (name, rgb(color))).collect();
    let band = land.iter().map(|(name, background)| {
        (format!("{name} under a band"), over(palette.cpts_band, *background))
    });
    let plain = land.iter().map(|(name, background)| ((*name).to_owned(), *background));
    let sea = ("sea".to_owned(), rgb(palette.outside));
    plain.chain(band).chain([sea]).collect()
}

#[test]
fn borders_strokes_and_outlines_stand_out_from_every_ground() {
    for (theme, palette) in PALETTES {
        let lines = [
            ("department", palette.department_border),
            ("region", palette.region_border),
            ("CPTS", palette.cpts),
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

/// A disc has an edge in the colour of its number: one of the two stands out from the ground, and
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
        for status in Status::ALL {
            let fill = palette.cls(status);
            let Some((_, ink)) = fill.pattern else { continue };
            let found = contrast(rgb(ink), rgb(fill.color));
            assert!(found >= LEAST_CONTRAST, "{theme}: {} {found:.2}", status.code());
        }
    }
}

#[test]
fn fills_of_the_legend_differ_in_texture_or_in_colour_for_every_vision() {
    for (theme, palette) in PALETTES {
        let plain = |color| Fill { color, pattern: None };
        let fills = [
            ("documented", plain(palette.documented)),
            ("partly documented", palette.partly_documented),
            ("undocumented", palette.undocumented),
            ("active", palette.cls(Status::Active)),
            ("in preparation", palette.cls(Status::InPreparation)),
            ("expired", palette.cls(Status::Expired)),
            ("unknown", palette.cls(Status::Unknown)),
            (Layer::Projects.code(), plain(palette.project)),
        ];
        for (index, (name, fill)) in fills.iter().enumerate() {
            let texture = |fill: &Fill| fill.pattern.map(|(pattern, _)| pattern);
            let others = fills[..index].iter().filter(|(_, other)| texture(other) == texture(fill));
            for (other, (vision, matrix)) in
                others.flat_map(|other| VISIONS.map(|one| (other, one)))
            {
                let found = distance(rgb(fill.color), rgb(other.1.color), &matrix);
                let pair = format!("{theme}, {vision}: {name} and {} {found:.1}", other.0);
                assert!(found >= LEAST_DISTANCE, "{pair}");
            }
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
    let (light, dark) = TOKENS.split_once("@media (prefers-color-scheme: dark)").unwrap();
    for (tokens, palette) in [(light, Palette::LIGHT), (dark, Palette::DARK)] {
        let pairs = [
            ("sea", palette.outside),
            ("documented", palette.documented),
            ("undocumented", palette.undocumented.color),
            ("cls", palette.cls[0]),
            ("cls-light", palette.cls[1]),
            ("cls-grey", palette.cls[2]),
            ("cls-ink", palette.cls_ink),
            ("cpts", palette.cpts),
            ("cpts-band", palette.cpts_band),
            ("project", palette.project),
        ];
        for (name, color) in pairs {
            let css = color.css();
            let opaque = css.strip_suffix("ff").unwrap_or(&css);
            assert_eq!(token(tokens, name), opaque, "{name}");
        }
    }
}

#[test]
fn every_status_of_a_layer_looks_different() {
    for palette in [Palette::LIGHT, Palette::DARK] {
        let areas = [Status::Active, Status::InPreparation, Status::Expired, Status::Unknown];
        let fills: std::collections::HashSet<_> = areas.map(|status| palette.cls(status)).into();
        assert_eq!(fills.len(), areas.len());
        let lines = [Status::Active, Status::InPreparation, Status::Unknown];
        let dashes = lines.map(|status| palette.cpts(status).dash);
        assert!(dashes[0] != dashes[1] && dashes[1] != dashes[2] && dashes[0] != dashes[2]);
    }
}
