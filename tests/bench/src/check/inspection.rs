//! One page being checked: hands and eyes.

use std::path::Path;
use std::thread;
use std::time::Duration;

use super::screenshot::Picture;
use crate::contestants::Contestant;
use crate::error::Error;
use crate::page::{Harness, InputEvent, Landmark, Visit, WindowPoint, play};

/// What lies under the pointer over Lyon.
const NAME: &str = "Métropole de Lyon";

/// Its SIREN.
const SIREN: &str = "200046977";

/// The time in which a page comes to rest.
const SETTLE: Duration = Duration::from_millis(900);

/// One page being checked.
pub struct Inspection<'a> {
    /// Where the pages are.
    pub harness: &'a Harness,
    /// Whose page it is.
    pub contestant: Contestant,
    /// The page.
    pub visit: Visit,
    /// How many checks it failed so far.
    pub failed: usize,
    pictures: &'a Path,
}

impl<'a> Inspection<'a> {
    /// The inspection of an open page; its pictures are kept in `pictures`.
    pub const fn new(
        harness: &'a Harness,
        contestant: Contestant,
        visit: Visit,
        pictures: &'a Path,
    ) -> Self {
        Self { harness, contestant, visit, failed: 0, pictures }
    }

    /// Says how a check ended.
    pub fn tell(&mut self, what: &str, is_so: bool) {
        let word = if is_so { "ok" } else { "FAILED" };
        println!("{}: {what}: {word}", self.contestant.name);
        self.failed += usize::from(!is_so);
    }

    /// Does something, waits until the page has come to rest, and looks.
    pub fn act(&mut self, events: &[InputEvent], name: &str) -> Result<Picture, Error> {
        play(self.visit.cdp(), events)?;
        thread::sleep(SETTLE);
        self.picture(name)
    }

    /// Looks.
    pub fn picture(&mut self, name: &str) -> Result<Picture, Error> {
        let picture = Picture::of(self.visit.cdp())?;
        picture.save(&self.pictures.join(format!("{}-{name}.png", self.contestant.key)))?;
        Ok(picture)
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

    /// Whether Lyon is what the page holds for selected; ours says so in words, beside the map.
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
