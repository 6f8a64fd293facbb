//! « Ce que fait, et ne fait pas, cette carte »: what a person in charge of data protection asks.

use crate::site::content::Content;
use crate::site::page::{Crumb, Page, Program};
use map::text::escaped;

/// The folder of the page.
pub(in crate::site) const FOLDER: &str = "integration/garanties/";

/// The page for the person in charge of data protection.
pub(in crate::site) fn page(content: &Content) -> Page {
    let title = "Ce que fait, et ne fait pas, cette carte";
    let parts = [SUMMARY, REQUESTS, KEPT, &host(content), FRAME, ACCESSIBILITY, CHECK];
    Page {
        folder: FOLDER.to_owned(),
        title: title.to_owned(),
        description: "Carte intégrée dans un autre site\u{a0}: requêtes, traces, hébergement, accessibilité, licences. Ni cookie, ni stockage, ni tiers.".to_owned(),
        map: None,
        content: format!("<section class=\"prose\"><h2>{title}</h2>{}</section>", parts.concat()),
        crumbs: vec![
            Crumb { name: "France".to_owned(), folder: String::new() },
            Crumb { name: "Intégrer".to_owned(), folder: "integration/".to_owned() },
            Crumb { name: "Garanties".to_owned(), folder: FOLDER.to_owned() },
        ],
        data: Vec::new(),
        program: Program::None,
        style: None,
    }
}

const SUMMARY: &str = "<p class=\"lead\">La carte intégrée ne dépose aucun cookie, n’écrit rien dans le navigateur, \
    n’appelle aucun tiers et n’identifie personne. Elle ne demande donc pas de bandeau de consentement.</p>";

const REQUESTS: &str = "<h3>Requêtes</h3><ul class=\"plain\">\
    <li>Toutes vont au site qui publie la carte, et à lui seul\u{a0}: la page, sa feuille de style, ses scripts, les \
    données de la carte. Les polices sont celles du système.</li>\
    <li>Elles ne portent ni identifiant ni paramètre sur la personne. L’adresse de la page d’accueil n’est pas \
    transmise par la carte (<code>Referrer-Policy: no-referrer</code>)\u{a0}; pour la requête du cadre lui-même, c’est la \
    page d’accueil qui en décide.</li>\
    <li>Aucune mesure d’audience, aucune géolocalisation\u{a0}; caméra, micro et position sont refusés d’avance \
    (<code>Permissions-Policy</code>).</li></ul>";

const KEPT: &str = "<h3>Données conservées</h3><ul class=\"plain\">\
    <li>Dans le navigateur\u{a0}: rien, hors le cache ordinaire des fichiers, que le navigateur gère.</li>\
    <li>Sur le serveur\u{a0}: il n’y a ni compte, ni formulaire, ni base de données. Comme pour tout site, la machine qui \
    répond voit l’adresse IP de la requête\u{a0}; le serveur de ce projet ne l’écrit pas dans son journal, sauf réglage \
    contraire de son hébergeur.</li></ul>";

/// The persons who publish and host the site, as far as the build knows them.
fn host(content: &Content) -> String {
    let unset = "non indiqué dans cette version du site";
    let or_unset =
        |value: &Option<String>| value.as_deref().map_or_else(|| unset.to_owned(), escaped);
    let imprint = &content.options.imprint;
    format!(
        "<h3>Hébergement</h3><dl><dt>Éditeur</dt><dd>{}</dd><dt>Hébergeur</dt><dd>{}</dd></dl>\
         <p>Le site est un dossier de fichiers\u{a0}: une collectivité peut l’héberger elle-même.</p>",
        or_unset(&imprint.publisher),
        or_unset(&imprint.host),
    )
}

const FRAME: &str = "<h3>Dans la page qui l’accueille</h3><ul class=\"plain\">\
    <li>La carte est dans un cadre (<code>iframe</code>)\u{a0}: elle ne lit ni ne change rien de la page autour, et \
    n’ajoute rien à son historique. Elle marche aussi avec <code>sandbox=\"allow-scripts\"</code>.</li>\
    <li>Elle dit sa hauteur à la page autour (<code>postMessage</code>), rien d’autre.</li>\
    <li>Le script <code>integration.js</code>, facultatif, règle la hauteur des cadres de ce site et n’en lit rien \
    d’autre. Il vérifie de quel cadre et de quel site vient un message.</li>\
    <li>Avec une politique de sécurité stricte, il suffit d’autoriser ce site dans <code>frame-src</code>, et dans \
    <code>script-src</code> pour le script facultatif.</li></ul>";

const ACCESSIBILITY: &str = "<h3>Accessibilité et licences</h3><ul class=\"plain\">\
    <li>Le cadre a un titre. La réponse est écrite sous la carte, et un lien mène à la page entière, en texte, avec \
    ses sources et ses dates. La carte se parcourt au clavier, et se quitte avec la touche Tab.</li>\
    <li>Le site vise le RGAA\u{a0}4.1, niveau AA\u{a0}; aucun audit extérieur n’a encore été fait.</li>\
    <li>Données dérivées sous Licence Ouverte\u{a0}2.0, code sous licence MIT\u{a0}; arrondissements de Paris, Lyon et \
    Marseille © les contributeurs d’OpenStreetMap, ODbL\u{a0}1.0. La carte peut être intégrée sans autorisation.</li></ul>";

const CHECK: &str = "<h3>Vérifier</h3><p>Dans les outils de développement d’un navigateur, onglets «\u{a0}Réseau\u{a0}» et \
    «\u{a0}Stockage\u{a0}», sur <a href=\"../../embed/\">la carte seule</a>. Les tests automatiques du projet vérifient à \
    chaque version qu’aucune requête ne part ailleurs, et que cookies et stockage restent vides.</p>";
