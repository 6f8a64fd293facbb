//! The frame of a page: `app/index.html` as Trunk wrote it, with the content of a page in its place.

use super::embed::{self, Embed};
use super::frame::{Frame, PROGRAM, Parts, Style};
use super::head;
use super::options::SiteUrl;
use super::page::{Crumb, Map, Page, Program, SITE, root_from};
use crate::html::replaced_between;
use map::Records;
use map::served::{Manifest, RecordsFile};
use map::text::{escaped, status_day};

/// The comment that the head of a page takes the place of.
const HEAD: &str = "<!-- head -->";

/// The comment that the content of a page takes the place of.
pub(crate) const CONTENT: &str = "<!-- page -->";

/// The comments of the frame that say where something goes.
pub(crate) const MARKS: [&str; 4] = [HEAD, CONTENT, PROGRAM[0], PROGRAM[1]];

/// The frame of every page.
pub(super) struct Shell<'a> {
    pub(super) frame: &'a Frame,
    pub(super) records: &'a Records,
    pub(super) url: &'a SiteUrl,
    /// The names of the scripts of embeds: that of what is shown, that of the height.
    pub(super) embed_scripts: [&'a str; 2],
}

impl Shell<'_> {
    /// The whole text of a page.
    pub(super) fn text(&self, page: &Page) -> String {
        let title = match page.title.as_str() {
            "" => SITE.to_owned(),
            title => format!("{title} — {SITE}"),
        };
        let has_program = page.program == Program::TakesOver;
        let is_inline = has_program && page.folder.is_empty();
        let html = self.frame.of(Parts { has_program, is_inline, own: page.style });
        let html = titled(&html, &page.root(), &title, &page.description);
        let head = head::elements(page, &title, self.url);
        let head = head + &embed::discovery(page, self.url).unwrap_or_default();
        html.replacen(HEAD, &head, 1).replacen(CONTENT, &self.body(page), 1)
    }

    /// The whole text of an embed. Its script stands below the style style, which it waits for, and
    /// above the body, which waits for it: the page is never seen in the wrong theme.
    pub(super) fn embed_text(&self, embed: &Embed) -> String {
        let root = root_from(&embed.folder);
        let html =
            self.frame.of(Parts { has_program: true, is_inline: false, own: Some(Style::Embed) });
        let html = titled(&html, &root, &embed.title, &embed.description);
        let [frame, height] = self.embed_scripts;
        let script = format!(
            "<script src=\"{root}{frame}\"></script><script src=\"{root}{height}\" defer></script></head>"
        );
        html.replacen("</head>", &script, 1)
            .replacen("<body>", "<body class=\"embed\">", 1)
            .replacen(HEAD, &embed.head(self.url), 1)
            .replacen(CONTENT, &embed.body(&svg(&embed.map)), 1)
    }

    fn body(&self, page: &Page) -> String {
        let root = page.root();
        let main = match &page.map {
            Some(map) => format!(
                "<main class=\"layout\"><section class=\"map\" aria-label=\"Carte\">{}{}</section>\
                 <article class=\"panel\" id=\"reponse\">{}{}</article></main>",
                svg(map),
                crumbs_over_map(&page.crumbs, &root),
                page.content,
                embed::embedding(page, self.url)
            ),
            None => format!(
                "<main class=\"text-page\" id=\"reponse\">{}{}</main>",
                crumbs(&page.crumbs, "crumbs", &root),
                page.content
            ),
        };
        format!(
            "<div class=\"whole-page\" id=\"page\"><a class=\"skip\" href=\"#reponse\">Aller à la réponse</a>\
             <header class=\"banner\"><h1><a href=\"{root}\">{SITE}</a></h1>\
             <p class=\"tagline\">Contrats locaux de santé, CPTS et projets «\u{a0}CNR\u{a0}Santé\u{a0}», selon quelle source et à quelle date</p>\
             <a class=\"to-data\" href=\"{root}donnees/\">Données</a></header>{}{main}{}</div>",
            self.colophon(page),
            self.footer(page, &root)
        )
    }

    /// The day and the address of a page, for paper.
    fn colophon(&self, page: &Page) -> String {
        let day = status_day(&self.records.file.manifest).unwrap_or_default();
        let address = self.url.of(&page.folder);
        let address = address.as_deref().and_then(|one| Some(one.split_once("://")?.1));
        let address = address.unwrap_or(&page.folder);
        format!("<p class=\"colophon\"><span>{day}</span> <span>{}</span></p>", escaped(address))
    }

    /// The sources that a page names, and what holds for all pages.
    fn footer(&self, page: &Page, root: &str) -> String {
        let sources = self.sources(&page.content);
        let title = if sources.is_empty() { "Licences" } else { "Sources et licences" };
        format!(
            "<footer class=\"footer\"><h2>{title}</h2>{sources}<p>Les données dérivées sont publiées sous Licence \
             Ouverte\u{a0}2.0, le code sous licence MIT. Les tracés des arrondissements de Paris, Lyon et Marseille \
             sont © les contributeurs d’OpenStreetMap, sous licence ODbL\u{a0}1.0. Cette page ne dépose aucun cookie, \
             n’appelle aucun tiers et ne conserve rien de votre visite.</p>\
             <p><a href=\"{root}a-propos/\">À propos</a> · <a href=\"{root}donnees/\">Données</a> · <a href=\"{root}integration/\">Intégrer</a></p></footer>"
        )
    }

    /// The sources to which `content` links.
    fn sources(&self, content: &str) -> String {
        let file = &self.records.file;
        let is_named = |id: &str| content.contains(&format!("href=\"#source-{id}\""));
        let sources = file.manifest.sources.iter().filter(|(id, _)| is_named(id));
        let sources: std::collections::BTreeMap<_, _> =
            sources.map(|(id, source)| (id.clone(), source.clone())).collect();
        if sources.is_empty() {
            return String::new();
        }
        let manifest = Manifest {
            cog: file.manifest.cog.clone(),
            date: file.manifest.date.clone(),
            etat: file.manifest.etat.clone(),
            fichiers: Default::default(),
            regions: Default::default(),
            couches: Vec::new(),
            degres: Vec::new(),
            sources,
        };
        let named = Records { file: only(manifest), communes: Default::default() };
        super::page::html(|| {
            use leptos::prelude::*;
            answers::sources(&named).into_any()
        })
    }
}

