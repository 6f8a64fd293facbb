//! The start with a site of some thousand files: its time, its memory, and what is sent meanwhile.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::support::{
    Answer, PAGES, Site, Wire, command, eventually, large_folder, memory, page_path, page_text,
};

/// The most memory of its own that the server may hold, in bytes: the site has 100 million.
const MOST: u64 = 40_000_000;

#[test]
fn a_large_site_is_served_at_once_and_is_not_in_the_memory_of_the_process() {
    let folder = large_folder(|_, _| None);
    let began = Instant::now();
    let size = read_all(&folder.path().join("dist"));
    let read_once = began.elapsed();
    assert!(size > 80_000_000, "{size}");
    let began = Instant::now();
    let (site, log) = logged(folder);
    let took = began.elapsed();
    // On this machine, as busy as it is now.
    assert!(took < 10 * read_once + Duration::from_secs(1), "{took:?}; reading: {read_once:?}");
    let is_checked = || fs::read_to_string(&log).unwrap().contains("site ready");
    assert!(!is_checked(), "it waited for all siblings");
    eventually("all siblings", is_checked);
    let assert_small = |when: &str| {
        let own = memory(site.server.process.id());
        assert!(own < MOST, "{when}: {} kB", own >> 10);
    };
    assert_small("after the start");
    let mut wire = site.wire();
    for page in 0..1000 {
        wire.ask("GET", &page_path(page), &["Accept-Encoding: br"][page % 2..]);
        assert_eq!(wire.answer("GET").status, 200);
    }
    assert_small("after a thousand requests");
    for page in [3, 500, 1999] {
        site.write(&format!("{}index.html", &page_path(page)[1..]), "nouveau");
    }
    site.until(&page_path(1999), &[], |answer| answer.text() == "nouveau");
    assert_small("after a new build");
}

#[test]
fn what_is_sent_while_siblings_are_checked_is_the_file_and_wrong_ones_are_never_sent() {
    let is_wrong = |page: usize, coding: &str| page % 5 == usize::from(coding == "br");
    let folder = large_folder(|page, coding| {
        // A whole sibling, but of another page.
        is_wrong(page, coding)
            .then(|| crate::support::coded(page_text(page + 1).as_bytes(), coding))
    });
    let (site, log) = logged(folder);
    let mut wire = site.wire();
    let mut ask = |page: usize, coding: &str| {
        let answer = ask(&mut wire, page, coding);
        let sent = answer.header("content-encoding");
        assert!(sent.is_empty() || !is_wrong(page, coding), "{page}: {coding}");
        !sent.is_empty()
    };
    let is_checked = || fs::read_to_string(&log).unwrap().contains("site ready");
    let mut random = fastrand::Rng::with_seed(7);
    let mut asked = 0;
    while !is_checked() {
        ask(random.usize(..PAGES), ["br", "gzip"][random.usize(..2)]);
        asked += 1;
    }
    assert!(asked > 0, "nothing was asked for in time");
    for page in (0..PAGES).step_by(3) {
        for coding in ["br", "gzip"] {
            assert_eq!(ask(page, coding), !is_wrong(page, coding), "{page}: {coding}");
        }
    }
}

/// Asks for a page, in a coding or as it is. Whatever comes is the page, its tag is known again, and
/// is not the tag of another form of it.
fn ask(wire: &mut Wire, page: usize, coding: &str) -> Answer {
    let accepts = format!("Accept-Encoding: {coding}");
    wire.ask("GET", &page_path(page), &[&accepts]);
    let answer = wire.answer("GET");
    let is_coded = !answer.header("content-encoding").is_empty();
    assert_eq!((answer.status, answer.header("vary")), (200, "accept-encoding"));
    assert!(content(&answer) == page_text(page).as_bytes(), "{page}: {coding}");
    let known = format!("If-None-Match: {}", answer.header("etag"));
    wire.ask("GET", &page_path(page), &[&accepts, &known]);
    let again = wire.answer("GET");
    if again.status == 200 {
        // Its sibling has been put in between the two.
        assert!(!is_coded && again.header("content-encoding") == coding, "{page}: {coding}");
        assert_ne!(again.header("etag"), answer.header("etag"));
        assert!(content(&again) == page_text(page).as_bytes(), "{page}: {coding}");
    } else {
        assert_eq!((again.status, again.header("etag")), (304, answer.header("etag")));
    }
    answer
}

fn content(answer: &Answer) -> Vec<u8> {
    let mut content = Vec::new();
    match answer.header("content-encoding") {
        "br" => brotli::Decompressor::new(&answer.body[..], 4096).read_to_end(&mut content),
        "gzip" => flate2::read::GzDecoder::new(&answer.body[..]).read_to_end(&mut content),
        _ => (&answer.body[..]).read_to_end(&mut content),
    }
    .unwrap();
    content
}

/// Serves `folder`. Returns the file of its log too.
fn logged(folder: TempDir) -> (Site, PathBuf) {
    let log = folder.path().join("log");
    let mut command = command(&folder.path().join("dist"), "127.0.0.1:0");
    command.args(["--log-format", "off"]).stderr(fs::File::create(&log).unwrap());
    (Site::start(folder, &mut command), log)
}

/// Reads every file of a folder, and returns their size in bytes.
fn read_all(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| if path.is_dir() { read_all(&path) } else { fs::read(&path).unwrap().len() })
        .sum()
}
