//! A tap, which waits for a second one: two taps zoom, one chooses.

use crate::state::State;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use map::{DOUBLE_TAP_MS, Marked, Subject};
use std::time::Duration;

/// The tap that waits, if one does.
#[derive(Clone, Copy)]
pub(super) struct Tapping {
    state: State,
    waiting: StoredValue<Option<Waiting>>,
}

/// The thing under a tap.
pub(super) enum Tapped {
    /// A disc, a pin, a seat, a place.
    Symbol(Marked),
    /// An area; none at sea.
    Area(Option<Subject>),
}

/// A tap that waits.
struct Waiting {
    tapped: Tapped,
    timer: Option<TimeoutHandle>,
}

impl Tapping {
    /// No tap yet.
    pub(super) fn new(state: State) -> Self {
        Self { state, waiting: StoredValue::new(None) }
    }

    /// Chooses what is under the tap, unless another one comes soon.
    pub(super) fn first(self, tapped: Tapped) {
        self.choose();
        let wait = Duration::from_millis(DOUBLE_TAP_MS as u64);
        // Fails nowhere: without a timer the tap would wait for the next one.
        let timer = set_timeout_with_handle(move || self.choose(), wait).ok();
        self.waiting.set_value(Some(Waiting { tapped, timer }));
    }

    /// Waits on, for a finger that has come down again.
    pub(super) fn hold(self) {
        self.stop_timer();
    }

    /// Chooses at once what waits without a timer: the finger that came down again did not tap.
    pub(super) fn release(self) {
        let is_held = self
            .waiting
            .with_value(|waiting| waiting.as_ref().is_some_and(|waiting| waiting.timer.is_none()));
        if is_held {
            self.choose();
        }
    }

    /// Forgets the first tap after the second.
    pub(super) fn second(self) {
        self.stop_timer();
        self.waiting.set_value(None);
    }

    /// Chooses what the tap that waits has meant.
    pub(super) fn choose(self) {
        self.stop_timer();
        let waiting = self.waiting.try_update_value(Option::take).flatten();
        match waiting.map(|waiting| waiting.tapped) {
            Some(Tapped::Symbol(marked)) => self.state.select_marked(&marked),
            Some(Tapped::Area(subject)) => self.state.choose(subject),
            None => {}
        }
    }

    fn stop_timer(self) {
        self.waiting.update_value(|waiting| {
            let timer = waiting.as_mut().and_then(|waiting| waiting.timer.take());
            if let Some(timer) = timer {
                timer.clear();
            }
        });
    }
}
