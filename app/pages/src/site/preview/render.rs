//! A card as pixels.

use super::font;
use crate::error::Error;
use map::Palette;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::sync::{Arc, LazyLock};

/// Width and height, pixels.
pub(in crate::site) const SIZE: (u32, u32) = (1200, 630);

/// The fonts of the previews, and no other: the same picture on every machine.
static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    font::files().into_iter().for_each(|file| fonts.load_font_data(file.to_vec()));
    Arc::new(fonts)
});

/// The pixels of a card, row by row: red, green, blue.
pub(super) fn pixels(svg: &str) -> Result<Vec<[u8; 3]>, Error> {
    let options = Options { fontdb: Arc::clone(&FONTS), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| Error::form("aperçu", &error))?;
    let mut canvas =
        Pixmap::new(SIZE.0, SIZE.1).ok_or_else(|| Error::form("aperçu", "sans étendue"))?;
    canvas.fill(Color::WHITE);
    resvg::render(&tree, Transform::identity(), &mut canvas.as_mut());
    Ok(canvas.pixels().iter().map(|one| [one.red(), one.green(), one.blue()]).collect())
}

/// What `style/picture.css` says of a picture, for the light palette.
pub(super) fn style() -> String {
    let colors = Palette::LIGHT.named().into_iter().map(|(color, name)| {
        let color = color.css();
        format!(".f-{name}{{fill:{color}}}.s-{name}{{stroke:{color}}}")
    });
    let halo = Palette::LIGHT.halo.css();
    colors.collect::<String>()
        + &format!(
            "path{{stroke-linejoin:round;stroke-linecap:round}}.line,.mark{{fill:none}}\
             .map text{{text-anchor:middle}}.map .start{{text-anchor:start}}.bold{{font-weight:700}}\
             .country text{{font-size:14px}}\
             .halo{{paint-order:stroke;stroke:{halo};stroke-width:7px;stroke-linejoin:round}}\
             .country .halo{{stroke-width:4px}}"
        )
}
