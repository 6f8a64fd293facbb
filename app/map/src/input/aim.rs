//! Aim: what a pointer can mean at a point, from a region seen from afar to a commune seen closely.

use crate::mesh::Face;
use crate::{
    Atlas, COMMUNE_BORDERS_BELOW, Detail, MapBounds, MapPoint, PointerKind, ScreenPoint, Subject,
    Territory, Viewport,
};

/// The size on screen, CSS pixels, below which a thumb covers a thing.
const THUMB: f64 = 80.0;

impl PointerKind {
    /// The shorter side of the smallest thing that it is aimed at, CSS pixels: a mouse has a name beside
    /// it, a finger hides what it touches (WCAG 2.2, 2.5.8).
    const fn smallest_target(self) -> f64 {
        match self {
            Self::Mouse => 6.0,
            Self::Touch => 24.0,
        }
    }

    /// The distance by which it may miss the shore of an island, CSS pixels.
    const fn reach(self) -> f64 {
        match self {
            Self::Mouse => 0.0,
            Self::Touch => 14.0,
        }
    }
}

/// The subject that a tap or a click at a point of the screen chooses, and that the pointer over it is
/// to outline: the smallest of commune (where communes are drawn), intercommunality and department that
/// is large enough on screen, or else the region. None over the sea.
pub fn aimed_at(
    atlas: &Atlas,
    view: &Viewport,
    at: ScreenPoint,
    pointer: PointerKind,
) -> Option<Subject> {
    let model = &atlas.model;
    let point = view.map_from_screen(at);
    let smallest = atlas.territory_near(point, pointer.reach() * view.resolution)?;
    let department = match atlas.at(point) {
        // Of an intercommunality in two departments, the one that is touched.
        Some((cell, _)) => model.cells[cell as usize].department as usize,
        None => model.department_of(smallest)?,
    };
    let is_large = |bounds: MapBounds| {
        bounds.width().min(bounds.height()) >= pointer.smallest_target() * view.resolution
    };
    if view.resolution < COMMUNE_BORDERS_BELOW
        && let Some((detail, face)) = commune_at(atlas, point)
        && is_large(detail.mesh.bounds_of(face))
        && let Some(commune) = detail.code_of(face).and_then(|code| atlas.subject_of_commune(&code))
    {
        return Some(commune);
    }
    let region = Territory::Region(model.departments[department].region as usize);
    let territories = [smallest, Territory::Department(department)];
    let aimed = territories.into_iter().find(|one| is_large(model.bounds(*one)));
    Some(Subject::Territory(aimed.unwrap_or(region)))
}

/// Whether a thumb would cover a subject on screen, or it is not on the map: choosing it brings it into
/// view.
pub fn is_under_thumb(atlas: &Atlas, view: &Viewport, subject: &Subject) -> bool {
    let bounds = atlas.bounds(subject);
    bounds.width().max(bounds.height()) < THUMB * view.resolution
}

/// The commune or arrondissement at a point, where its department is in detail.
fn commune_at(atlas: &Atlas, point: MapPoint) -> Option<(&Detail, Face)> {
    // The finer of two levels comes last.
    atlas.details().iter().rev().find_map(|detail| Some((&**detail, detail.commune_at(point)?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::model::tests::model;
    use std::sync::Arc;

    /// A view of the two departments of 100 km, each an intercommunality and a region of its own.
    fn view(resolution: f64) -> Viewport {
        Viewport { center: MapPoint::new(700e3, 6_550e3), resolution, size: (800.0, 600.0) }
    }

    fn aimed(resolution: f64, east_m: f64, pointer: PointerKind) -> Option<Subject> {
        let view = view(resolution);
        let at = view.screen_from_map(MapPoint::new(700e3 + east_m, 6_550e3));
        aimed_at(&Atlas::new(Arc::new(model())), &view, at, pointer)
    }

    #[test]
    fn a_finger_chooses_a_region_from_afar_and_something_smaller_from_near() {
        let east = 20e3;
        let touched = |resolution| aimed(resolution, east, PointerKind::Touch);
        let region = Some(Subject::Territory(Territory::Region(1)));
        assert_eq!(touched(5_000.0), region, "20 pixels");
        let near = touched(1_000.0);
        assert_eq!(near, Some(Subject::Territory(Territory::Epci(1))), "100 pixels");
        assert_eq!(aimed(5_000.0, east, PointerKind::Mouse), near, "a mouse is finer");
    }

    #[test]
    fn nothing_is_chosen_at_sea_and_a_finger_may_miss_the_shore() {
        let off_shore = 100e3 + 12.0 * 1_000.0;
        assert_eq!(aimed(1_000.0, off_shore, PointerKind::Mouse), None);
        assert!(aimed(1_000.0, off_shore, PointerKind::Touch).is_some());
        assert_eq!(aimed(1_000.0, off_shore + 3_000.0, PointerKind::Touch), None);
    }

    #[test]
    fn taps_a_few_pixels_apart_choose_the_same_from_afar() {
        let taps = [-6.0, 0.0, 6.0]
            .map(|pixels: f64| aimed(4_500.0, 50e3 + pixels * 4_500.0, PointerKind::Touch));
        assert!(taps[0].is_some() && taps.iter().all(|tap| *tap == taps[0]), "{taps:?}");
    }

    #[test]
    fn what_a_thumb_covers_is_brought_into_view() {
        let atlas = Atlas::new(Arc::new(model()));
        let subject = Subject::Territory(Territory::Epci(1));
        assert!(is_under_thumb(&atlas, &view(2_000.0), &subject), "50 pixels");
        assert!(!is_under_thumb(&atlas, &view(1_000.0), &subject));
    }
}
