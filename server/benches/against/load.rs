//! The load: wrk for HTTP/1.1, h2load for HTTP/2, on the second core.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Command;

use crate::case::Case;
use crate::peers::Peer;
use crate::process::{Running, cpu_of_children};

/// The result of one measurement.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// CPU time of the server for each request, in microseconds.
    pub cpu_us: f64,
    /// Requests a second.
    pub rate: f64,
    /// Latency that 99 of 100 requests do not exceed, in milliseconds; h2load does not tell.
    pub p99_ms: Option<f64>,
    /// The part of its core that the load used. Near 1, the rate is the limit of the load.
    pub load: f64,
}

/// Whether the server on `port` answers its first page.
pub fn answers(port: u16) -> bool {
    TcpStream::connect(("127.0.0.1", port)).is_ok() && ask(port, "/", &[]).contains(" 200 ")
}

/// One answer, as far as it is text.
fn ask(port: u16, path: &str, headers: &[String]) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let lines: String = headers.iter().map(|line| format!("{line}\r\n")).collect();
    let close = if lines.contains("Connection:") { "" } else { "Connection: close\r\n" };
    write!(stream, "GET {path} HTTP/1.1\r\nHost: a\r\n{close}{lines}\r\n").unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Measures the server on `port` for some seconds.
pub fn measure(
    case: Case,
    peer: Peer,
    port: u16,
    server: &Running,
    seconds: usize,
) -> Option<Measure> {
    let (headers, status) = headers_of(case, peer, port);
    if case != Case::Http2 {
        let answer = ask(port, path_of(case, peer), &headers);
        let found = answer.split(' ').nth(1).unwrap_or("nothing");
        assert_eq!(found, status, "{} of {}: {answer:.300}", case.name(), peer.name());
    }
    let mut command = command(case, peer, port, &headers, seconds);
    let (server_before, load_before) = (server.cpu(), cpu_of_children());
    let output = command.output().unwrap();
    let (server_after, load_after) = (server.cpu(), cpu_of_children());
    let text = String::from_utf8_lossy(&output.stdout);
    let requests = requests(&text)?;
    Some(Measure {
        cpu_us: (server_after - server_before) / requests * 1e6,
        rate: requests / seconds as f64,
        p99_ms: p99(&text),
        load: (load_after - load_before) / seconds as f64,
    })
}

fn command(case: Case, peer: Peer, port: u16, headers: &[String], seconds: usize) -> Command {
    let mut command = Command::new("taskset");
    command.args(["-c", "1"]);
    if case == Case::Http2 {
        command.args(["h2load", "-t1", "-c16", "-m32", "-D", &seconds.to_string()]);
    } else {
        command.args(["wrk", "-t1", "-c64", "--latency", "-d", &seconds.to_string()]);
        command.args(headers.iter().flat_map(|line| ["-H", line]));
    }
    command.arg(format!("http://127.0.0.1:{port}{}", path_of(case, peer)));
    command
}

/// « 12345 requests in 3.00s » of wrk, « requests: 12345 total, … succeeded » of h2load.
fn requests(text: &str) -> Option<f64> {
    let of_wrk = text.lines().find_map(|line| line.split_once(" requests in "));
    let of_h2load = text.lines().find_map(|line| line.strip_prefix("requests: "));
    let done = of_h2load
        .and_then(|line| line.split(", ").find_map(|part| part.strip_suffix(" succeeded")));
    of_wrk.map(|(count, _)| count).or(done)?.trim().parse().ok().filter(|count| *count > 0.0)
}

/// « 99%    1.50ms » of wrk.
fn p99(text: &str) -> Option<f64> {
    let value = text.lines().find_map(|line| line.trim().strip_prefix("99%"))?.trim();
    let units = [("us", 0.001), ("ms", 1.0), ("s", 1000.0)];
    units
        .iter()
        .find_map(|(unit, factor)| Some(value.strip_suffix(unit)?.parse::<f64>().ok()? * factor))
}

fn path_of(case: Case, peer: Peer) -> &'static str {
    match (case, peer) {
        (Case::Overview, Peer::Lighttpd) => "/data/overview.bin",
        (Case::Overview, _) => "/data/overview.json",
        _ => "/territoire/700/",
    }
}

/// The header lines of the requests, and the status that they must have.
fn headers_of(case: Case, peer: Peer, port: u16) -> (Vec<String>, &'static str) {
    match case {
        Case::Overview => (vec!["Accept-Encoding: br".to_owned()], "200"),
        Case::NewConnections => (vec!["Connection: close".to_owned()], "200"),
        Case::NotModified => {
            let answer = ask(port, path_of(case, peer), &[]);
            let known = |name: &str, header: &str| {
                let lines = answer.lines().take_while(|line| !line.is_empty());
                let mut lines = lines.filter_map(|line| line.split_once(": "));
                lines
                    .find(|(found, _)| found.eq_ignore_ascii_case(name))
                    .map(|(_, value)| format!("{header}: {value}"))
            };
            let tag = known("etag", "If-None-Match");
            (vec![tag.or(known("last-modified", "If-Modified-Since")).unwrap()], "304")
        }
        Case::Page | Case::Http2 => (Vec::new(), "200"),
    }
}
