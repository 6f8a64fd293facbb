//! The « Département » selector: the way in for those who would rather choose than point.

use crate::state::{State, model_of};
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
    let choose = move |event| {
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
                prop:value=move || selected().unwrap_or_default()
                disabled=move || model.with(Option::is_none)
            >
                <option value="">"Toute la France"</option>
                {options}
            </select>
        </div>
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
