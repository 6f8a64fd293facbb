//! One build, ready to be served. It never changes: a new build is a new [`Site`].

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use http::HeaderValue;

use super::blob::Blob;
use super::coding::Coding;
use super::draft::{Draft, Loaded, Variant};
use crate::date;
use crate::headers::{Block, Class, Table};

/// The page that is the answer for a folder.
const INDEX: &str = "index.html";
/// The site's own page for what is missing.
const NOT_FOUND: &str = "404.html";
/// Served when the site brings none.
const BUILT_IN: &str = include_str!("not_found.html");
/// How much older than its reading a file must be for its date to name one content: dates in HTTP
/// are whole seconds (RFC 9110 §8.8.2.2).
const A_DATE_IS_STRONG_AFTER: Duration = Duration::from_secs(2);

/// One build.
#[derive(Debug)]
pub struct Site {
    /// By path below the root; an index page also by the path of its folder, with the slash.
    files: HashMap<Box<str>, Arc<File>>,
    not_found: Arc<File>,
    missing: Arc<Block>,
}

/// The size of a build.
pub(super) struct Size {
    pub files: usize,
    /// Of all variants of all files.
    pub bytes: u64,
}

/// One file, ready to be sent.
#[derive(Clone, Debug)]
pub struct File {
    /// The value of `Content-Type`.
    pub content_type: HeaderValue,
    /// When it was written, where that can be said in HTTP: not before 1970.
    pub last_modified: Option<LastModified>,
    /// The headers that depend on where it is.
    pub block: Arc<Block>,
    /// The file as it is, then its coded forms.
    pub variants: Vec<Variant>,
    class: Class,
    /// Whether it is of the build before, and kept for pages that were opened then.
    inherited: bool,
}

/// The date of a file (RFC 9110 §8.8.2), never in the future.
#[derive(Clone, Debug)]
pub struct LastModified {
    /// When the file was written.
    pub time: SystemTime,
    /// The same as a header.
    pub header: HeaderValue,
    /// Whether no other content can have the same date.
    pub is_strong: bool,
}

/// What stands at an address.
#[derive(Debug)]
pub enum Lookup<'a> {
    /// A file.
    File(&'a File),
    /// A folder with a page, whose address lacks the slash at its end.
    Folder,
    /// Nothing.
    Missing,
}

impl Site {
    /// The site that `draft` holds, with the headers of `table`.
    pub fn new(draft: &Draft, table: &Table) -> Self {
        let blocks = table.blocks();
        let missing = Arc::clone(&blocks[&Class::MISSING]);
        let mut files = HashMap::new();
        for loaded in &draft.files {
            let name = loaded.entry.name.as_str();
            let class = table.class_of(name);
            let file = Arc::new(File::new(loaded, class, Arc::clone(&blocks[&class])));
            if let Some(folder) = name.strip_suffix(INDEX)
                && (folder.is_empty() || folder.ends_with('/'))
            {
                files.insert(folder.into(), Arc::clone(&file));
            }
            files.insert(name.into(), file);
        }
        let own = files.get(NOT_FOUND).cloned();
        let not_found = own.unwrap_or_else(|| Arc::new(File::built_in(Arc::clone(&missing))));
        Self { files, not_found, missing }
    }

    /// The same site with the immutable files of `previous` that it lacks: a page that was opened
    /// just before the swap still finds what it names. They stay for one build.
    pub fn inheriting(mut self, previous: &Self) -> Self {
        for (name, file) in &previous.files {
            if file.class.immutable && !file.inherited && !self.files.contains_key(name) {
                let kept = File { inherited: true, ..File::clone(file) };
                self.files.insert(name.clone(), Arc::new(kept));
            }
        }
        self
    }

    /// What stands at `path`, below the root and without a slash at its start.
    pub fn find(&self, path: &str) -> Lookup<'_> {
        match self.files.get(path) {
            Some(file) => Lookup::File(file),
            None if self.files.contains_key(format!("{path}/").as_str()) => Lookup::Folder,
            None => Lookup::Missing,
        }
    }

    /// The page for what is missing.
    pub fn not_found(&self) -> &File {
        &self.not_found
    }

    /// The headers of answers that are no file.
    pub fn missing(&self) -> &Arc<Block> {
        &self.missing
    }

    /// Whether there is a page to start from.
    pub fn has_index(&self) -> bool {
        self.files.get(INDEX).is_some_and(|page| page.identity().blob.len() > 0)
    }

    /// The size of the build, without what is of the build before.
    pub(super) fn size(&self) -> Size {
        let mut size = Size { files: 0, bytes: 0 };
        for (name, file) in &self.files {
            if !file.inherited && !name.is_empty() && !name.ends_with('/') {
                size.files += 1;
                size.bytes += file.variants.iter().map(|variant| variant.blob.len()).sum::<u64>();
            }
        }
        size
    }

    /// The coded form of the file `name`, if its content still has the tag `identity`.
    pub fn variant(&self, name: &str, identity: &HeaderValue, coding: Coding) -> Option<&Variant> {
        let file = self.files.get(name).filter(|file| file.identity().etag == identity)?;
        file.variants.iter().find(|variant| variant.coding == coding)
    }
}

impl File {
    fn new(loaded: &Loaded, class: Class, block: Arc<Block>) -> Self {
        Self {
            content_type: loaded.media.content_type.clone(),
            last_modified: LastModified::of(loaded.entry.modified),
            block,
            variants: loaded.variants.clone(),
            class,
            inherited: false,
        }
    }

    fn built_in(block: Arc<Block>) -> Self {
        let page = Variant {
            coding: Coding::Identity,
            blob: Blob::Memory(BUILT_IN.as_bytes().into()),
            etag: HeaderValue::from_static("\"404\""),
        };
        Self {
            content_type: HeaderValue::from_static("text/html; charset=utf-8"),
            last_modified: None,
            block,
            variants: vec![page],
            class: Class::MISSING,
            inherited: false,
        }
    }

    /// The file as it is.
    pub fn identity(&self) -> &Variant {
        &self.variants[0]
    }
}

impl LastModified {
    /// The date of a file that was `modified` then. One that HTTP cannot write is no date to compare
    /// with, and the tag does better: such a file has none.
    fn of(modified: SystemTime) -> Option<Self> {
        let now = SystemTime::now();
        // RFC 9110 §8.8.2.1: not later than the answer itself.
        let time = modified.min(now);
        let age = now.duration_since(time).unwrap_or_default();
        Some(Self { time, header: date::http(time)?, is_strong: age >= A_DATE_IS_STRONG_AFTER })
    }
}
