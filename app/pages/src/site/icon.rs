//! The sign of the site as pixels: `favicon.ico`, which programs ask for without reading any page.

use crate::error::Error;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Its side, pixels.
const SIDE: u8 = 32;

/// The icon of an SVG whose view box has a side of 32.
///
/// # Source
/// The format ICO with a PNG in it, as every browser reads it: a header, one entry, the picture.
pub(super) fn drawn(svg: &str) -> Result<Vec<u8>, Error> {
    let tree = Tree::from_str(svg, &Options::default());
    let tree = tree.map_err(|error| Error::form("favicon.svg", &error))?;
    let side = u32::from(SIDE);
    let mut canvas =
        Pixmap::new(side, side).ok_or_else(|| Error::form("favicon.svg", "sans étendue"))?;
    let scale = f32::from(SIDE) / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut canvas.as_mut());
    let picture = encoded(&canvas).map_err(|error| Error::form("favicon.ico", &error))?;
    let mut icon = vec![0, 0, 1, 0, 1, 0, SIDE, SIDE, 0, 0, 1, 0, 32, 0];
    icon.extend((picture.len() as u32).to_le_bytes());
    icon.extend(22_u32.to_le_bytes());
    icon.extend(picture);
    Ok(icon)
}

fn encoded(canvas: &Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, canvas.width(), canvas.height());
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header()?;
    let rgba = canvas.pixels().iter().flat_map(|pixel| {
        let color = pixel.demultiply();
        [color.red(), color.green(), color.blue(), color.alpha()]
    });
    writer.write_image_data(&rgba.collect::<Vec<u8>>())?;
    writer.finish()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_is_a_picture_of_its_side_behind_a_header() {
        let icon = drawn(include_str!("favicon.svg")).unwrap();
        assert_eq!(icon[..6], [0, 0, 1, 0, 1, 0]);
        let mut reader = png::Decoder::new(std::io::Cursor::new(&icon[22..])).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        assert_eq!((reader.info().width, reader.info().height), (32, 32));
        let is_drawn = |pixel: &&[u8]| pixel[3] == 255;
        assert!(pixels.chunks(4).filter(is_drawn).count() > 300, "the sign fills it");
        assert_eq!(pixels[3], 0, "and leaves its corners free");
    }
}
