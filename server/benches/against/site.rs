//! The site that is served: 1,400 pages of 2 KB and an overview whose brotli form has 430 KB, all
//! with siblings. Written once, always the same.

use std::fs;
use std::path::{Path, PathBuf};

use fastrand::Rng;

const PAGES: usize = 1400;
const PAGE_LENGTH: usize = 2048;
/// Random digits: brotli makes 430 KB of them.
const OVERVIEW_LENGTH: usize = 1_030_000;

/// Writes the site with the rules `headers`, unless it is there, and returns its root.
pub fn write(folder: &Path, headers: &str) -> PathBuf {
    let root = folder.join("site");
    if root.join("complete").exists() {
        return root;
    }
    let mut random = Rng::with_seed(42);
    for page in 0..PAGES {
        let name =
            if page == 0 { "index.html".into() } else { format!("territoire/{page}/index.html") };
        write_file(&root.join(name), &text(&mut random, PAGE_LENGTH), 9);
    }
    let digits: Vec<u8> = (0..OVERVIEW_LENGTH).map(|_| random.u8(b'0'..=b'9')).collect();
    write_file(&root.join("data/overview.json"), &digits, 5);
    // lighttpd serves no brotli siblings: the same bytes under a name of their own.
    fs::copy(root.join("data/overview.json.br"), root.join("data/overview.bin")).unwrap();
    fs::write(root.join("_headers"), headers).unwrap();
    fs::write(root.join("complete"), "").unwrap();
    root
}

/// The size of all files, in bytes.
pub fn size(root: &Path) -> u64 {
    fs::read_dir(root).unwrap().map(|entry| entry.unwrap()).fold(0, |sum, entry| {
        let metadata = entry.metadata().unwrap();
        sum + if metadata.is_dir() { size(&entry.path()) } else { metadata.len() }
    })
}

/// Writes a file and its two siblings.
fn write_file(path: &Path, content: &[u8], effort: u32) {
    use std::io::Write;
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
    let sibling = |extension: &str| format!("{}.{extension}", path.display());
    let mut brotli = Vec::new();
    brotli::CompressorWriter::new(&mut brotli, 1 << 16, effort, 22).write_all(content).unwrap();
    fs::write(sibling("br"), brotli).unwrap();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(content).unwrap();
    fs::write(sibling("gz"), gzip.finish().unwrap()).unwrap();
}

fn text(random: &mut Rng, length: usize) -> Vec<u8> {
    const WORDS: [&str; 8] =
        ["contrat ", "local ", "de ", "santé ", "commune ", "territoire ", "active ", "source "];
    let mut text = b"<!doctype html><html lang=\"fr\"><title>Territoire</title><p>".to_vec();
    while text.len() < length {
        text.extend_from_slice(WORDS[random.usize(..WORDS.len())].as_bytes());
    }
    text.truncate(length);
    text
}
