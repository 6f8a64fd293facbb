//! The footer: every source with its date and its licence.

use crate::state::State;
use leptos::prelude::*;

/// Sources and licences.
#[component]
pub(crate) fn Footer(state: State) -> impl IntoView {
    let sources = move || state.answers.get().map(|answers| answers.sources());
    view! {
        <footer class="footer">
            <h2>"Sources et licences"</h2>
            {sources}
            <p>
                "Les données dérivées sont publiées sous Licence Ouverte\u{a0}2.0, le code sous licence MIT. "
                "Les tracés des arrondissements de Paris, Lyon et Marseille sont © les contributeurs \
                 d’OpenStreetMap, sous licence ODbL\u{a0}1.0. "
                "Cette page ne dépose aucun cookie, n’appelle aucun tiers et ne conserve rien de votre visite."
            </p>
        </footer>
    }
}
