//! Parts of a file.

use std::fs;
use std::time::{Duration, SystemTime};

use crate::support::{Site, folder, long_text};

const DIGITS: &str = "0123456789abcdefghij";

#[test]
fn a_range_is_answered_with_that_part() {
    let site = Site::with(&[("a.bin", DIGITS)]);
    for (range, part, content_range) in [
        ("bytes=0-4", "01234", "bytes 0-4/20"),
        ("bytes=15-", "fghij", "bytes 15-19/20"),
        ("bytes=-3", "hij", "bytes 17-19/20"),
        ("bytes=-300", DIGITS, "bytes 0-19/20"),
        ("bytes=18-99", "ij", "bytes 18-19/20"),
        ("bytes=99-,1-1", "1", "bytes 1-1/20"),
    ] {
        let answer = site.get("/a.bin", &[&format!("Range: {range}")]);
        assert_eq!((answer.status, answer.text()), (206, part), "{range}");
        assert_eq!(answer.header("content-range"), content_range, "{range}");
        assert_eq!(answer.header("accept-ranges"), "bytes", "{range}");
        assert_eq!(answer.header("vary"), "accept-encoding", "{range}");
        assert!(!answer.header("etag").is_empty(), "{range}");
    }
}

#[test]
fn several_ranges_come_as_several_parts() {
    let site = Site::with(&[("a.txt", DIGITS)]);
    let answer = site.get("/a.txt", &["Range: bytes=0-1, 5-6,-1"]);
    assert_eq!(answer.status, 206);
    let kind = answer.header("content-type");
    let boundary = kind.strip_prefix("multipart/byteranges; boundary=").expect(kind);
    let mut expected = String::new();
    for (range, part) in [("0-1", "01"), ("5-6", "56"), ("19-19", "j")] {
        expected.push_str(&format!(
            "--{boundary}\r\nContent-Type: text/plain; charset=utf-8\r\n\
             Content-Range: bytes {range}/20\r\n\r\n{part}\r\n"
        ));
    }
    expected.push_str(&format!("--{boundary}--\r\n"));
    assert_eq!(answer.text(), expected);
}

#[test]
fn what_does_not_exist_is_not_satisfiable() {
    let site = Site::with(&[("a.bin", DIGITS), ("vide.txt", "")]);
    for (path, range, content_range) in [
        ("/a.bin", "bytes=20-", "bytes */20"),
        ("/a.bin", "bytes=-0", "bytes */20"),
        ("/a.bin", "bytes=30-40,50-", "bytes */20"),
        ("/vide.txt", "bytes=0-", "bytes */0"),
    ] {
        let answer = site.get(path, &[&format!("Range: {range}")]);
        let found = (answer.status, answer.header("content-range"));
        assert_eq!(found, (416, content_range), "{path} {range}");
    }
}

#[test]
fn what_is_no_range_is_ignored() {
    let site = Site::with(&[("a.bin", DIGITS)]);
    let many = (0..100).map(|at| format!("{at}-{at}")).collect::<Vec<_>>().join(",");
    for range in ["bytes=5-4", "bytes=x", "lines=1-2", "bytes 0-1", &format!("bytes={many}")] {
        let answer = site.get("/a.bin", &[&format!("Range: {range}")]);
        assert_eq!((answer.status, answer.text()), (200, DIGITS), "{range}");
    }
    let answer = site.send("HEAD", "/a.bin", &["Range: bytes=0-1"]);
    assert_eq!((answer.status, answer.header("content-length")), (200, "20"), "only for GET");
}

#[test]
fn a_part_is_of_the_coding_that_is_sent() {
    let site = Site::compressed(&[("a.css", &long_text(20_000))]);
    let accepts = "Accept-Encoding: gzip";
    let whole =
        site.until("/a.css", &[accepts], |answer| answer.header("content-encoding") == "gzip");
    let part = site.get("/a.css", &[accepts, "Range: bytes=100-199"]);
    assert_eq!((part.status, part.header("content-encoding")), (206, "gzip"));
    assert_eq!(part.body, whole.body[100..200]);
    assert_eq!(part.header("etag"), whole.header("etag"));
}

#[test]
fn a_part_of_something_else_is_never_sent() {
    let folder = folder(&[("a.bin", DIGITS)]);
    let file = fs::File::options().write(true).open(folder.path().join("dist/a.bin")).unwrap();
    file.set_modified(SystemTime::now() - Duration::from_secs(3600)).unwrap();
    let site = Site::of(folder, &[]);
    let whole = site.get("/a.bin", &[]);
    let (tag, date) = (whole.header("etag"), whole.header("last-modified"));
    for (condition, status) in [
        (tag, 206),
        (date, 200),
        ("\"x\"", 200),
        (&*format!("W/{tag}"), 200),
        ("Sun, 06 Nov 2050 08:49:37 GMT", 200),
        ("nonsense", 200),
    ] {
        let headers = ["Range: bytes=0-1", &*format!("If-Range: {condition}")];
        assert_eq!(site.get("/a.bin", &headers).status, status, "{condition}");
    }
}

#[test]
fn the_date_of_a_file_that_was_just_written_is_no_proof() {
    let site = Site::with(&[("a.bin", DIGITS)]);
    let date = site.get("/a.bin", &[]).header("last-modified").to_owned();
    let headers = ["Range: bytes=0-1", &*format!("If-Range: {date}")];
    assert_eq!(site.get("/a.bin", &headers).status, 200);
}

#[test]
fn a_long_file_is_cut_like_a_short_one() {
    let text = long_text(300_000);
    let site = Site::with(&[("long.bin", &text)]);
    let answer = site.get("/long.bin", &["Range: bytes=100000-249999"]);
    assert_eq!((answer.status, answer.body.len()), (206, 150_000));
    assert_eq!(answer.body, text.as_bytes()[100_000..250_000]);
    let several = site.get("/long.bin", &["Range: bytes=5-6,100000-199999"]);
    let body = several.text();
    assert!(body.contains(&text[100_000..200_000]) && body.contains(&text[5..7]), "{}", body.len());
}