/// The frame with the way to the root, the title and the description of a page.
fn titled(html: &str, root: &str, title: &str, description: &str) -> String {
    let html = html.replace("=\"./", &format!("=\"{root}"));
    let html = replaced_between(&html, "<title>", "</title>", &escaped(title));
    replaced_between(&html, "name=\"description\" content=\"", "\"", &escaped(description))
}

fn svg(map: &Map) -> String {
    format!(
        "<svg class=\"picture picture-{}\" viewBox=\"{}\" role=\"group\" aria-label=\"{}\">{}</svg>",
        map.class,
        map.view_box,
        escaped(&map.label),
        map.elements
    )
}

/// The crumbs where those of the application will be; of the country, its name.
fn crumbs_over_map(all: &[Crumb], root: &str) -> String {
    let country = [Crumb { name: "France".to_owned(), folder: String::new() }];
    crumbs(if all.is_empty() { &country } else { all }, "crumbs selector", root)
}

fn crumbs(crumbs: &[Crumb], class: &str, root: &str) -> String {
    let Some((last, before)) = crumbs.split_last() else { return String::new() };
    let item = |crumb: &Crumb| {
        format!("<li><a href=\"{root}{}\">{}</a></li>", crumb.folder, escaped(&crumb.name))
    };
    let items: String = before.iter().map(item).collect();
    format!(
        "<nav class=\"{class}\" aria-label=\"Fil d’Ariane\"><ol>{items}<li aria-current=\"page\">{}</li></ol></nav>",
        escaped(&last.name)
    )
}

/// Records of which nothing is known but a manifest.
fn only(manifest: Manifest) -> RecordsFile {
    RecordsFile {
        manifest,
        regions: Vec::new(),
        departments: Vec::new(),
        epci: Vec::new(),
        cls: Vec::new(),
        cpts: Vec::new(),
        projects: Vec::new(),
        coverage: Default::default(),
        facts: Default::default(),
        communes: Vec::new(),
    }
}
