//! Patterns: the textures of a status, as marks on a square tile that repeats.
//!
//! A pattern leans as its layer does: the same status of both layers on one area makes two textures
//! that cross, and neither hides the other.

/// The side of the tile of every pattern, CSS pixels.
pub const TILE: f64 = 12.0;

/// A texture over a plain fill, so that a status is never colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// Steep lines, most of the ground between them: not here yet.
    Hatch(Slant),
    /// Thin diagonal lines far apart: seen long ago.
    SparseHatch(Slant),
    /// Small points: no source says so.
    Pinholes(Slant),
    /// Points: not said.
    Dots(Slant),
    /// Large points far apart: not established.
    Drops(Slant),
    /// Thin straight lines: over.
    Bars(Slant),
    /// Small crosses: hidden by a filter.
    Crosses(Slant),
    /// Plus signs: at least.
    Pluses(Slant),
}

/// The way that a pattern leans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slant {
    /// Rising to the right, or level: CLS.
    Rising,
    /// Falling to the right, or upright: CPTS, and what is not known.
    Falling,
}

/// A straight mark with round ends on the tile; a point where both ends are one. CSS pixels, y down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// One end.
    pub from: (f64, f64),
    /// The other end.
    pub to: (f64, f64),
}

impl Pattern {
    /// The width of every mark, CSS pixels.
    pub const fn width(self) -> f64 {
        match self {
            Self::Hatch(_) => 1.2,
            Self::SparseHatch(_) | Self::Bars(_) => 0.9,
            Self::Pinholes(_) => 1.7,
            Self::Dots(_) => 1.8,
            Self::Drops(_) => 4.0,
            Self::Crosses(_) | Self::Pluses(_) => 1.1,
        }
    }

    /// The marks on the tile. Those that touch its edge go on beyond it, so that neighbouring tiles
    /// meet.
    pub fn marks(self) -> Vec<Mark> {
        match self {
            Self::Hatch(slant) => steep_lines(&[0.0, 6.0, 12.0, 18.0], slant),
            Self::SparseHatch(slant) => diagonals(&[0.0, 12.0, 24.0], slant),
            Self::Pinholes(slant) => points(&[(3.0, 2.0), (9.0, 8.0)], slant),
            Self::Dots(slant) => points(&[(2.0, 2.0), (8.0, 2.0), (2.0, 8.0), (8.0, 8.0)], slant),
            Self::Drops(slant) => points(&[(3.0, 3.0), (9.0, 9.0)], slant),
            Self::Bars(Slant::Rising) => [3.0, 9.0].map(|y| mark((-1.0, y), (13.0, y))).into(),
            Self::Bars(Slant::Falling) => [3.0, 9.0].map(|x| mark((x, -1.0), (x, 13.0))).into(),
            Self::Crosses(slant) => {
                let centers = points(&[(3.0, 9.0), (9.0, 3.0)], slant);
                centers.into_iter().flat_map(|center| cross(center.from)).collect()
            }
            Self::Pluses(slant) => {
                let centers = points(&[(4.0, 6.0)], slant);
                centers.into_iter().flat_map(|center| plus(center.from)).collect()
            }
        }
    }
}

const fn mark(from: (f64, f64), to: (f64, f64)) -> Mark {
    Mark { from, to }
}

/// Diagonal lines, by the sum of x and y along each; falling ones are their mirror image.
fn diagonals(sums: &[f64], slant: Slant) -> Vec<Mark> {
    let line = |&sum: &f64| {
        let (low, high) = ((sum - 13.0, 13.0), (sum + 1.0, -1.0));
        mark(leaning(low, slant), leaning(high, slant))
    };
    sums.iter().map(line).collect()
}

/// Lines twice as high as wide, by where each meets the upper edge; falling ones are their mirror image.
fn steep_lines(tops: &[f64], slant: Slant) -> Vec<Mark> {
    let line = |&top: &f64| {
        let (low, high) = ((top - 6.5, 13.0), (top + 0.5, -1.0));
        mark(leaning(low, slant), leaning(high, slant))
    };
    tops.iter().map(line).collect()
}

fn points(at: &[(f64, f64)], slant: Slant) -> Vec<Mark> {
    at.iter().map(|&point| leaning(point, slant)).map(|point| mark(point, point)).collect()
}

fn cross((x, y): (f64, f64)) -> [Mark; 2] {
    const ARM: f64 = 1.7;
    [mark((x - ARM, y - ARM), (x + ARM, y + ARM)), mark((x - ARM, y + ARM), (x + ARM, y - ARM))]
}

fn plus((x, y): (f64, f64)) -> [Mark; 2] {
    const ARM: f64 = 2.0;
    [mark((x - ARM, y), (x + ARM, y)), mark((x, y - ARM), (x, y + ARM))]
}

fn leaning((x, y): (f64, f64), slant: Slant) -> (f64, f64) {
    match slant {
        Slant::Rising => (x, y),
        Slant::Falling => (TILE - x, y),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_ways_of_a_pattern_are_mirror_images_and_never_the_same() {
        let kinds: [fn(Slant) -> Pattern; 8] = [
            Pattern::Hatch,
            Pattern::SparseHatch,
            Pattern::Pinholes,
            Pattern::Dots,
            Pattern::Drops,
            Pattern::Bars,
            Pattern::Crosses,
            Pattern::Pluses,
        ];
        for kind in kinds {
            let [rising, falling] =
                [Slant::Rising, Slant::Falling].map(|slant| kind(slant).marks());
            assert_eq!(rising.len(), falling.len());
            assert!(rising.iter().all(|mark| !falling.contains(mark)), "{rising:?}");
        }
    }
}
