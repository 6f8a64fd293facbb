//! The five signals of the page, and the verbs that change them.

use crate::load::{LoadError, Progress};
use leptos::prelude::*;
use map::{Layer, Model, ScreenPoint, Territory, Viewport};
use std::sync::Arc;

/// Where the data is on its way.
#[derive(Clone, Debug)]
pub(crate) enum Load {
    /// Some of it is here.
    Running(Progress),
    /// All of it is here.
    Done,
    /// A file could not be had.
    Failed(LoadError),
}

/// What the person looks at.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Choice {
    /// The layers that are shown.
    pub(crate) layers: Vec<Layer>,
    /// The territory whose answer is shown.
    pub(crate) selection: Option<Territory>,
}

/// The signals. Copy: components receive it whole.
#[derive(Clone, Copy)]
pub(crate) struct State {
    pub(crate) load: RwSignal<Load>,
    pub(crate) model: RwSignal<Option<Arc<Model>>>,
    pub(crate) choice: RwSignal<Choice>,
    /// The territory under the pointer, and where the pointer is.
    pub(crate) hover: RwSignal<Option<(Territory, ScreenPoint)>>,
    /// Nothing before the map has its size.
    pub(crate) viewport: RwSignal<Option<Viewport>>,
}

/// How much one step of the wheel, a button or a key zooms.
pub(crate) const ZOOM_STEP: f64 = 1.5;

impl State {
    /// Nothing loaded, every layer shown, nothing selected.
    pub(crate) fn new() -> Self {
        let choice = Choice { layers: Layer::ALL.to_vec(), selection: None };
        Self {
            load: RwSignal::new(Load::Running(Progress::default())),
            model: RwSignal::new(None),
            choice: RwSignal::new(choice),
            hover: RwSignal::new(None),
            viewport: RwSignal::new(None),
        }
    }

    /// Whether a layer is shown.
    pub(crate) fn shows(self, layer: Layer) -> bool {
        self.choice.with(|choice| choice.layers.contains(&layer))
    }

    /// Shows a layer that is hidden, hides one that is shown.
    pub(crate) fn toggle(self, layer: Layer) {
        self.choice.update(|choice| {
            if choice.layers.contains(&layer) {
                choice.layers.retain(|shown| *shown != layer);
            } else {
                choice.layers.push(layer);
            }
        });
    }

    /// Shows the answer for a territory, without moving the map.
    pub(crate) fn select(self, territory: Option<Territory>) {
        if self.choice.with_untracked(|choice| choice.selection) != territory {
            self.choice.update(|choice| choice.selection = territory);
        }
    }

    /// Shows the answer for a territory and brings it into view; the whole country for none.
    pub(crate) fn go_to(self, territory: Option<Territory>) {
        self.select(territory);
        self.hover.set(None);
        let Some(model) = self.model.get_untracked() else { return };
        self.viewport.update(|view| {
            let Some(view) = view else { return };
            *view = match territory {
                Some(territory) => Viewport::around(model.bounds(territory), view.size),
                None => Viewport::country(view.size),
            };
        });
    }

    /// Changes the view, kept to the country.
    pub(crate) fn look(self, change: impl FnOnce(Viewport) -> Viewport) {
        self.viewport.update(|view| {
            if let Some(view) = view {
                *view = change(*view).kept_to(map::country_bounds(), Viewport::country(view.size));
            }
        });
    }

    /// Zooms about the middle of the map.
    pub(crate) fn zoom(self, factor: f64) {
        self.hover.set(None);
        self.look(|view| {
            let middle = ScreenPoint::new(view.size.0 / 2.0, view.size.1 / 2.0);
            view.zoomed(factor, middle)
        });
    }

    /// The map has a new size: the first one shows the country, later ones hold the middle.
    pub(crate) fn resize(self, size: (f64, f64)) {
        self.viewport.update(|view| {
            *view = Some(match view {
                None => Viewport::country(size),
                Some(view) => {
                    view.resized(size).kept_to(map::country_bounds(), Viewport::country(size))
                }
            });
        });
    }
}
