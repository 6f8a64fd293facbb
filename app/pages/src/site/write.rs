//! All pages of a site into its folder, with what tells robots of them.

use super::content::Content;
use super::embed::{Embed, Script, Scripts, VERSIONS, oembed};
use super::frame::Frame;
use super::head;
use super::icon;
use super::kinds::{about, further, home, integration, proof, scheme, territory};
use super::options::{Options, SiteUrl};
use super::page::Page;
use super::preview::write_previews;
use super::shell::Shell;
use crate::error::Error;
use crate::parallel;
use map::{SchemeIndex, Subject, Territory};
use std::path::Path;

/// The sign of the site, as a file for who asks for one.
const ICON: &str = include_str!("favicon.svg");

/// The script of the page for wrong addresses, and its name.
const COMMUNE: &str = include_str!("commune.js");
const COMMUNE_NAME: &str = "commune.js";

/// A page to be made.
#[derive(Clone, Copy, Debug)]
enum Work {
    Home,
    Downloads,
    About,
    Integration,
    Proof,
    Territory(Territory),
    Scheme(SchemeIndex),
}

/// Writes every page of the site in `folder`; `frame` is the start page with the addresses of its files.
/// Returns how many there are.
///
/// # Errors
/// [`Error`] when a file is missing, of another form, or cannot be written.
pub fn write_pages(folder: &Path, frame: &str, options: &Options) -> Result<usize, Error> {
    let content = Content::read(folder, options)?;
    let url = &options.url;
    let scripts = Scripts::new();
    let embed_scripts = [scripts.frame.name.as_str(), &scripts.height.name];
    let frame = Frame::new(frame, folder)?;
    let shell = Shell { frame: &frame, records: &content.records, url, embed_scripts };
    let all = all(&content);
    parallel::for_each(&all, |work| {
        let page = match *work {
            Work::Home => {
                let page = home::page(&content);
                Page { data: vec![head::data_set(&content, url)], ..page }
            }
            Work::Downloads => {
                let page = further::downloads(&content);
                Page { data: vec![head::data_set(&content, url)], ..page }
            }
            Work::About => about::page(&content),
            Work::Integration => integration::page(&content, &scripts),
            Work::Proof => proof::page(&content),
            Work::Territory(one) => territory::page(&content, one),
            Work::Scheme(one) => scheme::page(&content, one),
        };
        put(folder, &format!("{}index.html", page.folder), &shell.text(&page))?;
        let Some(embed) = Embed::of(&content, &page, work.subject().as_ref()) else {
            return Ok(());
        };
        put(folder, &format!("{}index.html", embed.folder), &shell.embed_text(&embed))?;
        match oembed(&page, url) {
            Some((path, answer)) => put(folder, &path, &answer.to_string()),
            None => Ok(()),
        }
    })?;
    for Script { name, text } in scripts.files().into_iter().chain([&frame.start]) {
        replace(&folder.join(name), text)?;
    }
    for version in VERSIONS {
        replace(&folder.join(version.name), version.text)?;
    }
    // Beside links stand absolute addresses only.
    if url.of("").is_some() {
        write_previews(folder, &content, options.previous.as_deref())?;
    }
    let missing = shell.text(&further::not_found());
    let script = format!("<script src=\"./{COMMUNE_NAME}\" defer></script></head>");
    let missing = missing.replacen("</head>", &script, 1);
    replace(&folder.join("404.html"), &rooted(&missing, url))?;
    replace(&folder.join(COMMUNE_NAME), COMMUNE)?;
    replace(&folder.join("favicon.svg"), ICON)?;
    let path = folder.join("favicon.ico");
    std::fs::write(&path, icon::drawn(ICON)?).map_err(Error::file(&path))?;
    robots(folder, url, &content, &all)?;
    Ok(all.len() + 1)
}

/// The preview of a territory of the site in `folder`, `departement-38`, or of `france`; none for one that
/// has no preview of its own.
///
/// # Errors
/// [`Error`] when a file is missing or of another form.
pub fn draw_preview(folder: &Path, name: &str) -> Result<Option<Vec<u8>>, Error> {
    let content = Content::read(folder, &Options::default())?;
    super::preview::preview(&content, name)
}

/// The pages, those that take longest first.
fn all(content: &Content) -> Vec<Work> {
    let subjects = content.records.subjects().filter_map(|subject| match subject {
        Subject::Territory(one) => Some(Work::Territory(one)),
        Subject::Scheme(one) => Some(Work::Scheme(one)),
        _ => None,
    });
    let alone = [Work::Home, Work::Downloads, Work::About, Work::Integration, Work::Proof];
    alone.into_iter().chain(subjects).collect()
}

impl Work {
    /// The subject of the page.
    fn subject(self) -> Option<Subject> {
        match self {
            Self::Territory(one) => Some(one.into()),
            Self::Scheme(one) => Some(Subject::Scheme(one)),
            Self::Home | Self::Downloads | Self::About | Self::Integration | Self::Proof => None,
        }
    }

    /// The folder of the page.
    fn folder(self, content: &Content) -> String {
        match self {
            Self::Home => String::new(),
            Self::Downloads => "donnees/".to_owned(),
            Self::About => "a-propos/".to_owned(),
            Self::Integration => integration::FOLDER.to_owned(),
            Self::Proof => proof::FOLDER.to_owned(),
            Self::Territory(one) => content.folder(&one.into()),
            Self::Scheme(one) => content.folder(&one.into()),
        }
    }
}

/// The page for a wrong address, which is shown at any depth: its links start at the root of the site.
fn rooted(page: &str, url: &SiteUrl) -> String {
    let path = url.0.split_once("://").map_or("", |(_, rest)| rest);
    let root = path.trim_end_matches('/').split_once('/').map_or("", |(_, path)| path);
    let root = if root.is_empty() { "/".to_owned() } else { format!("/{root}/") };
    page.replace("=\"./", &format!("=\"{root}"))
}

/// Writes `robots.txt`, and `sitemap.xml` for a site that knows its address.
///
/// # Source
/// RFC 9309; sitemaps.org, protocol 0.9, whose addresses are absolute.
fn robots(folder: &Path, url: &SiteUrl, content: &Content, all: &[Work]) -> Result<(), Error> {
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(sitemap) = url.of("sitemap.xml") {
        robots += &format!("\nSitemap: {sitemap}\n");
        let day = &content.records.file.manifest.date;
        let addresses = all.iter().filter_map(|work| url.of(&work.folder(content)));
        let rows: String = addresses
            .map(|address| format!("<url><loc>{address}</loc><lastmod>{day}</lastmod></url>\n"))
            .collect();
        let text = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{rows}</urlset>\n"
        );
        replace(&folder.join("sitemap.xml"), &text)?;
    }
    replace(&folder.join("robots.txt"), &robots)
}

/// Writes a file of the site, with the folders that it lies in.
fn put(site: &Path, path: &str, text: &str) -> Result<(), Error> {
    let path = site.join(path);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(Error::file(folder))?;
    }
    replace(&path, text)
}

/// Writes a file aside, then puts it in the place of the old one.
pub(crate) fn replace(path: &Path, text: &str) -> Result<(), Error> {
    let aside = path.with_extension("next");
    std::fs::write(&aside, text).map_err(Error::file(&aside))?;
    std::fs::rename(&aside, path).map_err(Error::file(path))
}
