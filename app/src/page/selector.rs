//! The « Département » selector: the way in for those who would rather choose than point.

use crate::state::{State, model_of};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use map::served::DepartmentRow;
use map::text::sort_key;
use map::{Model, Subject, Territory, argsort};

/// A list of the departments by name; choosing one goes there.
#[component]
pub(crate) fn Selector(state: State) -> impl IntoView {
    let model = model_of(state);
    let options = move || {
        let option = |Choice { code, label }| view! { <option value=code>{label}</option> };
        model.with(|model| {
            let choices = by_name(model.as_deref()?);
            Some(choices.into_iter().map(option).collect::<Vec<_>>())
        })
    };
    // The department that is selected, or that the selected subject lies in.
    let selected = move || {
        let model = model.get()?;
        let within = state.choice.with(|choice| match choice.selection.as_ref()? {
            Subject::Territory(territory) => Some(*territory),
            other => model.within(other),
        })?;
        Some(model.departments[model.department_of(within)?].code.to_string())
    };
    // Arrows in the closed list choose one department after another: they are one step back together.
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
        let territory = model.get_untracked().and_then(|model| {
            let is_chosen = model.departments.iter().position(|one| one.code.as_str() == code);
            is_chosen.map(Territory::Department)
        });
        state.go_to(territory.map(Subject::Territory));
    };
    view! {
        <div class="selector">
            <label for="departement">"Département"</label>
            <select
                id="departement"
                on:change=choose
                on:keydown=on_key
                on:pointerdown=move |_| by_key.set_value(KeySteps::None)
                on:blur=move |_| by_key.set_value(KeySteps::None)
                prop:value=move || selected().unwrap_or_default()
                disabled=move || model.with(Option::is_none)
            >
                <option value="">"Toute la France"</option>
                {options}
            </select>
        </div>
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

/// A department of the list.
struct Choice {
    code: String,
    label: String,
}

/// The departments by name.
fn by_name(model: &Model) -> Vec<Choice> {
    let departments = &model.departments;
    argsort(departments.iter().map(|department| sort_key(&department.nom)))
        .into_iter()
        .map(|index| {
            let DepartmentRow { code, nom, .. } = &departments[index];
            Choice { code: code.to_string(), label: format!("{nom} ({code})") }
        })
        .collect()
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
