//! The tables as of a day before their own: what was not there yet is left out, what is not dated is not known.

use super::{ReferenceDay, Tables};
use map::served::{Source, last_day};
use std::collections::BTreeSet;

impl Tables {
    /// Takes the tables back to `day`.
    ///
    /// A list documents a region only from its date on: before, the schemes that are known by their dates are facts,
    /// and absence says nothing. Projects bear no date: they are there from that of their list on. Published figures
    /// stay, each with its own date.
    pub(super) fn go_back_to(&mut self, day: &ReferenceDay) {
        let mut later = BTreeSet::new();
        self.schemes.retain_mut(|scheme| match scheme.status_on_past(day) {
            Some(status) => {
                scheme.status = status;
                true
            }
            None => {
                later.insert(scheme.id.clone());
                false
            }
        });
        let sources = &self.sources;
        let is_published = |id: &str| sources.get(id).is_some_and(|one| is_out(one, day));
        self.documentation.retain(|one| is_published(&one.source));
        self.projects.retain(|one| {
            let stays = is_published(&one.source);
            if !stays {
                later.insert(one.id.clone());
            }
            stays
        });
        self.facts.complements.retain(|one| !later.contains(&one.dispositif));
        for scheme in &mut self.schemes {
            let details = &mut scheme.details;
            for other in [&mut details.successor, &mut details.see] {
                if other.as_ref().is_some_and(|id| later.contains(id)) {
                    *other = None;
                }
            }
        }
    }
}

/// Whether a source was out on that day; one without a date is not known to have been.
fn is_out(source: &Source, day: &ReferenceDay) -> bool {
    let date = source.date.as_deref().or(source.date_releve.as_deref());
    date.is_some_and(|date| last_day(date).as_str() <= day.as_str())
}
