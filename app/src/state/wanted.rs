//! The files that a person can ask for again.

use super::State;
use crate::load::{Load, LoadError, load_answers, load_map};
use leptos::prelude::*;

/// The files of a part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    Map,
    Answers,
    /// Those of the second reading.
    Shares,
}

impl State {
    /// Asks for files, at first or after a failure. Answers do without the map.
    pub(crate) fn ask_again(self, wanted: Wanted) {
        match wanted {
            Wanted::Map => load_map(self.atlas, self.load, move || self.ask_again(Wanted::Answers)),
            Wanted::Answers => load_answers(self.answers, self.answers_load),
            // They are loaded where a choice asks for them and they are not here.
            Wanted::Shares => self.choice.update(|_| ()),
        }
    }

    /// Asks again for what failed for want of a line: it is back.
    pub(crate) fn line_is_back(self) {
        let is_due = |load: &Load| matches!(load, Load::Failed(LoadError::Network(_)));
        if self.load.with_untracked(is_due) {
            self.ask_again(Wanted::Map);
        }
        if self.answers_load.with_untracked(is_due) {
            self.ask_again(Wanted::Answers);
        }
        // The communes that the answer names, and the shares.
        self.choice.update(|_| ());
    }
}
