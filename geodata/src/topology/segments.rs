//! From polygons to the segments between two faces.
//!
//! 1. every ring is turned so that its polygon lies on its left;
//! 2. every segment is entered once, with the face on each of its sides;
//! 3. a third claim on a segment, or two claims on one side, is an error: the contours overlap;
//! 4. segments with the same face on both sides (inside a merged commune) are dropped.

use super::grid::{GridPoint, turn};
use std::collections::HashMap;

/// The number of a face, on one side of an arc. `None` stands for the sea and foreign countries.
pub type Face = Option<u32>;

/// One polygon: its outer ring, then its holes; each ring closed (last vertex = first).
pub type Polygon = Vec<Vec<GridPoint>>;

/// A segment, from its lesser end to its greater, with the faces on its two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The end that comes first in grid order.
    pub start: GridPoint,
    /// The other end.
    pub end: GridPoint,
    /// The face on the left when going from `start` to `end`.
    pub left: Face,
    /// The face on the right.
    pub right: Face,
}

/// Why polygons do not form a coverage.
#[derive(Debug, thiserror::Error, PartialEq)]
pub enum CoverageError {
    /// Two polygons claim the same side of a segment.
    #[error(
        "les faces {first} et {second} sont du même côté du segment qui part de {lon}, {lat}\u{a0}: \
         les contours s’y chevauchent"
    )]
    Overlap {
        /// The face that claimed the side first.
        first: u32,
        /// The face that claims it too.
        second: u32,
        /// Degrees east of the segment's start.
        lon: f64,
        /// Degrees north of the segment's start.
        lat: f64,
    },
    /// A ring is not closed, or has fewer than three sides.
    #[error(
        "un anneau de la face {face} a {vertices} sommets ou n’est pas fermé\u{a0}: \
         4 au moins, le dernier égal au premier"
    )]
    OpenRing {
        /// The face that the ring bounds.
        face: u32,
        /// How many vertices it has.
        vertices: usize,
    },
}

/// Returns the segments that separate two different faces, in grid order.
///
/// `polygons` gives each polygon with its face; the orientation of rings does not matter.
///
/// # Errors
/// [`CoverageError`] where two polygons overlap or a ring is open. That two neighbours share
/// their vertices exactly is *not* checked here: where they do not, both keep a border with the
/// outside, and the count of such borders tells.
pub fn segments_between_faces<'a>(
    polygons: impl IntoIterator<Item = (u32, &'a Polygon)>,
) -> Result<Vec<Segment>, CoverageError> {
    let mut sides: HashMap<(GridPoint, GridPoint), [Face; 2]> = HashMap::new();
    for (face, polygon) in polygons {
        for (index, ring) in polygon.iter().enumerate() {
            if ring.len() < 4 || ring.first() != ring.last() {
                return Err(CoverageError::OpenRing { face, vertices: ring.len() });
            }
            let is_outer = index == 0;
            let keeps_face_on_left = (signed_area(ring) > 0) == is_outer;
            for side in ring.windows(2) {
                let (from, to) =
                    if keeps_face_on_left { (side[0], side[1]) } else { (side[1], side[0]) };
                claim(&mut sides, from, to, face)?;
            }
        }
    }
    let mut segments: Vec<Segment> = sides
        .into_iter()
        .filter(|(_, [left, right])| left != right)
        .map(|((start, end), [left, right])| Segment { start, end, left, right })
        .collect();
    segments.sort_unstable_by_key(|segment| (segment.start, segment.end));
    Ok(segments)
}

/// Enters `face` on the left of the way from `from` to `to`.
fn claim(
    sides: &mut HashMap<(GridPoint, GridPoint), [Face; 2]>,
    from: GridPoint,
    to: GridPoint,
    face: u32,
) -> Result<(), CoverageError> {
    if from == to {
        return Ok(());
    }
    let (ends, side) = if from < to { ((from, to), 0) } else { ((to, from), 1) };
    let claimed = &mut sides.entry(ends).or_insert([None; 2])[side];
    match *claimed {
        Some(first) => {
            let start = ends.0.lon_lat();
            Err(CoverageError::Overlap { first, second: face, lon: start.lon, lat: start.lat })
        }
        None => {
            *claimed = Some(face);
            Ok(())
        }
    }
}

/// Twice the signed area of a closed ring in grid steps; only its sign matters here.
pub fn signed_area(ring: &[GridPoint]) -> i64 {
    let Some(&origin) = ring.first() else {
        return 0;
    };
    ring.windows(2).map(|side| turn(origin, side[0], side[1])).sum()
}
