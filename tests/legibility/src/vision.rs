//! The ways that a picture is seen: in colour, in grey, and with a colour-vision deficiency.

use crate::raster::Rgb;

/// L*, a*, b* under D65.
pub type Lab = [f32; 3];

/// A way of seeing: what reaches the eye of linear red, green and blue.
pub struct Vision {
    /// Its name, for messages.
    pub name: &'static str,
    matrix: [[f64; 3]; 3],
}

/// As luminance only: a black and white printer.
///
/// # Source
/// WCAG 2.2, definition of relative luminance.
pub const GREY: Vision = Vision { name: "grey", matrix: [[0.2126, 0.7152, 0.0722]; 3] };

/// Normal vision, then three deficiencies at severity 1.0.
///
/// # Source
/// G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, *A Physiologically-based Model for
/// Simulation of Color Vision Deficiency*, IEEE TVCG 15(6), 2009.
pub const COLOR: [Vision; 4] = [
    Vision { name: "normal", matrix: [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]] },
    Vision {
        name: "protanopia",
        matrix: [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    },
    Vision {
        name: "deuteranopia",
        matrix: [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    },
    Vision {
        name: "tritanopia",
        matrix: [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    },
];

impl Vision {
    /// A pixel as it is seen.
    ///
    /// # Source
    /// IEC 61966-2-1 for sRGB; CIE 15:2004 for L*a*b*.
    pub fn lab(&self, pixel: Rgb) -> Lab {
        let linear = pixel.map(|value| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        let seen = product(&self.matrix, linear).map(|value| value.clamp(0.0, 1.0));
        let [x, y, z] = product(&XYZ, seen);
        let [x, y, z] = [x / 0.950_47, y, z / 1.088_83].map(|value| {
            let is_dark = value <= 216.0 / 24_389.0;
            if is_dark { (24_389.0 / 27.0 * value + 16.0) / 116.0 } else { value.cbrt() }
        });
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)].map(|value| value as f32)
    }
}

const XYZ: [[f64; 3]; 3] = [
    [0.4124564, 0.3575761, 0.1804375],
    [0.2126729, 0.7151522, 0.0721750],
    [0.0193339, 0.1191920, 0.9503041],
];

fn product(matrix: &[[f64; 3]; 3], [r, g, b]: [f64; 3]) -> [f64; 3] {
    [0, 1, 2].map(|row| matrix[row][0] * r + matrix[row][1] * g + matrix[row][2] * b)
}
