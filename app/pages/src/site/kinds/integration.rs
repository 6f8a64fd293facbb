//! « Intégrer »: the lines that put a map into another site, and the form that chooses them.

use crate::site::content::Content;
use crate::site::embed::{Scripts, addresses};
use crate::site::page::{Crumb, Page, Program};
use map::text::{escaped, sort_key, typographic};
use map::{Model, Territory};

/// The folder of the page.
pub(in crate::site) const FOLDER: &str = "integration/";

/// The page « Intégrer ».
pub(in crate::site) fn page(content: &Content, scripts: &Scripts) -> Page {
    let title = answers::embed_title("France");
    let snippet = answers::snippet(&title, &addresses("", FOLDER, &content.options.url));
    let content = [
        INTRODUCTION.to_owned(),
        form(content, &title),
        format!(
            "<div class=\"embed-code\"><label for=\"code\">Code à coller</label>\
             <textarea id=\"code\" readonly rows=\"8\" spellcheck=\"false\">{}</textarea>\
             <button type=\"button\" class=\"main-button\" hidden>Copier</button></div>",
            escaped(&snippet)
        ),
        preview(&title),
        HELP.to_owned(),
        format!(
            "<script src=\"../{}\" async></script><script src=\"../{}\" defer></script>",
            scripts.integration.name, scripts.setup.name
        ),
    ];
    Page {
        folder: FOLDER.to_owned(),
        title: "Intégrer une carte".to_owned(),
        description: "Mettre la carte d’un territoire sur un autre site\u{a0}: quelques lignes à coller, hauteur et thème au choix, sans cookie ni tiers.".to_owned(),
        map: None,
        content: format!("<section class=\"prose embed-page\"><h2>Intégrer une carte</h2>{}</section>", content.concat()),
        crumbs: vec![
            Crumb { name: "France".to_owned(), folder: String::new() },
            Crumb { name: "Intégrer".to_owned(), folder: FOLDER.to_owned() },
        ],
        data: Vec::new(),
        program: Program::None,
    }
}

const INTRODUCTION: &str = "<p class=\"lead\">La carte d’un territoire sur le site d’une commune, d’une \
    intercommunalité ou d’une agence\u{a0}: quelques lignes à coller dans une page, en mode HTML.</p>\
    <p>La page de chaque région, département, intercommunalité et dispositif a les siennes, sous \
    «\u{a0}Intégrer cette carte\u{a0}». Celles-ci montrent la France, sauf autre choix\u{a0}:</p>";

const HELP: &str = "<h3>Bon à savoir</h3><ul class=\"plain\">\
    <li>Là où un éditeur retire les cadres, le lien reste, et se lit.</li>\
    <li>La hauteur est de 450 pixels. Avec la ligne <code>integration.js</code>, elle suit la largeur\u{a0}; \
    les pages qui ajustent déjà les cadres de Datawrapper, de pym, d’iframe-resizer ou d’AMP n’en ont pas besoin.</li>\
    <li>WordPress accepte aussi l’adresse de la page seule, quand ce site connaît la sienne (oEmbed).</li>\
    <li>Avec <code>integration.js</code>, l’élément \
    <code>&lt;carte-sante territoire=\"departement-69\"></code> fait le cadre\u{a0}; ses attributs sont \
    <code>territoire</code>, <code>titre</code>, <code>hauteur</code>, <code>theme</code> et <code>vue</code>.</li>\
    <li>Dans le cadre, la molette agrandit avec Ctrl ou ⌘, et la carte se déplace avec deux doigts\u{a0}: la page \
    autour garde son défilement et son bouton «\u{a0}Précédent\u{a0}».</li></ul>\
    <p><a href=\"garanties/\">Ce que fait, et ne fait pas, cette carte</a>, pour la personne déléguée à la \
    protection des données.</p>";

/// The form; a script shows it.
fn form(content: &Content, title: &str) -> String {
    let model = &content.model;
    let regions = (0..model.regions.len()).map(Territory::Region);
    let departments = (0..model.departments.len()).map(Territory::Department);
    format!(
        "<form class=\"embed-setup embed-scripted\" data-site=\"{}\" data-title=\"Carte\u{a0}: {}\" hidden>\
         <label>Territoire <select name=\"territoire\"><option value=\"\">France</option>{}{}</select></label>\
         <label>Montrer <select name=\"vue\"><option value=\"\">la carte et la réponse</option>\
         <option value=\"fiche\">la réponse seule</option></select></label>\
         <label>Hauteur <select name=\"hauteur\"><option value=\"\">automatique</option>{}</select></label>\
         <label>Thème <select name=\"theme\"><option value=\"\">celui du lecteur</option>\
         <option value=\"light\">clair</option><option value=\"dark\">sombre</option></select></label>\
         <label>Largeur de l’aperçu <select name=\"largeur\">{}</select></label></form>",
        escaped(&content.options.url.0),
        escaped(title),
        group(model, "Régions", regions),
        group(model, "Départements", departments),
        pixels(&[240, 320, 450, 600]),
        pixels(&[320, 600, 900]).replacen("value=\"600\"", "value=\"600\" selected", 1),
    )
}

fn pixels(all: &[u32]) -> String {
    all.iter().map(|it| format!("<option value=\"{it}\">{it} pixels</option>")).collect()
}

fn group(model: &Model, label: &str, all: impl Iterator<Item = Territory>) -> String {
    let mut all: Vec<Territory> = all.collect();
    all.sort_by_key(|&one| sort_key(model.name(one)));
    let option = |one: Territory| {
        let name = escaped(&typographic(model.name(one)));
        format!("<option value=\"{}\">{name}</option>", model.key(one))
    };
    let options: String = all.into_iter().map(option).collect();
    format!("<optgroup label=\"{label}\">{options}</optgroup>")
}

fn preview(title: &str) -> String {
    format!(
        "<div class=\"embed-preview\"><h3>Aperçu</h3><iframe src=\"../embed/\" title=\"Carte\u{a0}: {}\" \
         width=\"100%\" height=\"450\" frameborder=\"0\" loading=\"lazy\" allow=\"fullscreen\"></iframe></div>",
        escaped(title)
    )
}
