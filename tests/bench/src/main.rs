//! The same map in our page and in six peers, driven by the same gestures and measured.
//!
//! | folder | content |
//! | --- | --- |
//! | `contestants` | the pages that are measured, and the data that the peers load |
//! | `browser` | Chromium, its protocol, its traffic and its processes |
//! | `page` | one page: device, layout, gestures |
//! | `measure` | `bench run`: figures of every page, round after round |
//! | `check` | `bench check`: whether the pages do what is measured |
//! | `report` | medians, ratios, verdicts, tables |

mod browser;
mod check;
mod contestants;
mod error;
mod measure;
mod page;
mod report;
#[cfg(test)]
mod smoke;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, Parser, Subcommand};

use crate::contestants::Contestant;
use crate::error::Error;
use crate::measure::Pace;
use crate::page::Harness;
use crate::report::{Circumstances, Report};

/// Measures the map against its peers.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Writes the peers' pages and data around their bundles.
    Peers {
        /// Folder of the committed contours.
        #[arg(long, default_value = "geodata/contours")]
        contours: PathBuf,
        /// Folder with the bundles, to be completed.
        #[arg(long, default_value = "target/bench/site")]
        site: PathBuf,
    },
    /// Measures and writes the tables.
    Run {
        #[command(flatten)]
        sites: Sites,
        /// Rounds: the number of times that every page is measured.
        #[arg(long, default_value_t = 5)]
        rounds: usize,
        /// Milliseconds from notch to notch of the wheel.
        #[arg(long, default_value_t = 120)]
        notch_ms: u64,
        /// The peers' list of packages, for their versions.
        #[arg(long, default_value = "tests/bench/peers/package.json")]
        packages: PathBuf,
        /// The command that the report names.
        #[arg(long, default_value = "make bench")]
        typed: String,
        /// The tables to write, without extension.
        #[arg(long, default_value = "tests/bench/results")]
        out: PathBuf,
    },
    /// Checks that every page draws, moves, names and selects.
    Check {
        #[command(flatten)]
        sites: Sites,
        /// Folder for screenshots.
        #[arg(long, default_value = "target/bench/screenshots")]
        screenshots: PathBuf,
    },
}

#[derive(Args)]
struct Sites {
    /// Our built site.
    #[arg(long, default_value = "dist")]
    ours: PathBuf,
    /// The peers' site.
    #[arg(long, default_value = "target/bench/site")]
    peers: PathBuf,
    /// Our server.
    #[arg(long, default_value = "target/release/server")]
    server: PathBuf,
    /// Only these pages, by key, besides the blank one: `ours,leaflet-canvas`.
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
}

impl Sites {
    /// Serves both sites while `act` runs.
    fn with_pages<T>(&self, act: impl FnOnce(&Harness) -> Result<T, Error>) -> Result<T, Error> {
        let ours = launch::serve(&self.server, &self.ours)?;
        let peers = launch::serve(&self.server, &self.peers)?;
        act(&Harness::new(ours.address().to_owned(), peers.address().to_owned())?)
    }

    fn contestants(&self) -> Vec<Contestant> {
        let is_asked_for = |it: &Contestant| {
            self.only.is_empty()
                || *it == Contestant::BLANK
                || self.only.iter().any(|key| key == it.key)
        };
        Contestant::ALL.into_iter().filter(is_asked_for).collect()
    }
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Peers { contours, site } => contestants::complete(&site, &contours),
        Command::Run { sites, rounds, notch_ms, packages, typed, out } => {
            let pace = Pace { rounds, notch_every: Duration::from_millis(notch_ms) };
            measure_all(&sites, pace, || Circumstances::now(typed, &packages), &out)
        }
        Command::Check { sites, screenshots } => check_all(&sites, &screenshots),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn check_all(sites: &Sites, screenshots: &Path) -> Result<(), Error> {
    let epci_points = check::mainland(&sites.peers.join("data/epci.geojson"))?;
    sites.with_pages(|harness| {
        check::check(harness, &sites.contestants(), &epci_points, screenshots)
    })
}

fn measure_all(
    sites: &Sites,
    pace: Pace,
    circumstances: impl FnOnce() -> Result<Circumstances, Error>,
    out: &Path,
) -> Result<(), Error> {
    // Before the run, which is what makes the machine busy.
    let circumstances = circumstances()?;
    let model = contestants::drawn_model(&sites.ours)?;
    let rounds = sites
        .with_pages(|harness| Ok(measure::run(harness, &sites.contestants(), &model, pace)))?;
    let report = Report { circumstances, rounds };
    println!("\n{}", report.write(out)?);
    Ok(())
}
