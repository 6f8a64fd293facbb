//! The « Département » selector: the way in for those who would rather choose than point.

use crate::state::State;
use leptos::prelude::*;
use map::{Territory, argsort};

/// A list of the departments by name; choosing one goes there.
#[component]
pub(crate) fn Selector(state: State) -> impl IntoView {
    // The same for every detail that comes and goes.
    let model = crate::state::model_of(state);
    let options = move || {
        let model = model.get()?;
        let departments: Vec<(String, String)> = model
            .departments
            .iter()
            .map(|one| (one.code.to_string(), format!("{} ({})", one.nom, one.code)))
            .collect();
        let order = argsort(departments.iter().map(|(_, label)| alphabetical(label)));
        let option = |(code, label): (String, String)| {
            view! { <option value=code>{label}</option> }
        };
        let rows = order.into_iter().map(|place| departments[place].clone());
        Some(rows.map(option).collect::<Vec<_>>())
    };
    // What is selected: a department, or the one that a selected intercommunality lies in.
    let selected = move || {
        let selection = state.choice.with(|choice| choice.selection)?;
        let model = model.get()?;
        Some(model.departments[model.department_of(selection)].code.to_string())
    };
    let choose = move |event| {
        let code = event_target_value(&event);
        let territory = model.get_untracked().and_then(|model| {
            let place = model.departments.iter().position(|one| one.code.as_str() == code)?;
            Some(Territory::Department(place))
        });
        state.go_to(territory);
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

/// A key that sorts « Écully » with E, as French dictionaries do, by its first sixteen letters.
fn alphabetical(text: &str) -> u128 {
    let plain = |letter| match letter {
        'À' | 'Â' | 'à' | 'â' => 'a',
        'É' | 'È' | 'Ê' | 'Ë' | 'é' | 'è' | 'ê' | 'ë' => 'e',
        'Î' | 'Ï' | 'î' | 'ï' => 'i',
        'Ô' | 'ô' => 'o',
        'Ù' | 'Û' | 'Ü' | 'ù' | 'û' | 'ü' => 'u',
        'Ç' | 'ç' => 'c',
        other => other,
    };
    let letters = text.chars().map(plain).chain(std::iter::repeat('\0')).take(16);
    letters.fold(0, |key, letter| key << 8 | u128::from(letter.to_ascii_lowercase() as u8))
}
