//! The answers as views, and the part of the program that makes them.
//!
//! That part is a file of its own, `fiches-….wasm`, fetched together with the records once the map
//! is drawn: nobody has to wait for it. The split is made at [`load_views`] by
//! `app/tools/wasm-bindgen`: what only that function reaches goes into the other file. So the rest of
//! the page knows the answers through the trait [`AnswerViews`] alone.

use super::fetch::RECORDS;
use super::status::LoadError;
use crate::browser::meta;
use answers::{Card, Context, Explained, Link, Report};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use map::search::SearchNames;
use map::served::{LayerShares, SharesFile};
use map::text::share_sentence;
use map::{
    Address, DataError, Layer, Level, Marked, Presence, Records, SchemeIndex, Subject, SubjectKey,
    Territory,
};
use std::sync::Arc;

/// A further file of the records.
#[derive(Clone, Copy)]
pub(crate) enum RecordsPart {
    /// What is read rarely.
    Further,
    /// The communes of the department of that index.
    Communes(usize),
}

/// The answers, each as a view.
pub(crate) trait AnswerViews: Send + Sync {
    /// The panel, when nothing is selected.
    fn country(&self) -> AnyView;
    /// The panel of a subject. `link` makes the links to others; `controls` stand at the end of the heading.
    fn answer(&self, subject: &Subject, link: Link, controls: AnyView) -> AnyView;
    /// The answer in one sentence, to be read aloud.
    fn announcement(&self, subject: &Subject) -> String;
    /// The subject with that key; none for a commune, which the records do not have.
    fn subject(&self, key: &SubjectKey) -> Option<Subject>;
    /// The key of a subject in addresses.
    fn key_of(&self, subject: &Subject) -> Option<SubjectKey>;
    /// The schemes, to be found by name.
    fn scheme_names(&self) -> SearchNames;
    /// The presence of each layer in a territory or a commune.
    fn presence(&self, subject: &Subject) -> Option<[Presence; 3]>;
    /// The territories that stand for a subject where the map draws no perimeter of its own.
    fn extent(&self, subject: &Subject) -> Vec<Territory>;
    /// The card of a symbol under the pointer.
    fn card(&self, marked: &Marked) -> Card;
    /// The names and statuses of schemes under the pointer.
    fn schemes_here(&self, schemes: &[SchemeIndex]) -> Vec<String>;
    /// The files to download, each at the address that `address` gives.
    fn downloads(&self, address: &dyn Fn(&str) -> String) -> AnyView;
    /// The caption below the map of an embed; `whole` is the address of the page that says all.
    fn caption(&self, subject: Option<&Subject>, whole: &str) -> AnyView;
    /// The lines that put the map of a subject into another site; `site` is the address of ours.
    fn embedding(&self, subject: Option<&Subject>, site: &str, copy: AnyView) -> AnyView;
    /// The sources, with their dates and licences.
    fn sources(&self) -> AnyView;
    /// The departments whose communes the answer for a subject names and that are not here, with the
    /// addresses of their files.
    fn missing_communes(&self, subject: &Subject) -> Vec<(usize, String)>;
    /// The records that the answers are made from.
    fn records(&self) -> &Records;
    /// The answers with further files of the records; none for one that they cannot read.
    fn with_parts(&self, files: &[(RecordsPart, Vec<u8>)]) -> Option<Arc<dyn AnswerViews>>;
    /// The address of the shares, relative to the other served files.
    fn shares_address(&self) -> &str;
    /// The shares in the bytes of their file.
    fn decode_shares(&self, bytes: &[u8]) -> Result<SharesFile, DataError>;
    /// The legend of the shares of a layer, at a level.
    fn share_rows(&self, shares: &LayerShares, layer: Layer, level: Level) -> AnyView;
    /// The code of the row of a territory in that legend, and its share in words.
    fn share(
        &self,
        shares: &SharesFile,
        layer: Layer,
        territory: Territory,
    ) -> Option<(&'static str, String)>;
}

impl AnswerViews for Records {
    fn country(&self) -> AnyView {
        answers::country(self).into_any()
    }

    fn answer(&self, subject: &Subject, link: Link, controls: AnyView) -> AnyView {
        // As the build wrote it; none without one.
        let contact = meta("contact").filter(|contact| !contact.is_empty());
        let page = window().location().href().unwrap_or_default();
        let report = contact.as_deref().map(|contact| Report { contact, page: &page });
        let context = Context { link, report, explained: Explained::Here };
        answers::answer(self, subject, context, controls)
    }

