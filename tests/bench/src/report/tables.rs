//! The results as two tables in Markdown, for people, and as JSON, for programs.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde::Serialize;

use super::circumstances::Circumstances;
use super::rows::{ROWS, Row, Target};
use super::summary::{Best, Spread, best, is_reached, spread};
use crate::contestants::Contestant;
use crate::error::Error;
use crate::measure::Rounds;

/// The result of a run.
#[derive(Serialize)]
pub struct Report {
    /// Machine, versions, day.
    pub circumstances: Circumstances,
    /// The figures of every page, round by round.
    pub rounds: Rounds,
}

impl Report {
    /// Writes `PATH.json` and `PATH.md` and gives the text of the latter.
    ///
    /// # Errors
    /// [`Error`] when one cannot be written.
    pub fn write(&self, path: &Path) -> Result<String, Error> {
        let markdown = self.markdown();
        let json = format!("{}\n", serde_json::to_string_pretty(self)?);
        for (extension, text) in [("md", &markdown), ("json", &json)] {
            let path = path.with_extension(extension);
            fs::write(&path, text).map_err(Error::file(path))?;
        }
        Ok(markdown)
    }

    fn markdown(&self) -> String {
        let mut text = format!("# Benchmark\n\n{}\n\n", self.preamble());
        text.push_str("## Ours and the best peer of each row\n\n");
        text.push_str("| figure | ours | best peer | ratio | to reach | |\n");
        text.push_str("| --- | ---: | ---: | ---: | ---: | --- |\n");
        for row in ROWS.iter().filter(|row| row.target != Target::None) {
            text.extend(self.verdict(row));
        }
        text.push_str("\n## Everybody\n\n");
        let pages: Vec<Contestant> =
            Contestant::ALL.into_iter().filter(|it| self.rounds.contains_key(it.key)).collect();
        let names: Vec<&str> = pages.iter().map(|it| it.name).collect();
        _ = writeln!(text, "| figure | {} |", names.join(" | "));
        _ = writeln!(text, "| --- |{}", " ---: |".repeat(pages.len()));
        for row in ROWS {
            let cell = |it: &Contestant| cell(row, spread(row, *it, &self.rounds));
            let cells: Vec<String> = pages.iter().map(cell).collect();
            _ = writeln!(text, "| {} | {} |", row.label, cells.join(" | "));
        }
        text
    }

    fn preamble(&self) -> String {
        let it = &self.circumstances;
        let rounds = self.rounds.values().map(Vec::len).max().unwrap_or_default();
        let packages: Vec<String> =
            it.packages.iter().map(|(name, version)| format!("{name} {version}")).collect();
        format!(
            "`{}`, {}, commit {}: medians of {rounds} interleaved rounds, with minimum and \
             maximum.\n\nMachine: {}, {} cores, load {} before the run. {}; {}.\n\n\
             KB and MB are powers of ten. « Above blank » is what a page without a map, driven by \
             the same input in the same round, does not take. The best peer of CPU and of \
             main-thread time is the best of those whose frames come in time (p95 up to 50 ms): \
             one that drops them takes less of both. What each page does, and how it is \
             driven, is in [`README.md`](README.md).",
            it.command,
            it.date,
            it.commit,
            it.processor,
            it.cores,
            it.load,
            it.browser,
            packages.join(", "),
        )
    }

    /// The line of a row in the first table; none without our figure.
    fn verdict(&self, row: &Row) -> Option<String> {
        let ours = spread(row, Contestant::OURS, &self.rounds)?;
        let best = best(row, &self.rounds);
        let reached = match is_reached(row, ours, best.map(|best| best.spread)) {
            Some(true) => "reached",
            Some(false) => "**not reached**",
            None => "no peer",
        };
        let goal = match row.target {
            Target::None => String::new(),
            Target::TimesBest(factor) => format!("≤ {factor:.1} × best"),
            Target::AboveBest(more) => format!("≤ best + {more:.0}"),
            Target::AtMost(limit) => format!("≤ {limit}"),
        };
        let (peer, ratio) = best.map_or_else(Default::default, |Best { peer, spread }| {
            let ratio = ours.median / spread.median;
            let ratio = if spread.median > 0.0 { format!("{ratio:.2}") } else { "—".to_owned() };
            (format!("{}: {}", peer.name, cell(row, Some(spread))), ratio)
        });
        let (label, ours) = (label(row), cell(row, Some(ours)));
        Some(format!("| {label} | {ours} | {peer} | {ratio} | {goal} | {reached} |\n"))
    }
}

/// The label of a row that stands alone, completed from the row that it continues.
fn label(row: &Row) -> String {
    let Some(rest) = row.label.strip_prefix("— ") else { return row.label.to_owned() };
    let before = ROWS.iter().take_while(|it| it.key != row.key);
    let head = before.filter(|it| !it.label.starts_with('—')).last().map_or("", |it| it.label);
    let head = head.split([':', ',']).next().unwrap_or_default();
    format!("{head}: {rest}")
}

fn cell(row: &Row, spread: Option<Spread>) -> String {
    let Some(Spread { median, min, max }) = spread else { return "—".to_owned() };
    let digits = row.decimals;
    if format!("{min:.digits$}") == format!("{max:.digits$}") {
        return format!("{median:.digits$}");
    }
    format!("{median:.digits$} ({min:.digits$}–{max:.digits$})")
}
