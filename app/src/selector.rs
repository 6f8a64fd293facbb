//! The « Département » selector: the way in for those who would rather choose than point.

use crate::state::State;
use leptos::prelude::*;
use map::Territory;

/// A list of the departments by name; choosing one goes there.
#[component]
pub(crate) fn Selector(state: State) -> impl IntoView {
    let options = move || {
        let model = state.model.get()?;
        let mut departments: Vec<(String, String)> = model
            .departments
            .properties
            .iter()
            .map(|one| (one.code.clone(), format!("{} ({})", one.nom, one.code)))
            .collect();
        departments.sort_by_key(|(_, label)| without_accents(label));
        let option = |(code, label): (String, String)| {
            view! { <option value=code>{label}</option> }
        };
        Some(departments.into_iter().map(option).collect::<Vec<_>>())
    };
    // What is selected: a department, or the one that a selected intercommunality lies in.
    let selected = move || {
        let selection = state.choice.with(|choice| choice.selection)?;
        let model = state.model.get()?;
        model.properties(selection).departements.first().map(|code| code.as_str().to_owned())
    };
    let choose = move |event| {
        let code = event_target_value(&event);
        let territory = state.model.get_untracked().and_then(|model| {
            let place = model.departments.properties.iter().position(|one| one.code == code)?;
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
                disabled=move || state.model.with(Option::is_none)
            >
                <option value="">"Toute la France"</option>
                {options}
            </select>
        </div>
    }
}

/// A key that sorts « Écully » with E, as French dictionaries do.
fn without_accents(text: &str) -> String {
    let plain = |letter| match letter {
        'À' | 'Â' | 'à' | 'â' => 'a',
        'É' | 'È' | 'Ê' | 'Ë' | 'é' | 'è' | 'ê' | 'ë' => 'e',
        'Î' | 'Ï' | 'î' | 'ï' => 'i',
        'Ô' | 'ô' => 'o',
        'Ù' | 'Û' | 'Ü' | 'ù' | 'û' | 'ü' => 'u',
        'Ç' | 'ç' => 'c',
        other => other,
    };
    text.chars().map(plain).flat_map(char::to_lowercase).collect()
}
