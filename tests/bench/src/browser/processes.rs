//! Processor time and memory of a browser's processes, from `/proc`.
//!
//! # Source
//! proc(5): `/proc/PID/stat`, fields 4 (parent), 14 to 17 (time of the process and of its ended
//! children); `/proc/PID/smaps_rollup`, `Pss`.

use std::fs;

/// Ticks per second in `/proc`, on every architecture that browsers run on.
const TICKS_A_SECOND: f64 = 100.0;

/// A process, as its line of `/proc/PID/stat` tells it.
struct Process {
    id: u32,
    parent: u32,
    ticks: u64,
}

/// CPU seconds, in user and system mode, of a process and all that descend from it.
pub fn cpu_seconds(root: u32) -> f64 {
    family(root).iter().map(|process| process.ticks as f64).sum::<f64>() / TICKS_A_SECOND
}

/// Megabytes (10⁶) of memory of the page's own process: the largest of those that draw pages, as
/// the browser keeps an empty one at hand. Shared memory counts by its share.
pub fn renderer_megabytes(root: u32) -> Option<f64> {
    let renderers = family(root).into_iter().filter(|process| {
        let line = fs::read(format!("/proc/{}/cmdline", process.id)).unwrap_or_default();
        draws_pages(&line)
    });
    let bytes = renderers.filter_map(|process| proportional_bytes(process.id)).max()?;
    Some(bytes as f64 / 1e6)
}

fn family(root: u32) -> Vec<Process> {
    let all = all();
    let mut family = Vec::new();
    let mut ids = vec![root];
    while let Some(id) = ids.pop() {
        ids.extend(all.iter().filter(|process| process.parent == id).map(|process| process.id));
        family.extend(all.iter().find(|process| process.id == id));
    }
    family.into_iter().map(|process| Process { ..*process }).collect()
}

/// Every process there is; one that ends meanwhile is left out.
fn all() -> Vec<Process> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    ids.filter_map(|id| parse(id, &fs::read_to_string(format!("/proc/{id}/stat")).ok()?)).collect()
}

fn parse(id: u32, line: &str) -> Option<Process> {
    // The name of the program, in parentheses, may hold anything.
    let (_, rest) = line.rsplit_once(')')?;
    let fields: Vec<&str> = rest.split_ascii_whitespace().collect();
    let number = |field: usize| fields.get(field - 3)?.parse::<u64>().ok();
    let ticks = (14..=17).map(number).sum::<Option<u64>>()?;
    Some(Process { id, parent: u32::try_from(number(4)?).ok()?, ticks })
}

/// Whether a command line is that of a renderer of pages. The browser draws its own window in one
/// too, which holds more than a page without a map.
fn draws_pages(line: &[u8]) -> bool {
    let has = |wanted: &[u8]| line.split(|byte| *byte == 0 || *byte == b' ').any(|it| it == wanted);
    has(b"--type=renderer") && !has(b"--top-chrome-webui")
}

fn proportional_bytes(id: u32) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_parentheses_and_spaces_is_no_field() {
        let line = "7 (a) b (c)) S 3 7 7 0 -1 4194304 100 0 0 0 20 4 2 1 20 0 1 0 5";
        let process = parse(7, line).unwrap();
        assert_eq!((process.parent, process.ticks), (3, 27));
    }

    #[test]
    fn the_window_of_the_browser_is_no_page() {
        assert!(draws_pages(b"/usr/lib/chromium/chromium --type=renderer --lang=fr"));
        assert!(draws_pages(b"chromium\0--type=renderer\0"));
        assert!(!draws_pages(b"chromium --type=renderer --top-chrome-webui --lang=fr"));
        assert!(!draws_pages(b"chromium --type=gpu-process"));
    }

    #[test]
    fn this_process_has_used_the_processor_or_is_just_about_to() {
        assert!(cpu_seconds(std::process::id()) >= 0.0);
        assert!(proportional_bytes(std::process::id()).unwrap() > 100_000);
    }
}
