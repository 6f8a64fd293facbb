//! The inspection of one page: gestures, screenshots, questions.

use std::path::Path;
use std::thread;
use std::time::Duration;

use crate::contestants::Contestant;
use crate::error::Error;
use crate::page::{Harness, InputEvent, Landmark, Screenshot, Visit, WindowPoint, play};

/// The name under the pointer over Lyon.
const NAME: &str = "Métropole de Lyon";

/// Its SIREN.
const SIREN: &str = "200046977";

/// The time in which a page comes to rest.
const SETTLE: Duration = Duration::from_millis(900);

/// The inspection of one page.
pub struct Inspection<'a> {
    /// All pages.
    pub harness: &'a Harness,
    /// The page's contestant.
    pub contestant: Contestant,
    /// The page.
    pub visit: Visit,
    /// The number of checks that it failed so far.
    pub failed: usize,
    /// The folder of its screenshots.
    screenshots: &'a Path,
}

impl<'a> Inspection<'a> {
    /// The inspection of an open page; its screenshots are kept in the folder `screenshots`.
    pub const fn new(
        harness: &'a Harness,
        contestant: Contestant,
        visit: Visit,
        screenshots: &'a Path,
    ) -> Self {
        Self { harness, contestant, visit, failed: 0, screenshots }
    }

    /// Prints and counts a check. `is_met` is a condition, as in `assert!`.
    pub fn record(&mut self, check: &str, is_met: bool) {
        let word = if is_met { "ok" } else { "FAILED" };
        println!("{}: {check}: {word}", self.contestant.name);
        self.failed += usize::from(!is_met);
    }

    /// Plays a gesture, waits until the page has come to rest, and takes a screenshot.
    pub fn act(&mut self, events: &[InputEvent], name: &str) -> Result<Screenshot, Error> {
        play(self.visit.cdp(), events)?;
        thread::sleep(SETTLE);
        self.screenshot(name)
    }

    /// Takes a screenshot and keeps it under `name`.
    pub fn screenshot(&mut self, name: &str) -> Result<Screenshot, Error> {
        let screenshot = Screenshot::of(self.visit.cdp())?;
        screenshot.save(&self.screenshots.join(format!("{}-{name}.png", self.contestant.key)))?;
        Ok(screenshot)
    }

    /// The point of the window where the page shows a landmark at first.
    pub fn locate(&mut self, landmark: Landmark) -> Result<WindowPoint, Error> {
        self.harness.locate(self.contestant, &mut self.visit, landmark)
    }

    /// Whether Lyon's name can be read on the page.
    pub fn names_lyon(&mut self) -> Result<bool, Error> {
        let text = self.visit.evaluate("document.body.innerText")?;
        // French typography has spaces of its own.
        let words: Vec<&str> = text.as_str().unwrap_or_default().split_whitespace().collect();
        Ok(words.join(" ").contains(NAME))
    }

    /// Whether Lyon is selected; our page shows that in words beside the map.
    pub fn selected_lyon(&mut self) -> Result<bool, Error> {
        if self.contestant.is_peer() {
            return Ok(self.visit.evaluate("bench.selected")? == SIREN);
        }
        let heading = self.visit.evaluate(
            "[...document.querySelectorAll('h1, h2, h3')].map(it => it.textContent).join(' ')",
        )?;
        Ok(heading.as_str().unwrap_or_default().contains(NAME))
    }
}
