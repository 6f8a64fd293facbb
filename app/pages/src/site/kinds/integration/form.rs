//! The form that chooses what an embed shows; a script shows it.

use crate::site::content::Content;
use crate::site::embed::LATEST;
use map::Layer;
use map::text::{capital, escaped};

/// A field of the form: its name in addresses, its label, and its values with their labels, the usual one first.
type Choice = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const CHOICES: [Choice; 4] = [
    (
        "vue",
        "Montrer",
        &[
            ("", "carte et fiche"),
            ("carte", "carte seule"),
            ("fiche", "fiche seule"),
            ("tableau", "tableau"),
        ],
    ),
    (
        "hauteur",
        "Hauteur",
        &[
            ("", "automatique"),
            ("240", "240 pixels"),
            ("320", "320 pixels"),
            ("450", "450 pixels"),
            ("600", "600 pixels"),
            ("800", "800 pixels"),
        ],
    ),
    (
        "theme",
        "Thème",
        &[
            ("", "celui du lecteur"),
            ("light", "clair"),
            ("dark", "sombre"),
            ("hote", "celui du site hôte"),
        ],
    ),
    (
        "langue",
        "Langue de la source",
        &[
            ("", "français"),
            ("en", "anglais"),
            ("de", "allemand"),
            ("es", "espagnol"),
            ("it", "italien"),
        ],
    ),
];

/// The widths of the preview, CSS pixels.
const WIDTHS: [u32; 3] = [320, 600, 900];

/// The identifier of the form, which the widths of the preview belong to as well.
const FORM: &str = "reglages";

/// The form; `title` is that of the frame of the country.
pub(super) fn form(content: &Content, title: &str) -> String {
    let choices: String = CHOICES.iter().map(choice).collect();
    format!(
        "<form class=\"embed-setup\" id=\"{FORM}\" data-site=\"{}\" data-title=\"Carte\u{a0}: {}\" data-script=\"{}\" \
         data-integrity=\"{}\" hidden>\
         <div class=\"embed-subject\"><label for=\"sujet\">Territoire ou dispositif</label>\
         <input id=\"sujet\" list=\"sujets\" placeholder=\"France\" autocomplete=\"off\" spellcheck=\"false\" aria-describedby=\"inconnu\">\
         <p id=\"inconnu\" role=\"status\" hidden>Aucun territoire ni dispositif de ce nom\u{a0}: la France est montrée.</p>\
         <datalist id=\"sujets\">{}</datalist><input type=\"hidden\" name=\"territoire\"></div>{choices}\
         <fieldset><legend>Couches</legend>{}</fieldset></form>",
        escaped(&content.options.url.0),
        escaped(title),
        LATEST.name,
        LATEST.integrity,
        subjects(content),
        layers(),
    )
}

/// The widths of the preview.
pub(super) fn widths() -> String {
    let width = |width: u32| {
        let checked = if width == 600 { " checked" } else { "" };
        format!(
            "<label><input type=\"radio\" name=\"largeur\" value=\"{width}\" form=\"{FORM}\"{checked}> {width}</label>"
        )
    };
    let all: String = WIDTHS.into_iter().map(width).collect();
    format!("<fieldset class=\"embed-widths\"><legend>Largeur en pixels</legend>{all}</fieldset>")
}

fn choice(&(name, label, options): &Choice) -> String {
    let option =
        |(value, label): &(&str, &str)| format!("<option value=\"{value}\">{label}</option>");
    let options: String = options.iter().map(option).collect();
    format!("<label>{label} <select name=\"{name}\">{options}</select></label>")
}

fn layers() -> String {
    let layer = |layer: Layer| {
        format!(
            "<label><input type=\"checkbox\" name=\"couches\" value=\"{}\" checked> {}</label>",
            layer.code(),
            capital(layer.short_title())
        )
    };
    Layer::ALL.into_iter().map(layer).collect()
}

/// Every territory and scheme that has a page, by its name.
fn subjects(content: &Content) -> String {
    let option = |subject| {
        let folder = content.folder(&subject);
        let key = folder.trim_end_matches('/').rsplit('/').next()?;
        let name = escaped(&content.names.of(&subject));
        Some(format!("<option value=\"{name}\" data-cle=\"{key}\">"))
    };
    content.records.subjects().filter_map(option).collect()
}
