//! A site of some thousand files, as a build writes it.

use std::fs;
use std::sync::LazyLock;

use tempfile::TempDir;

use super::site::{coded, folder, long_text};

/// The pages of the site, each with two siblings.
pub const PAGES: usize = 2000;
/// Pages have this many different contents: compressing is slow.
const CONTENTS: usize = 20;
/// The least size of a page, in bytes.
const LENGTH: usize = 40_000;

/// The address of a page.
pub fn page_path(page: usize) -> String {
    format!("/territoire/{page}/")
}

/// The content of a page.
pub fn page_text(page: usize) -> &'static str {
    static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let text = |number| format!("<!doctype html>{number}\n{}", long_text(LENGTH));
        (0..CONTENTS).map(text).collect()
    });
    &TEXTS[page % CONTENTS]
}

/// A folder with the site in `dist/`. `sibling` gives the bytes of a sibling of a page with the
/// coding `br` or `gzip`, or those that are right.
pub fn large_folder(sibling: impl Fn(usize, &str) -> Option<Vec<u8>>) -> TempDir {
    let folder = folder(&[]);
    let right =
        |coding| (0..CONTENTS).map(|page| coded(page_text(page).as_bytes(), coding)).collect();
    let (brotli, gzip): (Vec<_>, Vec<_>) = (right("br"), right("gzip"));
    for page in 0..PAGES {
        let of_page = folder.path().join("dist").join(&page_path(page)[1..]);
        fs::create_dir_all(&of_page).unwrap();
        let write = |name: &str, bytes: &[u8]| fs::write(of_page.join(name), bytes).unwrap();
        write("index.html", page_text(page).as_bytes());
        for (name, coding, right) in
            [("index.html.br", "br", &brotli), ("index.html.gz", "gzip", &gzip)]
        {
            let bytes = sibling(page, coding);
            write(name, bytes.as_deref().unwrap_or(&right[page % CONTENTS]));
        }
    }
    folder
}
