//! « À propos »: what the site is, its method, its licences, accessibility, and who publishes it.

use crate::site::content::Content;
use crate::site::options::Options;
use crate::site::page::{Crumb, Page, Program, link};
use map::text::{escaped, vintage};

/// The page « À propos ».
pub(in crate::site) fn page(content: &Content) -> Page {
    let vintage = escaped(&vintage(&content.records.file.manifest));
    let parts = [WHAT, &METHOD.replace("{vintage}", &vintage), LICENCES, ACCESSIBILITY, BROWSERS];
    let legal = legal_notice(&content.options);
    Page {
        folder: "a-propos/".to_owned(),
        title: "À propos".to_owned(),
        description: "Ce qu’est Santé des territoires, d’où viennent ses données et comment elles sont calculées, licences, accessibilité, navigateurs, mentions légales.".to_owned(),
        map: None,
        content: format!("<section class=\"prose\"><h2>À propos</h2>{}{legal}</section>", parts.concat()),
        crumbs: vec![
            Crumb { name: "France".to_owned(), folder: String::new() },
            Crumb { name: "À propos".to_owned(), folder: "a-propos/".to_owned() },
        ],
        data: Vec::new(),
        program: Program::None,
        style: None,
    }
}

const WHAT: &str = "<p class=\"lead\">Une carte des contrats locaux de santé (CLS), des communautés \
    professionnelles territoriales de santé (CPTS) et des projets labellisés «\u{a0}CNR\u{a0}Santé\u{a0}»\u{a0}: \
    ce qui existe dans chaque commune, chaque intercommunalité, chaque département et chaque région, dans quel \
    état, selon qui et à quelle date.</p>\
    <p>Ce site n’est pas celui d’une administration. Il rassemble ce que les agences régionales de santé, \
    l’Assurance maladie et les collectivités publient chacune de leur côté.</p>";

const METHOD: &str = "<h3>Méthode</h3>\
    <p>Un dispositif couvre un ensemble de communes\u{a0}; à Paris, Lyon et Marseille, parfois des arrondissements. \
    Les parts de population sont comptées sur ces communes\u{a0}: une commune dans deux dispositifs compte une fois. \
    Un statut dépend des dates que donnent les sources et du jour auquel il se rapporte.</p>\
    <p>Trois degrés disent ce que l’on sait d’une région\u{a0}: une liste entière, des dispositifs connus un par un, \
    ou rien. «\u{a0}Aucun\u{a0}» n’est écrit que là où une liste le dit. Les chiffres publiés restent tels que publiés, \
    à côté de ceux qui sont calculés ici, avec leur date. Aucune donnée personnelle n’est conservée.</p>\
    <p>{vintage}</p>\
    <p>Chaque page cite ses sources\u{a0}; la liste entière est sur la page <a href=\"../donnees/\">Données</a>.</p>";

const LICENCES: &str = "<h3>Licences</h3>\
    <p>Les données dérivées sont sous Licence Ouverte\u{a0}2.0, le code sous licence MIT. Les tracés des \
    arrondissements de Paris, Lyon et Marseille sont © les contributeurs d’OpenStreetMap, sous licence ODbL\u{a0}1.0.</p>";

const ACCESSIBILITY: &str = "<h3>Accessibilité</h3>\
    <p>Le site vise le RGAA\u{a0}4.1 et les WCAG\u{a0}2.2, niveau AA\u{a0}; aucun audit extérieur n’a encore été fait, la \
    conformité n’est donc pas établie. Tout ce que la carte montre est aussi écrit\u{a0}: chaque territoire a une page \
    de texte, avec ses communes en tableau, qui se lit sans script et s’imprime. La carte se parcourt au clavier\u{a0}; \
    un statut n’est jamais dit par la couleur seule.</p>";

const BROWSERS: &str = "<h3>Navigateurs</h3>\
    <p>Les pages se lisent dans tout navigateur, sans script. La carte que l’on déplace demande WebAssembly et \
    JavaScript\u{a0}: Firefox, Chrome, Edge et Safari des trois dernières années. Là où elle ne peut pas démarrer, la \
    page reste telle qu’elle est. Le site ne dépose aucun cookie, n’appelle aucun tiers et ne conserve rien d’une visite.</p>";

/// The legal notice; what was not set at build is said to be unset.
fn legal_notice(options: &Options) -> String {
    let or_unset = |value: &Option<String>| {
        value
            .as_deref()
            .map_or_else(|| "non indiqué dans cette version du site".to_owned(), escaped)
    };
    let contact = options.contact.as_deref().map(|contact| {
        format!("<dt>Contact</dt><dd>{}</dd>", link(&format!("mailto:{contact}"), contact))
    });
    format!(
        "<h3>Mentions légales</h3><dl><dt>Éditeur</dt><dd>{}</dd><dt>Hébergeur</dt><dd>{}</dd>{}</dl>",
        or_unset(&options.imprint.publisher),
        or_unset(&options.imprint.host),
        contact.unwrap_or_default(),
    )
}
