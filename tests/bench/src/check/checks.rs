//! `bench check`: a page that does less than the others must not win.

use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;
use std::time::Duration;

use super::epci_points::EpciPoint;
use super::inspection::Inspection;
use crate::contestants::Contestant;
use crate::error::Error;
use crate::page::{
    Device, Harness, LYON, SEA, Screenshot, ShortDrag, WindowPoint, ZoomDirection, click, hover,
    notch, short_drag, zoom,
};

/// EPCI and departments that a library may leave out at first: those overseas.
const OVERSEAS: [u64; 2] = [23, 5];

/// The number of all EPCI and departments.
const ALL: [u64; 2] = [1255, 101];

/// The factor of ten notches of 1.5, or of nine: on a busy machine a library loses a notch that comes
/// during the animation of the one before.
const NEARER: RangeInclusive<f64> = 38.0..=58.5;

/// The time from notch to notch, long enough for hardly any to be lost.
const SLOW_NOTCH_INTERVAL: Duration = Duration::from_millis(900);

/// Checks every page that draws the map and keeps a screenshot of each step in the folder `screenshots`.
///
/// # Errors
/// [`Error`] when a page fails to open, and [`Error::Checks`] with how many checks failed.
pub fn check(
    harness: &Harness,
    contestants: &[Contestant],
    epci_points: &[EpciPoint],
    screenshots: &Path,
) -> Result<(), Error> {
    fs::create_dir_all(screenshots).map_err(Error::file(screenshots))?;
    let mut failed = 0;
    for contestant in contestants.iter().filter(|it| it.is_map()) {
        let visit = harness.open(*contestant, Device::Desk)?;
        let mut inspection = Inspection::new(harness, *contestant, visit, screenshots);
        inspection.run(epci_points)?;
        failed += inspection.failed;
    }
    if failed == 0 { Ok(()) } else { Err(Error::Checks(failed)) }
}

impl Inspection<'_> {
    fn run(&mut self, epci_points: &[EpciPoint]) -> Result<(), Error> {
        let map = self.harness.layout(Device::Desk).map;
        let lyon = self.locate(LYON)?;
        let start = self.screenshot("start")?;
        self.check_drawn(&start, epci_points)?;

        let hovered = self.act(&hover(lyon), "hover")?;
        self.record("hover changes the picture", start.differences(&hovered, map) > 20);
        let is_named = self.names_lyon()?;
        self.record("hover names the territory", is_named);

        let clicked = self.act(&click(lyon), "click")?;
        self.record("click changes the picture", hovered.differences(&clicked, map) > 20);
        let is_selected = self.selected_lyon()?;
        self.record("click selects the territory", is_selected);

        let resolution = self.visit.resolution()?;
        let near = self.act(&zoom(lyon, ZoomDirection::In, SLOW_NOTCH_INTERVAL), "zoom")?;
        self.record("the wheel changes the picture", clicked.differences(&near, map) > 10_000);
        if let (Some(before), Some(after)) = (resolution, self.visit.resolution()?) {
            let ratio = before / after;
            let what = format!("ten notches bring the ground {ratio:.1} times nearer");
            self.record(&what, NEARER.contains(&ratio));
        }
        let is_named = self.names_lyon()?;
        self.record("the wheel holds the point under the pointer", is_named);
        self.check_drag()
    }

    /// In a new page: the drag moves the ground as far as the hand.
    fn check_drag(&mut self) -> Result<(), Error> {
        self.visit = self.harness.open(self.contestant, Device::Desk)?;
        // A notch over Lyon leaves it where it is.
        let lyon = self.locate(LYON)?;
        self.act(&notch(lyon, ZoomDirection::In), "nearer")?;
        let ShortDrag { events, right, down } = short_drag(self.harness.layout(Device::Desk).map);
        self.act(&events, "drag")?;
        self.act(&hover(WindowPoint::new(lyon.x + right, lyon.y + down)), "dragged")?;
        let is_named = self.names_lyon()?;
        self.record("the drag moves the ground as far as the hand", is_named);
        Ok(())
    }

    fn check_drawn(&mut self, start: &Screenshot, epci_points: &[EpciPoint]) -> Result<(), Error> {
        if self.contestant.is_peer() {
            let drawn: [u64; 2] = serde_json::from_value(self.visit.evaluate("bench.drawn()")?)?;
            let is_all = (0..2).all(|n| drawn[n] <= ALL[n] && drawn[n] >= ALL[n] - OVERSEAS[n]);
            self.record(&format!("draws {} EPCI and {} departments", drawn[0], drawn[1]), is_all);
        }
        let sea = start.color(self.locate(SEA)?);
        let mut bare = Vec::new();
        for epci in epci_points {
            if start.color(self.locate(epci.landmark)?) == sea {
                bare.push(epci.name.as_str());
            }
        }
        let (painted, all) = (epci_points.len() - bare.len(), epci_points.len());
        let what = format!("{painted} of {all} mainland EPCI are painted, all but {bare:?}");
        self.record(&what, bare.is_empty());
        Ok(())
    }
}
