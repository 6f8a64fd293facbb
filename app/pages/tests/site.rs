//! The pages of the site as it was built: valid, told apart, linked, and saying something.
//!
//! `make pages-check` builds the site first. Without `make`, `SITE_ROOT` says where it is, else `dist/`.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a panic is how a test fails, in its helpers too"
)]

use scraper::{Html, Selector};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The fewest words of an answer.
const WORDS: usize = 80;

/// The fewest words of it that do not stand on most pages.
const OWN_WORDS: usize = 30;

/// What is asked of a page.
struct Page {
    /// Its path below the site.
    path: String,
    errors: Vec<String>,
    title: String,
    description: String,
    ids: BTreeSet<String>,
    links: BTreeSet<String>,
    /// The sentences of its answer.
    sentences: Vec<String>,
}

static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
    let built = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    std::env::var_os("SITE_ROOT").map_or_else(built, PathBuf::from)
});

/// Every page, read once for all tests.
static PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| {
    let mut paths = Vec::new();
    collect(&ROOT, &mut paths);
    assert!(paths.len() > 1_300, "only {} pages in {}", paths.len(), ROOT.display());
    let half = paths.len().div_ceil(2);
    std::thread::scope(|scope| {
        let halves = paths
            .chunks(half)
            .map(|part| scope.spawn(|| part.iter().map(|path| read(path)).collect::<Vec<_>>()));
        let halves: Vec<_> = halves.collect();
        halves.into_iter().flat_map(|half| half.join().unwrap()).collect()
    })
});

/// Adds the pages in `folder`, but for what no host serves.
fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}")) {
        let path = entry.unwrap().path();
        if path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b".")) {
            continue;
        } else if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|it| it == "html") {
            paths.push(path);
        }
    }
}

fn read(path: &Path) -> Page {
    let html = Html::parse_document(&std::fs::read_to_string(path).unwrap());
    let all = |selector: &str, attribute: &str| -> BTreeSet<String> {
        let selector = Selector::parse(selector).unwrap();
        let found = html.select(&selector).filter_map(|it| it.attr(attribute));
        found.map(ToOwned::to_owned).collect()
    };
    let text = |selector: &str| {
        let selector = Selector::parse(selector).unwrap();
        let parts = html.select(&selector).flat_map(|it| it.text());
        parts.map(str::trim).filter(|part| !part.is_empty()).map(ToOwned::to_owned).collect()
    };
    let title: Vec<String> = text("head > title");
    let parts: Vec<String> = text("#reponse");
    Page {
        path: path.strip_prefix(&*ROOT).unwrap().to_string_lossy().into_owned(),
        errors: html.errors.iter().map(ToString::to_string).collect(),
        title: title.concat(),
        description: all("meta[name=description]", "content").into_iter().collect(),
        ids: all("[id]", "id"),
        links: all("a[href], link[href]", "href"),
        sentences: parts.iter().flat_map(|part| part.split_inclusive(". ")).map(plain).collect(),
    }
}

/// A text with single plain spaces.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words(sentences: &[&String]) -> usize {
    sentences.iter().map(|sentence| sentence.split(' ').count()).sum()
}

#[test]
#[ignore = "needs the built site: make pages-check"]
fn every_page_is_html_without_an_error() {
    for page in PAGES.iter() {
        assert!(page.errors.is_empty(), "{}: {:?}", page.path, page.errors);
    }
}

#[test]
#[ignore = "needs the built site: make pages-check"]
fn no_two_pages_have_one_title_or_one_description() {
    for of in [|page: &Page| page.title.clone(), |page: &Page| page.description.clone()] {
        let mut known: HashMap<String, &str> = HashMap::new();
        for page in PAGES.iter() {
            let text = of(page);
            assert!(!text.is_empty(), "{} has none", page.path);
            if let Some(other) = known.insert(text.clone(), &page.path) {
                panic!("{} and {other}: « {text} »", page.path);
            }
        }
    }
}

#[test]
#[ignore = "needs the built site: make pages-check"]
fn no_link_leads_nowhere() {
    let ids: BTreeMap<&str, &BTreeSet<String>> =
        PAGES.iter().map(|page| (page.path.as_str(), &page.ids)).collect();
    let mut broken = BTreeSet::new();
    // The page for wrong addresses has links from the root of the site.
    for page in PAGES.iter().filter(|page| page.path != "404.html") {
        for link in &page.links {
            let is_elsewhere =
                link.contains("://") || ["data:", "mailto:"].iter().any(|it| link.starts_with(it));
            if !is_elsewhere && !leads_somewhere(page, link, &ids) {
                broken.insert(format!("{}: {link}", page.path));
            }
        }
    }
    let some: Vec<_> = broken.iter().take(20).collect();
    assert!(broken.is_empty(), "{} broken links: {some:#?}", broken.len());
}

fn leads_somewhere(page: &Page, link: &str, ids: &BTreeMap<&str, &BTreeSet<String>>) -> bool {
    let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
    let mut folders: Vec<&str> = page.path.split('/').collect();
    let own = folders.pop().unwrap();
    for part in path.split('/').filter(|part| !part.is_empty() && *part != ".") {
        match part {
            ".." if folders.pop().is_none() => return false,
            ".." => {}
            part => folders.push(part),
        }
    }
    let mut target = folders.join("/");
    if path.is_empty() || path.ends_with('/') {
        let file = if path.is_empty() { own } else { "index.html" };
        target = if target.is_empty() { file.to_owned() } else { format!("{target}/{file}") };
    }
    match ids.get(target.as_str()) {
        Some(ids) => fragment.is_empty() || ids.contains(fragment),
        None => fragment.is_empty() && ROOT.join(&target).is_file(),
    }
}

#[test]
#[ignore = "needs the built site: make pages-check"]
fn every_territory_answers_in_words_of_its_own() {
    let territories: Vec<&Page> =
        PAGES.iter().filter(|page| page.path.starts_with("territoire/")).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for page in &territories {
        let distinct: BTreeSet<&String> = page.sentences.iter().collect();
        for sentence in distinct {
            *counts.entry(sentence).or_default() += 1;
        }
    }
    for page in &territories {
        let all: Vec<&String> = page.sentences.iter().collect();
        let is_own = |it: &&&String| 2 * counts[it.as_str()] <= territories.len();
        let own: Vec<&String> = all.iter().filter(is_own).copied().collect();
        let (all, own) = (words(&all), words(&own));
        assert!(all >= WORDS, "{}: {all} words for {WORDS}", page.path);
        assert!(own >= OWN_WORDS, "{}: {own} words of its own for {OWN_WORDS}", page.path);
    }
}

#[test]
#[ignore = "needs the built site: make pages-check"]
fn one_page_kind_has_one_policy_whatever_it_is_about() {
    let headers = std::fs::read_to_string(ROOT.join("_headers")).unwrap();
    let policies: BTreeSet<&str> =
        headers.lines().filter(|line| line.contains("Content-Security-Policy")).collect();
    assert!(policies.len() <= 2, "the application's and that of plain pages: {policies:#?}");
}