    fn announcement(&self, subject: &Subject) -> String {
        answers::announcement(self, subject)
    }

    fn subject(&self, key: &SubjectKey) -> Option<Subject> {
        self.subject(key)
    }

    fn key_of(&self, subject: &Subject) -> Option<SubjectKey> {
        self.key_of(subject)
    }

    fn scheme_names(&self) -> SearchNames {
        SearchNames::of_schemes(self)
    }

    fn presence(&self, subject: &Subject) -> Option<[Presence; 3]> {
        self.presence(subject)
    }

    fn extent(&self, subject: &Subject) -> Vec<Territory> {
        self.extent(subject)
    }

    fn card(&self, marked: &Marked) -> Card {
        answers::card(self, marked)
    }

    fn schemes_here(&self, schemes: &[SchemeIndex]) -> Vec<String> {
        answers::schemes_here(self, schemes)
    }

    fn downloads(&self, address: &dyn Fn(&str) -> String) -> AnyView {
        answers::downloads(self, address).into_any()
    }

    fn caption(&self, subject: Option<&Subject>, whole: &str) -> AnyView {
        answers::caption(self, subject, whole).into_any()
    }

    fn embedding(&self, subject: Option<&Subject>, site: &str, copy: AnyView) -> AnyView {
        // A commune and a place are rows of pages about more.
        let page = match subject {
            Some(Subject::Commune { within, .. }) => Some(Subject::Territory(*within)),
            Some(Subject::Venue(_)) | None => None,
            Some(subject) => Some(subject.clone()),
        };
        let title = answers::embed_title(page.as_ref().map_or("France", |it| self.name_of(it)));
        let key = page.as_ref().and_then(|page| self.key_of(page));
        let folder = Address { subject: key, ..Address::default() }.relative_url();
        let addresses = answers::EmbedAddresses::of(&folder, site, site);
        answers::embedding(&title, &addresses, copy).into_any()
    }

    fn sources(&self) -> AnyView {
        answers::sources(self).into_any()
    }

    fn shares_address(&self) -> &str {
        self.file.manifest.fichiers.get("parts").map_or("", |file| &file.url)
    }

    fn decode_shares(&self, bytes: &[u8]) -> Result<SharesFile, DataError> {
        SharesFile::decode(bytes)
    }

    fn share_rows(&self, shares: &LayerShares, layer: Layer, level: Level) -> AnyView {
        answers::share_rows(shares, layer, level).into_any()
    }

    fn share(
        &self,
        shares: &SharesFile,
        layer: Layer,
        territory: Territory,
    ) -> Option<(&'static str, String)> {
        let shares = shares.of(layer)?;
        let share = shares.share(territory);
        Some((answers::row_code(shares.row(share)), share_sentence(layer, share)))
    }

    fn missing_communes(&self, subject: &Subject) -> Vec<(usize, String)> {
        let missing = self.missing_communes(subject).into_iter();
        missing.filter_map(|one| Some((one, self.file.communes.get(one)?.clone()))).collect()
    }

    fn records(&self) -> &Records {
        self
    }

    fn with_parts(&self, files: &[(RecordsPart, Vec<u8>)]) -> Option<Arc<dyn AnswerViews>> {
        let mut records = self.clone();
        for (part, bytes) in files {
            let added = match *part {
                RecordsPart::Further => records.add_rest(bytes),
                RecordsPart::Communes(department) => records.add_communes(department, bytes),
            };
            added.ok()?;
        }
        Some(Arc::new(records))
    }
}

/// The answers of the records in `bytes`, once the program that shows them is here.
///
/// # Errors
/// [`LoadError`] when that program cannot be had, or the records are not what it reads.
#[wasm_split(fiches, wasm_split_path = ::leptos::wasm_split, preload(fetch_views), fallible)]
pub(super) fn load_views(bytes: Vec<u8>) -> Result<Arc<dyn AnswerViews>, LoadError> {
    match Records::decode(&bytes) {
        Ok(records) => Ok(Arc::new(records)),
        Err(detail) => Err(LoadError::Form(RECORDS.title, detail)),
    }
}

impl From<SplitLoaderError> for LoadError {
    /// The records have just come over the same line.
    fn from(_: SplitLoaderError) -> Self {
        Self::Gone("le programme des fiches")
    }
}
