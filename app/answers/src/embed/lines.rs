//! The lines that put a map into another site.

use super::EmbedAddresses;
use leptos::prelude::*;
use map::text::{escaped, typographic};

/// The title of the page of a subject, as embeds name it.
pub fn embed_title(name: &str) -> String {
    [&typographic(name), "\u{a0}: contrats locaux de santé, CPTS et projets"].concat()
}

/// The lines: a frame, and a link that stays where frames are taken out. One paragraph holds both: block
/// themes put paragraphs into their column, but leave a bare frame at the edge of the window.
pub fn snippet(title: &str, addresses: &EmbedAddresses) -> String {
    let title = escaped(title);
    let (frame, whole) = (escaped(&addresses.frame), escaped(&addresses.whole));
    format!(
        "<p><iframe src=\"{frame}\" title=\"Carte\u{a0}: {title}\" width=\"100%\" height=\"450\" \
         frameborder=\"0\" loading=\"lazy\" allow=\"fullscreen\"></iframe>\n\
         <a href=\"{whole}\">{title}</a></p>"
    )
}

/// The lines to copy, folded away; `copy` is the button for it, where there is one.
pub fn embedding(title: &str, addresses: &EmbedAddresses, copy: AnyView) -> impl IntoView + use<> {
    let (setup, proof) = (addresses.setup.clone(), addresses.proof.clone());
    view! {
        <details class="layer-answer embedding">
            <summary><h3>"Intégrer cette carte"</h3></summary>
            <p>"À coller dans une page de votre site, en mode HTML\u{a0}:"</p>
            <textarea readonly rows="7" spellcheck="false" aria-label="Code à copier">
                {snippet(title, addresses)}
            </textarea>
            {copy}
            <p class="note">
                <a href=setup>"Choisir la hauteur, le thème, un autre territoire"</a>
                " · "
                <a href=proof>"Ce que fait, et ne fait pas, cette carte"</a>
            </p>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_are_a_frame_and_a_link_that_stays_without_it() {
        let addresses = EmbedAddresses::of("territoire/departement-69/", "https://c.fr/", "../../");
        let lines = snippet(&embed_title("L'\"Ain\""), &addresses);
        let (frame, link) = lines.split_once('\n').unwrap();
        assert!(frame.starts_with("<p><iframe "), "{frame}");
        assert!(frame.contains("src=\"https://c.fr/embed/departement-69/\""), "{frame}");
        assert!(
            frame.contains("title=\"Carte\u{a0}: L’&quot;Ain&quot;\u{a0}: contrats"),
            "{frame}"
        );
        for manner in ["loading=\"lazy\"", "allow=\"fullscreen\"", "></iframe>"] {
            assert!(frame.contains(manner), "{frame}");
        }
        assert!(
            link.starts_with("<a href=\"https://c.fr/territoire/departement-69/\">L’")
                && link.ends_with("</a></p>"),
            "{link}"
        );
    }
}
