//! Under load, with new builds, deletions, slow and stalled clients, aborted downloads and nonsense all
//! at once: no wrong byte, no 5xx, and constant memory. `SOAK_SECONDS` (20) says for how long; `make soak` takes two
//! minutes.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use fastrand::Rng;

use crate::support::frames::greed;
use crate::support::{Site, Wire, memory, write_sibling};

/// Names and sizes: copied into answers, sent by the kernel, and above the limit on disk.
const FILES: [(&str, usize); 8] = [
    ("index.html", 2000),
    ("a.css", 9000),
    ("b.json", 20_000),
    ("c.geojson", 60_000),
    ("d.csv", 300_000),
    ("e.bin", 500_000),
    ("territoire/departement-74/index.html", 4000),
    ("grand.bin", 3_000_000),
];
const READERS: usize = 3;
/// The growth that the allocator alone may make on a busy machine, in bytes.
const NOISE: u64 = 4_000_000;
/// Builds and files differ in this many ways; a reader tells from the content which it has.
const BUILDS: usize = 5;

#[test]
#[ignore = "takes minutes, and all the machine: `make soak`"]
fn nothing_wrong_comes_of_two_minutes_of_everything() {
    let seconds = std::env::var("SOAK_SECONDS").map_or(20, |text| text.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    write_build(&folder.path().join("dist"), 0);
    let options = "--http2 --max-file 2 --head-timeout 1 --stall-timeout 2 --log-format off";
    let site = Site::of(folder, &options.split(' ').collect::<Vec<_>>());
    let soak = &Soak {
        site: &site,
        over: AtomicBool::new(false),
        answers: AtomicUsize::new(0),
        builds: AtomicUsize::new(0),
    };
    let memory = thread::scope(|scope| {
        for number in 0..READERS {
            scope.spawn(move || soak.read(number as u64 + 1));
        }
        scope.spawn(|| soak.swap());
        scope.spawn(|| soak.crawl());
        scope.spawn(|| soak.abort());
        scope.spawn(|| soak.babble());
        scope.spawn(|| soak.stall());
        let memory = soak.watch(Duration::from_secs(seconds));
        soak.over.store(true, Ordering::Relaxed);
        memory
    });
    let count = |counter: &AtomicUsize| counter.load(Ordering::Relaxed);
    let (answers, builds) = (count(&soak.answers), count(&soak.builds));
    let middle = mb(quantile(&memory, 2));
    println!("{answers} answers, {builds} builds, {middle:.1} MB in the middle");
    assert!(answers > 100 && builds > 1, "{answers} answers, {builds} builds");
    // Peaks come and go with each build that is read, which on a busy machine is half of the
    // time. What the server keeps shows in between: in the lowest quarter.
    let (early, late) = memory.split_at(memory.len() / 2);
    let (early, late) = (quantile(early, 4), quantile(late, 4));
    let grown = late.saturating_sub(early);
    assert!(grown < (early / 5).max(NOISE), "memory grew by {:.1} MB: {memory:?}", mb(grown));
    // The site and its variants have 5 MB; two builds of it, and what reading takes.
    assert!(middle < 64.0, "{middle:.1} MB in the middle: {memory:?}");
}

struct Soak<'a> {
    site: &'a Site,
    over: AtomicBool,
    answers: AtomicUsize,
    builds: AtomicUsize,
}

