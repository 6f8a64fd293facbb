//! The footer: what the page is under, the way to all sources, a choice about the keyboard.

use crate::search::SlashChoice;
use leptos::prelude::*;

/// Licences, and what the page does not do.
#[component]
pub(crate) fn Footer() -> impl IntoView {
    view! {
        <footer class="footer">
            <p>
                <span class="by-hand"><a href="#donnees">"Toutes les sources et leurs licences"</a> ". "</span>
                "Les données dérivées sont publiées sous Licence Ouverte\u{a0}2.0, le code sous licence MIT. "
                "Les tracés des arrondissements de Paris, Lyon et Marseille sont © les contributeurs \
                 d’OpenStreetMap, sous licence ODbL\u{a0}1.0. "
                "Cette page ne dépose aucun cookie, n’appelle aucun tiers et ne conserve rien de votre visite."
            </p>
            <SlashChoice/>
        </footer>
    }
}
