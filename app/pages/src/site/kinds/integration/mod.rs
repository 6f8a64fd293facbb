//! « Intégrer »: the lines that put a map into another site, and the form that chooses what they show.

mod form;

use crate::site::content::Content;
use crate::site::embed::{Scripts, addresses};
use crate::site::frame::Style;
use crate::site::page::{Crumb, Page, Program};
use map::text::escaped;

/// The folder of the page.
pub(in crate::site) const FOLDER: &str = "integration/";

/// The page « Intégrer ».
pub(in crate::site) fn page(content: &Content, scripts: &Scripts) -> Page {
    let title = answers::embed_title("France");
    let snippet = answers::snippet(&title, &addresses("", FOLDER, &content.options.url));
    let tool = [
        form::form(content, &title),
        preview(&title),
        format!(
            "<div class=\"embed-code\"><label for=\"code\">Code à coller</label>\
             <textarea id=\"code\" readonly rows=\"11\" spellcheck=\"false\">{}</textarea>\
             <button type=\"button\" class=\"main-button\" hidden>Copier</button></div>",
            escaped(&snippet)
        ),
    ];
    let content = [
        INTRODUCTION.to_owned(),
        format!("<div class=\"embed-tool\">{}</div>", tool.concat()),
        HELP.to_owned(),
        format!(
            "<script src=\"../{}\" async></script><script src=\"../{}\" defer></script><script src=\"../{}\" defer></script>",
            scripts.integration.name, scripts.setup.name, scripts.choices.name
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
        style: Some(Style::Integration),
    }
}

const INTRODUCTION: &str = "<p class=\"lead\">La carte d’un territoire sur le site d’une commune, d’une \
    intercommunalité ou d’une agence\u{a0}: quelques lignes à coller dans une page, en mode HTML.</p>\
    <p>La page de chaque région, département, intercommunalité et dispositif a les siennes, sous \
    «\u{a0}Intégrer cette carte\u{a0}». Celles-ci montrent la France, sauf autre choix\u{a0}:</p>";

const HELP: &str = "<h3>Bon à savoir</h3><ul class=\"plain\">\
    <li>Là où un éditeur retire les cadres, le lien reste, et se lit.</li>\
    <li>La hauteur est de 450 pixels. Avec la ligne <code>&lt;script&gt;</code>, elle suit la largeur, et le thème \
    peut être celui du site hôte\u{a0}; les pages qui ajustent déjà les cadres de Datawrapper, de pym, \
    d’iframe-resizer ou d’AMP n’en ont pas besoin pour la hauteur.</li>\
    <li>Cette ligne porte l’empreinte du fichier\u{a0}: le navigateur n’en exécute aucun autre. Le fichier garde son \
    adresse et ne change plus. <code>integration.js</code>, sans empreinte, suit les mises à jour du site.</li>\
    <li>WordPress accepte aussi l’adresse de la page seule, quand ce site connaît la sienne (oEmbed).</li>\
    <li>Avec cette ligne, l’élément <code>&lt;carte-sante territoire=\"departement-69\"></code> fait le cadre\u{a0}; \
    ses attributs sont <code>territoire</code> (un dispositif aussi), <code>couches</code>, <code>vue</code>, \
    <code>theme</code>, <code>langue</code>, <code>hauteur</code> et <code>titre</code>.</li>\
    <li>Dans le cadre, la molette agrandit avec Ctrl ou ⌘, et la carte se déplace avec deux doigts\u{a0}: la page \
    autour garde son défilement et son bouton «\u{a0}Précédent\u{a0}».</li></ul>\
    <p><a href=\"garanties/\">Ce que fait, et ne fait pas, cette carte</a>, pour la personne déléguée à la \
    protection des données.</p>";

/// The preview, as wide as a script makes it.
fn preview(title: &str) -> String {
    format!(
        "<div class=\"embed-preview\"><div class=\"embed-preview-head\"><h3>Aperçu</h3>{}</div>\
         <div class=\"embed-preview-frame\"><iframe src=\"../embed/\" title=\"Carte\u{a0}: {}\" \
         width=\"100%\" height=\"450\" frameborder=\"0\" allow=\"fullscreen\"></iframe></div></div>",
        form::widths(),
        escaped(title)
    )
}
