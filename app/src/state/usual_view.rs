//! The views to which choices lead.

use super::State;
use crate::browser::Form;
use leptos::prelude::*;
use map::{DETAIL_BELOW, Subject, Territory, Viewport};
use std::sync::Arc;

impl State {
    /// The view to which a choice of a subject leads, that of the whole country for none; that of all
    /// territories that are compared.
    pub(crate) fn usual_view(self, subject: Option<&Subject>) -> Option<Viewport> {
        let size = self.viewport.get_untracked()?.size;
        let model = self.atlas.with_untracked(|atlas| Some(Arc::clone(&atlas.as_ref()?.model)));
        if let Some(bounds) = model.as_ref().and_then(|model| self.bounds_side_by_side(model)) {
            return Some(self.fitting_view(Some(bounds), size));
        }
        let Some(subject) = subject else { return Some(self.fitting_view(None, size)) };
        let model = model?;
        let bounds = model.drawn_bounds(subject);
        if !bounds.is_empty() {
            let view = self.fitting_view(Some(bounds), size);
            return Some(if is_unplaced(subject) { placing(view) } else { view });
        }
        let extent = self.answers.with_untracked(|it| Some(it.as_ref()?.extent(subject)))?;
        let all = extent.into_iter().map(|one| model.bounds(one));
        let bounds = all.fold(map::MapBounds::EMPTY, map::MapBounds::union);
        Some(self.fitting_view(Some(bounds), size))
    }

    /// The view of something, of the whole country for nothing: clear of what lies over the map.
    pub(super) fn fitting_view(self, bounds: Option<map::MapBounds>, size: (f64, f64)) -> Viewport {
        match (self.form, bounds) {
            (Form::Embed, Some(bounds)) => Viewport::framed(bounds, size),
            (Form::Embed, None) => {
                // Corsica clear of the zoom buttons.
                let padding = map::Padding { bottom: 0.12 * size.1, ..map::Padding::even(12.0) };
                Viewport::fit(map::country_bounds(), size, padding)
            }
            (Form::Whole, Some(bounds)) => Viewport::around(bounds, size),
            (Form::Whole, None) => Viewport::country(size),
        }
    }
}

/// Whether a commune is known by its department alone: only the detail of that tells where it lies.
fn is_unplaced(subject: &Subject) -> bool {
    matches!(subject, Subject::Commune { within: Territory::Department(_), .. })
}

/// A view as close as it takes for details to be loaded.
fn placing(view: Viewport) -> Viewport {
    let resolution = view.resolution.min(0.9 * DETAIL_BELOW);
    Viewport { resolution, ..view }
}
