//! The compact file of a topology: arcs as differences, weights as one byte on a logarithmic
//! scale, in `postcard` (variable-length integers) under brotli.

use super::arc_table::Topology;
use super::arcs::Arc;
use super::grid::GridPoint;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::io::{Read, Write};

/// Written first, so that an older or newer file is recognised before anything is trusted.
const FORMAT: &str = "santé des territoires, topologie 1";

/// Steps of the weight scale per doubling of the tolerance.
const STEPS_PER_OCTAVE: f32 = 16.0;

/// Why a packed topology cannot be written or read.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// The bytes are not brotli, or end too early.
    #[error("le fichier ne se décompresse pas ({0})")]
    Compression(#[from] std::io::Error),
    /// The decompressed bytes have another form than this version writes.
    #[error("le fichier n’est pas une topologie de cette version ({0})")]
    Encoding(#[from] postcard::Error),
    /// The file begins with another format name.
    #[error(
        "format attendu\u{a0}: «\u{a0}{FORMAT}\u{a0}»\u{a0}; trouvé\u{a0}: «\u{a0}{found}\u{a0}»"
    )]
    Format {
        /// The name found.
        found: String,
    },
    /// The arrays of an arc do not have the same length.
    #[error("l’arc {arc} a {found} pas, {expected} attendus")]
    Length {
        /// The number of the arc in the file.
        arc: usize,
        /// Vertices without the first.
        expected: usize,
        /// Differences found.
        found: usize,
    },
}

#[derive(Serialize, Deserialize)]
struct Packed<H> {
    format: String,
    header: H,
    arcs: Vec<PackedArc>,
}

/// Faces count from 1 here; 0 is the outside. A weight of 0 stands for infinity.
#[derive(Serialize, Deserialize)]
struct PackedArc {
    left: u32,
    right: u32,
    arc_weight: u8,
    start: (i32, i32),
    lon_deltas: Vec<i32>,
    lat_deltas: Vec<i32>,
    weights: Vec<u8>,
}

/// The bytes of `topology` behind a `header`.
///
/// Weights are rounded down to a scale of sixteen steps per octave above 1 m, which keeps their
/// order: a tolerance still cuts the process of simplification at one moment.
///
/// # Errors
/// [`PackError`] when the header cannot be encoded.
pub fn pack<H: Serialize>(topology: &Topology, header: H) -> Result<Vec<u8>, PackError> {
    let arcs = topology.arcs.iter().map(pack_arc).collect();
    let bytes = postcard::to_allocvec(&Packed { format: FORMAT.to_owned(), header, arcs })?;
    let mut packed = Vec::new();
    // Quality 11 and the largest window: written once a year, read at every build.
    brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 24).write_all(&bytes)?;
    Ok(packed)
}

/// Reads the bytes that [`pack`] wrote.
///
/// # Errors
/// [`PackError`] when the bytes are damaged or of another format.
pub fn unpack<H: DeserializeOwned>(packed: &[u8]) -> Result<(Topology, H), PackError> {
    let mut bytes = Vec::new();
    brotli::Decompressor::new(packed, 1 << 16).read_to_end(&mut bytes)?;
    let Packed { format, header, arcs } = postcard::from_bytes(&bytes)?;
    if format != FORMAT {
        return Err(PackError::Format { found: format });
    }
    let arcs = arcs.into_iter().enumerate().map(unpack_arc).collect::<Result<_, _>>()?;
    Ok((Topology { arcs }, header))
}

fn pack_arc(arc: &Arc) -> PackedArc {
    let deltas = |of: fn(&GridPoint) -> i32| {
        arc.points.windows(2).map(|side| of(&side[1]) - of(&side[0])).collect()
    };
    let start = arc.points.first().map_or((0, 0), |point| (point.lon, point.lat));
    PackedArc {
        left: arc.left.map_or(0, |face| face + 1),
        right: arc.right.map_or(0, |face| face + 1),
        arc_weight: pack_weight(arc.arc_weight_m),
        start,
        lon_deltas: deltas(|point| point.lon),
        lat_deltas: deltas(|point| point.lat),
        weights: arc.weights_m.iter().map(|&weight| pack_weight(weight)).collect(),
    }
}

fn unpack_arc((index, packed): (usize, PackedArc)) -> Result<Arc, PackError> {
    let expected = packed.weights.len().saturating_sub(1);
    for found in [packed.lon_deltas.len(), packed.lat_deltas.len()] {
        if found != expected {
            return Err(PackError::Length { arc: index, expected, found });
        }
    }
    let mut points = Vec::with_capacity(packed.weights.len());
    let mut point = GridPoint::new(packed.start.0, packed.start.1);
    points.push(point);
    for (lon, lat) in packed.lon_deltas.iter().zip(&packed.lat_deltas) {
        point = GridPoint::new(point.lon.wrapping_add(*lon), point.lat.wrapping_add(*lat));
        points.push(point);
    }
    Ok(Arc {
        left: packed.left.checked_sub(1),
        right: packed.right.checked_sub(1),
        points,
        weights_m: packed.weights.iter().map(|&weight| unpack_weight(weight)).collect(),
        arc_weight_m: unpack_weight(packed.arc_weight),
    })
}

fn pack_weight(weight_m: f32) -> u8 {
    if weight_m.is_infinite() { 0 } else { (weight_m.max(1.0).log2() * STEPS_PER_OCTAVE) as u8 + 1 }
}

fn unpack_weight(packed: u8) -> f32 {
    match packed {
        0 => f32::INFINITY,
        step => (f32::from(step - 1) / STEPS_PER_OCTAVE).exp2(),
    }
}