impl Soak<'_> {
    fn goes_on(&self) -> bool {
        !self.over.load(Ordering::Relaxed)
    }

    /// A reader: whole files and parts, in each coding, conditionally or not; every byte is
    /// checked.
    fn read(&self, seed: u64) {
        let mut random = Rng::with_seed(seed);
        while self.goes_on() {
            let mut wire = self.site.wire();
            for _ in 0..50 {
                self.check_one(&mut wire, &mut random);
            }
        }
    }

    fn check_one(&self, wire: &mut Wire, random: &mut Rng) {
        let (name, length) = FILES[random.usize(..FILES.len())];
        let path = format!("/{}", name.trim_end_matches("index.html"));
        let coding = ["identity", "br", "gzip"][random.usize(..3)];
        let accepts = format!("Accept-Encoding: {coding}");
        let start = random.usize(..length - 1);
        let range = format!("Range: bytes={start}-{}", start + random.usize(..5000));
        if random.usize(..3) == 0 {
            wire.ask("GET", &path, &[&range]);
            let answer = wire.answer("GET");
            assert_eq!(answer.status, 206, "{name} {range}");
            assert_part(name, length, start, &answer.body);
        } else {
            wire.ask("GET", &path, &[&accepts]);
            let answer = wire.answer("GET");
            assert_eq!(answer.status, 200, "{name}");
            assert_part(name, length, 0, &decoded(answer.header("content-encoding"), &answer.body));
            let known = format!("If-None-Match: {}", answer.header("etag"));
            wire.ask("GET", &path, &[&accepts, &known]);
            let status = wire.answer("GET").status;
            assert!([200, 304].contains(&status), "{name}: {status}");
        }
        self.answers.fetch_add(1, Ordering::Relaxed);
    }

    /// New builds: whole folders renamed into place, now and then a file overwritten where it lies, or
    /// one deleted without which there is no site.
    fn swap(&self) {
        let path = |name: &str| self.site.folder.path().join(name);
        for build in 1.. {
            thread::sleep(Duration::from_millis(900));
            if !self.goes_on() {
                return;
            }
            if build % 4 == 1 {
                let index = path("dist/index.html");
                fs::remove_file(&index).unwrap();
                self.site.signal("HUP");
                thread::sleep(Duration::from_millis(300));
                fs::write(index, content(FILES[0].0, FILES[0].1, build % BUILDS)).unwrap();
            } else if build % 3 == 0 {
                let (name, length) = FILES[4];
                fs::write(path("dist").join(name), content(name, length, build % BUILDS)).unwrap();
            } else {
                write_build(&path("dist.next"), build % BUILDS);
                fs::rename(path("dist"), path("dist.previous")).unwrap();
                fs::rename(path("dist.next"), path("dist")).unwrap();
                fs::remove_dir_all(path("dist.previous")).unwrap();
            }
            self.site.signal("HUP");
            self.builds.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Clients that send a byte now and then.
    fn crawl(&self) {
        let mut slow: Vec<TcpStream> = Vec::new();
        while self.goes_on() {
            slow.push(TcpStream::connect(&self.site.server.address).unwrap());
            // Those that were dropped take nothing any more, and go.
            slow.retain_mut(|stream| stream.write_all(b"G").is_ok());
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Clients that leave in the middle, and some that never read on.
    fn abort(&self) {
        let mut unread = Vec::new();
        while self.goes_on() {
            for name in ["e.bin", "grand.bin"] {
                let mut wire = self.site.wire();
                wire.ask("GET", &format!("/{name}"), &[]);
                wire.stream.read_exact(&mut [0; 3000]).unwrap();
                unread.push(wire);
            }
            if unread.len() > 30 {
                unread.clear();
            }
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// Clients of HTTP/2 that ask for much and read nothing.
    fn stall(&self) {
        let mut unread = Vec::new();
        while self.goes_on() {
            let mut wire = self.site.wire();
            wire.send(&greed("/grand.bin"));
            unread.push(wire);
            if unread.len() > 4 {
                unread.clear();
            }
            thread::sleep(Duration::from_millis(300));
        }
    }

    /// Requests that are none: answered with a 4xx or 505, never with an error of ours.
    fn babble(&self) {
        let nonsense: [&[u8]; 6] = [
            b"GET / HTTP/1.1\r\n\r\n",
            b"\0\0\0\0\r\n\r\n",
            b"GET /%2e%2e/%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n",
            b"GET / HTTP/9.9\r\nHost: a\r\n\r\n",
            b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
        ];
        for bytes in nonsense.into_iter().cycle().take_while(|_| self.goes_on()) {
            let mut wire = self.site.wire();
            wire.send(bytes);
            _ = wire.stream.shutdown(std::net::Shutdown::Write);
            let answer = wire.rest().unwrap_or_default();
            let is_error =
                answer.starts_with(b"HTTP/1.1 5") && !answer.starts_with(b"HTTP/1.1 505");
            assert!(!is_error, "{}", String::from_utf8_lossy(&answer));
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Samples the memory of the server, in bytes. The first half is a warm-up: the allocator
    /// keeps what reading a few builds took, and no more.
    fn watch(&self, time: Duration) -> Vec<u64> {
        let began = Instant::now();
        let mut samples = Vec::new();
        while began.elapsed() < time {
            thread::sleep(Duration::from_millis(50));
            if began.elapsed() > time / 2 {
                samples.push(memory(self.site.server.process.id()));
            }
        }
        samples
    }
}

/// Content that tells its build, its file and the place of each line in it.
fn content(name: &str, length: usize, build: usize) -> Vec<u8> {
    let mut text = Vec::with_capacity(length + 40);
    while text.len() < length {
        text.extend_from_slice(format!("{build} {name} {} santé\n", text.len()).as_bytes());
    }
    text.truncate(length);
    text
}

fn write_build(root: &Path, build: usize) {
    for (name, length) in FILES {
        let content = content(name, length, build);
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &content).unwrap();
        if !name.ends_with(".bin") {
            let text = String::from_utf8_lossy(&content);
            for coding in ["br", "gzip"] {
                write_sibling(&path, &text, coding);
            }
        }
    }
}

/// The bytes are those of one build.
fn assert_part(name: &str, length: usize, start: usize, bytes: &[u8]) {
    let is_of = |build| {
        let whole = content(name, length, build);
        let end = whole.len().min(start + bytes.len());
        whole[start..end] == *bytes
    };
    assert!(!bytes.is_empty() && (0..BUILDS).any(is_of), "{name}: {} wrong bytes", bytes.len());
}

fn decoded(coding: &str, body: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    match coding {
        "br" => brotli::Decompressor::new(body, 4096).read_to_end(&mut content),
        "gzip" => flate2::read::GzDecoder::new(body).read_to_end(&mut content),
        _ => (&*body).read_to_end(&mut content),
    }
    .unwrap();
    content
}

/// The value below which one `part` of all lies: a half with 2, a quarter with 4.
fn quantile(memory: &[u64], part: usize) -> u64 {
    let mut sorted = memory.to_vec();
    sorted.sort_unstable();
    sorted[sorted.len() / part]
}

fn mb(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
