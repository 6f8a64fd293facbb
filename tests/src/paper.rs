//! The page on paper: the PDF that the browser prints, read by the programs of Poppler.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::Pixel;

/// The resolution in which pages are looked at, pixels per inch.
const RESOLUTION: &str = "60";

/// A printed page.
pub struct Paper {
    /// All text, with plain spaces.
    pub text: String,
    /// Its pages.
    pub pages: Vec<PrintedPage>,
    /// The paths of the first page.
    pub paths: usize,
    /// Width and height of the pictures that are pixels.
    pub images: Vec<(u32, u32)>,
    /// What Poppler says of the document.
    pub about: String,
}

/// A page of it.
pub struct PrintedPage {
    /// Its text, with plain spaces.
    pub text: String,
    /// Its pixels.
    pub pixels: Vec<Pixel>,
}

impl Paper {
    /// The paper of a PDF.
    pub(crate) fn of(pdf: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.pdf");
        fs::write(&path, pdf).unwrap();
        let text = utf8(run("pdftotext", &[], &path, &["-"]));
        // A form feed ends each.
        let texts = text.trim_end_matches('\u{c}').split('\u{c}');
        let page =
            |(index, text)| PrintedPage { text: plain(text), pixels: pixels(&path, index + 1) };
        let first = utf8(run("pdftocairo", &["-svg", "-f", "1", "-l", "1"], &path, &["-"]));
        Self {
            pages: texts.enumerate().map(page).collect(),
            text: plain(&text),
            paths: first.matches("<path").count(),
            images: images(&utf8(run("pdfimages", &["-list"], &path, &[]))),
            about: utf8(run("pdfinfo", &[], &path, &[])),
        }
    }
}

impl PrintedPage {
    /// The share of the page that is close to a colour.
    pub fn share_of(&self, color: Pixel) -> f64 {
        self.share(|pixel| pixel.is_close_to(color))
    }

    /// The share of the page that is not blank.
    pub fn ink(&self) -> f64 {
        let blank = Pixel::from(map::Color(0xffff_ffff));
        self.share(|pixel| !pixel.is_close_to(blank))
    }

    fn share(&self, is_counted: impl Fn(Pixel) -> bool) -> f64 {
        let counted = self.pixels.iter().filter(|pixel| is_counted(**pixel)).count();
        counted as f64 / self.pixels.len() as f64
    }
}

/// The pixels of a page, the first of number 1: a portable pixmap of 8 bits.
fn pixels(path: &Path, page: usize) -> Vec<Pixel> {
    let page = page.to_string();
    let pixmap = run("pdftoppm", &["-r", RESOLUTION, "-f", &page, "-l", &page], path, &[]);
    // The kind, width and height, and the highest value, each on a line.
    let start = pixmap.splitn(4, |byte| *byte == b'\n').last().unwrap();
    start.chunks_exact(3).map(|rgb| Pixel::new([rgb[0], rgb[1], rgb[2]])).collect()
}

/// The sizes in the table of `pdfimages`, which has two lines of headings.
fn images(table: &str) -> Vec<(u32, u32)> {
    let size = |line: &str| {
        let mut fields = line.split_whitespace().skip(3);
        let mut number = || fields.next().unwrap().parse().unwrap();
        (number(), number())
    };
    table.lines().skip(2).map(size).collect()
}

/// The output of a program of Poppler: its name, options, the PDF, the rest.
fn run(program: &str, options: &[&str], pdf: &Path, rest: &[&str]) -> Vec<u8> {
    let output = Command::new(program).args(options).arg(pdf).args(rest).output();
    let output = output.unwrap_or_else(|error| panic!("{program}: {error}: run `make browser`"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn utf8(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

/// The text with single plain spaces.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
