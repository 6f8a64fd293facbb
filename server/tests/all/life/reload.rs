//! A changed folder is served as a whole, a broken one not at all.

use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::thread;
use std::time::{Duration, Instant};

use crate::support::{
    Answer, RULES, Site, command, eventually, folder, long_text, without_rights, write,
    write_sibling,
};

#[test]
fn a_change_is_noticed_and_the_new_build_served_as_a_whole() {
    let site = Site::with(&[("a.txt", "ancien"), ("b.txt", "ancien"), ("c.txt", "ancien")]);
    let next = site.folder.path().join("dist.next");
    for name in ["index.html", "a.txt", "b.txt"] {
        write(&next.join(name), "nouveau");
    }
    swap(&site);
    site.until("/a.txt", &[], |answer| answer.text() == "nouveau");
    assert_eq!(site.get("/b.txt", &[]).text(), "nouveau");
    assert_eq!(site.get("/c.txt", &[]).status, 404);
}

#[test]
fn sighup_has_the_folder_read_at_once() {
    let site = Site::with(&[("a.txt", "ancien")]);
    site.write("a.txt", "nouveau");
    let began = Instant::now();
    site.signal("HUP");
    site.until("/a.txt", &[], |answer| answer.text() == "nouveau");
    assert!(began.elapsed() < Duration::from_secs(3), "{:?}", began.elapsed());
}

#[test]
fn a_broken_build_is_not_served_and_the_log_says_why() {
    for broken in ["absent", "empty", "gone"] {
        let folder = folder(&[("a.txt", "ancien")]);
        let log = folder.path().join("log");
        let mut command = command(&folder.path().join("dist"), "127.0.0.1:0");
        let site = Site::start(folder, command.stderr(fs::File::create(&log).unwrap()));
        site.write("a.txt", "nouveau");
        match broken {
            "absent" => fs::remove_file(site.path("index.html")).unwrap(),
            "empty" => site.write("index.html", ""),
            _ => fs::remove_dir_all(site.path("")).unwrap(),
        }
        site.signal("HUP");
        eventually("a word in the log", || {
            fs::read_to_string(&log).unwrap().contains("the build before stays")
        });
        assert_eq!(site.get("/a.txt", &[]).text(), "ancien", "{broken}");
        site.write("index.html", "réparé");
        site.write("a.txt", "nouveau");
        site.until("/a.txt", &[], |answer| answer.text() == "nouveau");
    }
}

#[test]
fn a_download_that_has_begun_is_of_one_build() {
    let (old, new) = (long_text(20_000_000), long_text(20_000_000).replace("santé", "école"));
    let site = Site::with(&[("long.bin", &old)]);
    let mut wire = site.wire();
    wire.ask("GET", "/long.bin", &["Connection: close"]);
    let mut first = [0; 1000];
    wire.stream.read_exact(&mut first).unwrap();
    // Overwritten where it lies, as `cp` and `rsync --inplace` do.
    site.write("long.bin", &new);
    site.until("/long.bin", &["Range: bytes=0-99"], |answer| {
        answer.text() == &new[..99] || answer.body == new.as_bytes()[..100]
    });
    let mut all = first.to_vec();
    all.extend(wire.rest().unwrap());
    let body = all.windows(4).position(|four| four == b"\r\n\r\n").unwrap() + 4;
    assert!(all[body..] == *old.as_bytes(), "{} bytes, or a mix", all.len() - body);
}

#[test]
fn a_page_that_was_opened_before_the_swap_still_finds_what_it_names() {
    let site = Site::with(&[("app-0123456789abcdef.js", "ancien"), ("data/ancien.json", "{}")]);
    let next = |name: &str| {
        let next = site.folder.path().join("dist.next");
        write(&next.join("index.html"), "nouveau");
        write(&next.join("_headers"), RULES);
        write(&next.join(name), "nouveau");
        swap(&site);
        site.until(&format!("/{name}"), &[], |answer| answer.status == 200);
    };
    next("app-1123456789abcdef.js");
    assert_eq!(site.get("/app-0123456789abcdef.js", &[]).text(), "ancien");
    assert_eq!(site.get("/data/ancien.json", &[]).status, 404, "only what never changes is kept");
    next("app-2123456789abcdef.js");
    assert_eq!(site.get("/app-1123456789abcdef.js", &[]).status, 200);
    assert_eq!(site.get("/app-0123456789abcdef.js", &[]).text(), "ancien", "kept for an hour");
    site.signal("HUP");
    site.until("/healthz", &[], |answer| !answer.text().contains("reload none"));
    assert_eq!(site.get("/app-1123456789abcdef.js", &[]).status, 200, "no build was new");
}

#[test]
fn a_build_whose_page_names_a_file_that_is_not_there_yet_is_waited_for() {
    let site = Site::with(&[("ancien.css", "ancien")]);
    site.write("index.html", "<link rel=\"stylesheet\" href=\"./nouveau.css\">");
    site.signal("HUP");
    thread::sleep(Duration::from_secs(3));
    assert!(site.get("/", &[]).text().contains("Carte"), "half a build is not served");
    site.write("nouveau.css", "nouveau");
    site.until("/", &[], |answer| answer.text().contains("nouveau.css"));
    assert_eq!(site.get("/nouveau.css", &[]).text(), "nouveau");
}

