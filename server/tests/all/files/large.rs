//! Files above the limits stay on disk, and are served all the same.

use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::support::{Site, coded, eventually, folder, long_text};

const MB: usize = 1 << 20;

#[test]
fn a_file_above_the_limit_is_answered_like_any_other() {
    let text = long_text(3 * MB);
    let site =
        Site::with_options(&[("grand.bin", &text), ("petit.txt", "a")], &["--max-file", "1"]);
    let whole = site.get("/grand.bin", &[]);
    assert!(whole.status == 200 && whole.text() == text);
    let part = site.get("/grand.bin", &["Range: bytes=1000000-1000009"]);
    assert_eq!((part.status, &part.body[..]), (206, &text.as_bytes()[1_000_000..1_000_010]));
    let known = format!("If-None-Match: {}", whole.header("etag"));
    assert_eq!(site.get("/grand.bin", &[&known]).status, 304);
    assert_eq!(site.get("/petit.txt", &[]).text(), "a");
}

#[test]
fn what_does_not_fit_together_stays_on_disk_the_largest_first() {
    let text = long_text(MB / 2);
    let names: Vec<String> = (0..8).map(|number| format!("{number}.bin")).collect();
    let files: Vec<_> = names.iter().map(|name| (name.as_str(), text.as_str())).collect();
    let site = Site::with_options(&files, &["--max-memory", "1"]);
    for name in &names {
        assert!(site.get(&format!("/{name}"), &[]).text() == text, "{name}");
    }
}

#[test]
fn of_more_files_than_may_be_open_some_are_copied_all_the_same() {
    let names: Vec<String> = (0..200).map(|number| format!("{number}.txt")).collect();
    let files: Vec<_> = names.iter().map(|name| (name.as_str(), name.as_str())).collect();
    let folder = folder(&files);
    let mut command = limited(&folder, "ulimit -n 64", &["--max-memory", "0"]);
    let site = Site::start(folder, &mut command);
    for name in &names {
        assert_eq!(site.get(&format!("/{name}"), &[]).text(), name);
    }
    site.write("0.txt", "nouveau");
    site.until("/0.txt", &[], |answer| answer.text() == "nouveau");
}

#[test]
fn what_has_no_place_on_disk_is_served_from_memory() {
    let text = long_text(MB);
    let folder = folder(&[("grand.bin", &text)]);
    // No file may grow beyond one block.
    let mut command = limited(&folder, "ulimit -f 1", &[]);
    let site = Site::start(folder, &mut command);
    assert!(site.get("/grand.bin", &[]).text() == text);
    site.write("petit.txt", "nouveau");
    site.until("/petit.txt", &[], |answer| answer.text() == "nouveau");
    assert!(site.get("/grand.bin", &[]).text() == text);
}

/// The server of `dist/` in `folder`, under a limit of the shell.
fn limited(folder: &TempDir, limit: &str, options: &[&str]) -> Command {
    let mut command = Command::new("sh");
    let script = format!("{limit}; exec \"$0\" \"$@\"");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_server"), "--listen", "127.0.0.1:0"]);
    command.args(options).arg("--root").arg(folder.path().join("dist")).stderr(Stdio::null());
    command
}

#[test]
fn a_fresh_sibling_of_a_large_file_is_taken() {
    let folder = folder(&[("grand.csv", &long_text(3 * MB))]);
    let sibling = coded(long_text(3 * MB).as_bytes(), "gzip");
    fs::write(folder.path().join("dist/grand.csv.gz"), &sibling).unwrap();
    let site = Site::of(folder, &["--max-file", "1"]);
    let answer = site.until("/grand.csv", &["Accept-Encoding: gzip, br"], |answer| {
        answer.header("content-encoding") == "gzip"
    });
    assert!(answer.body == sibling);
    assert_eq!(site.get("/grand.csv", &["Accept-Encoding: br"]).header("content-encoding"), "");
}

#[test]
fn a_file_on_disk_that_changes_while_it_is_sent_is_cut_off_and_never_mixed() {
    let (old, new) = ("a".repeat(24 * MB), "b".repeat(24 * MB));
    let site = Site::with_options(&[("grand.bin", &old)], &["--max-file", "1"]);
    let mut wire = site.wire();
    wire.ask("GET", "/grand.bin", &["Connection: close"]);
    wire.stream.read_exact(&mut [0; 1000]).unwrap();
    site.write("grand.bin", &new);
    let rest = wire.rest().unwrap_or_default();
    assert!(rest.len() < 24 * MB, "the whole came, after it had changed");
    assert!(!rest.contains(&b'b'), "new bytes behind old ones");
    // Until the folder is read anew, the file is cut off for everyone.
    eventually("the new file", || {
        let mut wire = site.wire();
        wire.ask("GET", "/grand.bin", &["Connection: close"]);
        wire.rest().is_ok_and(|answer| answer.ends_with(new.as_bytes()))
    });
}
