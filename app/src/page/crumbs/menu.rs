//! The list of a step: the way in for those who would rather choose than point.

use super::way::{Choice, Step};
use crate::state::State;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use map::Subject;

/// The list of what can be chosen at a step of the way. Choosing one goes there, choosing none to what is
/// around.
#[component]
pub(super) fn Menu(
    state: State,
    step: Step,
    choices: Memo<Vec<Choice>>,
    way: Memo<Vec<Subject>>,
) -> impl IntoView {
    let is_chosen = move |subject: &Subject| way.with(|way| step.of_way(way) == Some(subject));
    let is_open = move || way.with(|way| step.of_way(way).is_none());
    let option = move |Choice { code, label, subject, .. }| {
        view! { <option value=code prop:selected=move || is_chosen(&subject)>{label}</option> }
    };
    let options = move || choices.get().into_iter().map(option).collect::<Vec<_>>();
    // Arrows in the closed list choose one after another: they are one step back together.
    let by_key = StoredValue::new(KeySteps::None);
    let on_key = move |event: KeyboardEvent| {
        // Enter and the space bar open the list, and end a choice in it.
        let opens = event.alt_key() || matches!(event.key().as_str(), "Enter" | " ");
        by_key.update_value(|steps| *steps = if opens { KeySteps::None } else { steps.pressed() });
    };
    let choose = move |event| {
        state.keeps_entry.set(by_key.get_value() == KeySteps::Following);
        by_key.update_value(|steps| *steps = steps.chosen());
        let code = event_target_value(&event);
        let chosen = choices.with_untracked(|choices| {
            choices.iter().find(|choice| choice.code == code).map(|choice| choice.subject.clone())
        });
        state.go_to(chosen.or_else(|| way.with_untracked(|way| step.around(way))));
    };
    let whole = move || if is_open() { step.title() } else { step.whole() };
    view! {
        <label class="visually-hidden" for=step.id()>{step.title()}</label>
        <select
            id=step.id()
            on:change=choose
            on:keydown=on_key
            on:pointerdown=move |_| by_key.set_value(KeySteps::None)
            on:blur=move |_| by_key.set_value(KeySteps::None)
            disabled=move || choices.with(Vec::is_empty)
        >
            <option value="" prop:selected=is_open>{whole}</option>
            {options}
        </select>
    }
}

/// The steps that keys have made in the list while the focus stays there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum KeySteps {
    None,
    /// A key is down for the first one.
    First,
    /// One is made: the next takes its place in the history.
    Following,
}

impl KeySteps {
    const fn pressed(self) -> Self {
        match self {
            Self::None => Self::First,
            other => other,
        }
    }

    const fn chosen(self) -> Self {
        match self {
            Self::None => Self::None,
            Self::First | Self::Following => Self::Following,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_step_by_a_key_is_an_entry_and_the_next_ones_take_its_place() {
        assert_eq!(KeySteps::None.chosen(), KeySteps::None, "with the mouse every choice is one");
        let first = KeySteps::None.pressed();
        assert_ne!(first, KeySteps::Following);
        assert_eq!(first.chosen().pressed(), KeySteps::Following);
    }
}
