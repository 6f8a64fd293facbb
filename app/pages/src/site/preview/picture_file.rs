//! PNG with a palette: a map has few colours, so that a byte for each pixel is enough.

use super::render::SIZE;
use crate::error::Error;
use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// The most colours of a palette.
const COLORS: usize = 64;

/// The keyword of the text that tells what a picture was made from.
const MARK: &str = "Source";

type Rgb = [u8; 3];

/// The pixels as a file, with a mark.
pub(super) fn encoded(pixels: &[Rgb], mark: &str) -> Result<Vec<u8>, Error> {
    let (palette, indexes) = indexed(pixels);
    write(&palette, &indexes, mark).map_err(|error| Error::form("aperçu", &error))
}

/// The mark of a picture; none where there is no picture of ours.
pub(super) fn mark_of(path: &Path) -> Option<String> {
    let file = BufReader::new(File::open(path).ok()?);
    let reader = png::Decoder::new(file).read_info().ok()?;
    let texts = &reader.info().uncompressed_latin1_text;
    texts.iter().find(|text| text.keyword == MARK).map(|text| text.text.clone())
}

fn write(palette: &[Rgb], indexes: &[u8], mark: &str) -> Result<Vec<u8>, png::EncodingError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, SIZE.0, SIZE.1);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    // Neighbouring indexes have nothing in common but being the same.
    encoder.set_filter(png::Filter::NoFilter);
    encoder.add_text_chunk(MARK.to_owned(), mark.to_owned())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(indexes)?;
    writer.finish()?;
    Ok(file)
}

/// A palette, and for each pixel its index. Where there are more colours than fit, those of most pixels
/// are kept, one of each small part of the colour space, and others become the nearest of them.
fn indexed(pixels: &[Rgb]) -> (Vec<Rgb>, Vec<u8>) {
    let mut counts: HashMap<Rgb, u32> = HashMap::new();
    pixels.iter().for_each(|pixel| *counts.entry(*pixel).or_default() += 1);
    let mut colors: Vec<(Rgb, u32)> = counts.into_iter().collect();
    // By colour where they are as frequent: the same picture is always the same file.
    colors.sort_by_key(|&(color, count)| (std::cmp::Reverse(count), color));
    let palette = palette(&colors);
    let nearest: HashMap<Rgb, u8> =
        colors.iter().map(|&(color, _)| (color, nearest(&palette, color))).collect();
    let indexes = pixels.iter().map(|pixel| nearest[pixel]).collect();
    (palette, indexes)
}

/// The palette of colours, the most frequent first.
fn palette(colors: &[(Rgb, u32)]) -> Vec<Rgb> {
    if colors.len() <= COLORS {
        return colors.iter().map(|(color, _)| *color).collect();
    }
    let mut parts: Vec<(Rgb, Rgb, u32)> = Vec::new();
    let mut known: HashMap<Rgb, usize> = HashMap::new();
    for &(color, count) in colors {
        let part = color.map(|channel| channel >> 4);
        let index = *known.entry(part).or_insert(parts.len());
        match parts.get_mut(index) {
            Some(part) => part.2 += count,
            None => parts.push((part, color, count)),
        }
    }
    parts.sort_by_key(|&(part, _, count)| (std::cmp::Reverse(count), part));
    parts.into_iter().take(COLORS).map(|(_, color, _)| color).collect()
}

fn nearest(palette: &[Rgb], color: Rgb) -> u8 {
    let distance = |other: &Rgb| -> u32 {
        (0..3).map(|channel| u32::from(color[channel].abs_diff(other[channel])).pow(2)).sum()
    };
    let found = palette.iter().enumerate().min_by_key(|(_, other)| distance(other));
    found.map_or(0, |(index, _)| index as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_colours_are_kept_exactly() {
        let pixels = [[1, 2, 3], [9, 9, 9], [1, 2, 3]];
        let (palette, indexes) = indexed(&pixels);
        let back: Vec<Rgb> = indexes.iter().map(|index| palette[usize::from(*index)]).collect();
        assert_eq!(back, pixels);
    }

    #[test]
    fn many_colours_become_near_ones_and_the_most_frequent_stays() {
        let mut pixels: Vec<Rgb> =
            (0..=255).flat_map(|red| (0..3).map(move |green| [red, green * 60, 0])).collect();
        pixels.extend([[200, 3, 77]; 50]);
        let (palette, indexes) = indexed(&pixels);
        assert!(palette.len() <= COLORS && palette.contains(&[200, 3, 77]));
        for (pixel, index) in pixels.iter().zip(&indexes) {
            let near = palette[usize::from(*index)];
            let far = (0..3).map(|one| pixel[one].abs_diff(near[one])).max().unwrap();
            assert!(far <= 16, "{pixel:?} became {near:?}");
        }
    }
}