#[test]
fn a_marker_says_that_a_build_is_complete() {
    let site = Site::with(&[("a.txt", "ancien"), (".complet", "")]);
    site.write("a.txt", "nouveau");
    site.signal("HUP");
    thread::sleep(Duration::from_secs(3));
    assert_eq!(site.get("/a.txt", &[]).text(), "ancien", "the marker is of the build before");
    // The page names what will never be: the build knows better.
    site.write("index.html", "<a href=\"jamais.pdf\">");
    site.write(".complet", "");
    site.until("/a.txt", &[], |answer| answer.text() == "nouveau");
    assert_eq!(site.get("/.complet", &[]).status, 404);
}

#[test]
fn a_file_that_cannot_be_read_is_not_tried_each_second() {
    let folder = folder(&[("long.bin", &long_text(8_000_000))]);
    let mut command = without_rights(&folder.path().join("dist"), "127.0.0.1:0");
    let site = Site::start(folder, &mut command);
    site.write("interdit.txt", "nouveau");
    let closed = |mode| fs::Permissions::from_mode(mode);
    fs::set_permissions(site.path("interdit.txt"), closed(0o000)).unwrap();
    site.until("/healthz", &[], |answer| answer.text().contains("reload failed"));
    let before = bytes_read(site.server.process.id());
    thread::sleep(Duration::from_secs(8));
    let read = bytes_read(site.server.process.id()) - before;
    assert!(read < 4 * 8_000_000, "{read} bytes in eight seconds");
    fs::set_permissions(site.path("interdit.txt"), closed(0o644)).unwrap();
    site.until("/interdit.txt", &[], |answer| answer.text() == "nouveau");
    site.until("/healthz", &[], |answer| answer.text().contains("reload done"));
}

#[test]
#[ignore = "takes a minute: `make unit` runs it with the soak"]
fn a_file_that_is_written_to_all_the_time_stops_neither_the_start_nor_a_new_build() {
    let folder = folder(&[("a.txt", "ancien"), ("log.txt", "")]);
    let path = folder.path().join("dist/log.txt");
    let (stop, stopped) = std::sync::mpsc::channel::<()>();
    let writer = thread::spawn(move || {
        while stopped.try_recv() != Err(std::sync::mpsc::TryRecvError::Disconnected) {
            let mut file = fs::File::options().append(true).open(&path).unwrap();
            file.write_all(b"une ligne\n").unwrap();
            thread::sleep(Duration::from_millis(20));
        }
    });
    let site = Site::of(folder, &[]);
    assert_eq!(site.get("/a.txt", &[]).text(), "ancien");
    assert!(site.get("/log.txt", &[]).text().starts_with("une ligne"));
    site.write("a.txt", "nouveau");
    // Longer than the server takes a file for one that is still being copied.
    let end = Instant::now() + Duration::from_secs(60);
    while site.get("/a.txt", &[]).text() != "nouveau" {
        assert!(Instant::now() < end, "the new build was not taken");
        thread::sleep(Duration::from_millis(200));
    }
    let before = processor_ticks(site.server.process.id());
    thread::sleep(Duration::from_secs(5));
    let ticks = processor_ticks(site.server.process.id()) - before;
    assert!(ticks < 15, "{ticks} hundredths of a second in five");
    drop(stop);
    writer.join().unwrap();
    let lines = fs::read_to_string(site.path("log.txt")).unwrap();
    site.until("/log.txt", &[], |answer| answer.text() == lines);
}

#[test]
fn what_has_not_changed_is_neither_read_nor_checked_again() {
    let text = long_text(8_000_000);
    let folder = folder(&[("long.csv", &text), ("a.txt", "ancien")]);
    write_sibling(&folder.path().join("dist/long.csv"), &text, "gzip");
    let site = Site::of(folder, &[]);
    let gzip = ["Accept-Encoding: gzip"];
    let is_coded = |answer: &Answer| answer.header("content-encoding") == "gzip";
    let coded = site.until("/long.csv", &gzip, is_coded);
    let before = bytes_read(site.server.process.id());
    site.write("a.txt", "nouveau");
    site.until("/a.txt", &[], |answer| answer.text() == "nouveau");
    let read = bytes_read(site.server.process.id()) - before;
    assert!(read < 100_000, "{read} bytes");
    let again = site.get("/long.csv", &gzip);
    assert!(is_coded(&again) && again.body == coded.body);
    assert_eq!(again.header("etag"), coded.header("etag"));
}

/// The processor time of a process so far, in hundredths of a second.
fn processor_ticks(process: u32) -> u64 {
    let text = fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let fields: Vec<&str> = text.rsplit_once(')').unwrap().1.split_whitespace().collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}

/// The bytes that a process has read so far.
fn bytes_read(process: u32) -> u64 {
    let text = fs::read_to_string(format!("/proc/{process}/io")).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("rchar: ")).unwrap();
    line.parse().unwrap()
}

#[test]
fn what_did_not_change_keeps_its_tag() {
    let site = Site::with(&[("a.txt", "contenu"), ("b.txt", "ancien")]);
    let tag = site.get("/a.txt", &[]).header("etag").to_owned();
    site.write("b.txt", "nouveau");
    site.until("/b.txt", &[], |answer| answer.text() == "nouveau");
    assert_eq!(site.get("/a.txt", &[]).header("etag"), tag);
}

/// Puts `dist.next` in the place of `dist`, as `make build` does.
fn swap(site: &Site) {
    let path = |name: &str| site.folder.path().join(name);
    fs::rename(path("dist"), path("dist.previous")).unwrap();
    fs::rename(path("dist.next"), path("dist")).unwrap();
    fs::remove_dir_all(path("dist.previous")).unwrap();
}
