use super::*;
use map::{Layer, Palette, Status};
use std::io::Cursor;

const INK: [u8; 3] = [0x1f, 0x27, 0x2e];

/// A card of an invented territory, with a square for a map.
fn card(title: &str) -> Card {
    Card {
        title: title.to_owned(),
        sentences: vec![
            "16\u{a0}CLS, 53\u{a0}% de la population dans un CLS actif".to_owned(),
            "1\u{a0}projet labellisé".to_owned(),
        ],
        legend: vec![(Palette::LIGHT.both(), "CLS et CPTS".to_owned())],
        is_country: false,
        map:
            "<path class=\"f-cls\" d=\"M100 100h400v400h-400z\"/><path class=\"line s-selection\" \
              stroke-width=\"2\" d=\"M100 100h400v400h-400z\"/>"
                .to_owned(),
    }
}

fn drawn(card: &Card) -> Vec<u8> {
    let svg = card.svg();
    picture(&svg, &mark(&svg)).unwrap()
}

/// Width, height and pixels of a picture.
fn read(file: &[u8]) -> (u32, u32, Vec<[u8; 3]>) {
    let mut decoder = png::Decoder::new(Cursor::new(file));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut bytes).unwrap();
    let pixels = bytes.chunks_exact(3).map(|rgb| [rgb[0], rgb[1], rgb[2]]).collect();
    (frame.width, frame.height, pixels)
}

/// How many pixels of a rectangle are close to a colour.
fn count(pixels: &[[u8; 3]], [left, top, right, bottom]: [usize; 4], color: [u8; 3]) -> usize {
    let rows = (top..bottom).flat_map(|y| (left..right).map(move |x| pixels[y * 1200 + x]));
    rows.filter(|pixel| (0..3).all(|one| pixel[one].abs_diff(color[one]) < 24)).count()
}

#[test]
fn a_preview_has_its_size_its_title_in_letters_and_its_map() {
    let file = drawn(&card("Isère"));
    let (width, height, pixels) = read(&file);
    assert_eq!((width, height), SIZE);
    let title = [52, 105, 460, 160];
    let ink = count(&pixels, title, INK);
    assert!((300..6000).contains(&ink), "{ink} pixels of letters in the title");
    assert!(count(&pixels, [52, 50, 460, 80], [0, 0x57, 0x8a]) > 300, "the name of the site");
    let [red, green, blue, _] =
        Palette::LIGHT.scheme(Layer::Cls, Status::Active).color.0.to_be_bytes();
    assert!(count(&pixels, [600, 120, 980, 480], [red, green, blue]) > 100_000, "the map");
}

#[test]
fn another_title_is_another_picture_and_the_same_card_always_the_same_file() {
    let one = drawn(&card("Isère"));
    assert_eq!(one, drawn(&card("Isère")));
    let other = drawn(&card("Aisne"));
    assert_ne!(read(&one).2, read(&other).2);
}

#[test]
fn a_long_name_takes_two_lines_and_leaves_room_for_the_answer() {
    let (_, _, pixels) = read(&drawn(&card("Provence-Alpes-Côte d’Azur")));
    for line in [[52, 105, 470, 160], [52, 165, 470, 214]] {
        assert!(count(&pixels, line, INK) > 300);
    }
    assert_eq!(count(&pixels, [462, 0, 480, 630], INK), 0, "no letter runs into the map");
}

#[test]
fn a_picture_tells_what_it_was_made_from() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("isere.png");
    let card = card("Isère");
    std::fs::write(&path, drawn(&card)).unwrap();
    assert_eq!(picture_file::mark_of(&path), Some(mark(&card.svg())));
    std::fs::write(&path, "no picture").unwrap();
    assert_eq!(picture_file::mark_of(&path), None);
}
