//! A build that is ready to be served. It never changes: a new build is a new [`Site`].

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use http::HeaderValue;

use super::blob::Blob;
use super::coding::Coding;
use super::draft::{Draft, Loaded, Variant};
use crate::date;
use crate::headers::{Block, Class, Table};

/// The page of a folder.
const INDEX: &str = "index.html";
/// The page of the site for missing files.
const NOT_FOUND: &str = "404.html";
/// The page for missing files of a site that has none.
const BUILT_IN: &str = include_str!("not_found.html");
/// The least age of a file at which its date is a strong validator: a second change would have
/// another date. Dates in HTTP are whole seconds (RFC 9110 §8.8.2.2).
const A_DATE_IS_STRONG_AFTER: Duration = Duration::from_secs(2);

/// The files of one build, by address.
#[derive(Debug)]
pub struct Site {
    /// By path below the root. An index page is there twice: also by the path of its folder, with a
    /// slash.
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

/// A file that is ready to be sent.
#[derive(Clone, Debug)]
pub struct File {
    /// The value of `Content-Type`.
    pub content_type: HeaderValue,
    /// `None` for a date that HTTP cannot express.
    pub last_modified: Option<LastModified>,
    /// The headers that depend on its name.
    pub block: Arc<Block>,
    /// The file itself, then its coded forms.
    pub variants: Vec<Variant>,
    class: Class,
    /// Whether it is of the former build, for pages that were opened then.
    inherited: bool,
}

/// The date of a file (RFC 9110 §8.8.2). It is never in the future.
#[derive(Clone, Debug)]
pub struct LastModified {
    pub time: SystemTime,
    /// The date as a header value.
    pub header: HeaderValue,
    /// Whether no other content of the file can have the same date.
    pub is_strong: bool,
}

/// The result of looking up an address.
#[derive(Debug)]
pub enum Lookup<'a> {
    File(&'a File),
    /// A folder with a page; the address lacks its slash.
    Folder,
    Missing,
}

impl Site {
    /// A site of the files of `draft`, with the headers of `table`.
    pub(crate) fn new(draft: &Draft, table: &Table) -> Self {
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

    /// Adds the immutable files of `previous` that this build lacks: a page that was opened before
    /// still finds the files that it names. They stay for one build.
    pub(crate) fn inheriting(mut self, previous: &Self) -> Self {
        for (name, file) in &previous.files {
            if file.class.immutable && !file.inherited && !self.files.contains_key(name) {
                let kept = File { inherited: true, ..File::clone(file) };
                self.files.insert(name.clone(), Arc::new(kept));
            }
        }
        self
    }

    /// Looks up a path below the root, without a slash at its start.
    pub(crate) fn find(&self, path: &str) -> Lookup<'_> {
        match self.files.get(path) {
            Some(file) => Lookup::File(file),
            None if self.files.contains_key(format!("{path}/").as_str()) => Lookup::Folder,
            None => Lookup::Missing,
        }
    }

    /// Returns the page for missing files.
    pub(crate) fn not_found(&self) -> &File {
        &self.not_found
    }

    /// Returns the headers of answers that are not about a file.
    pub(crate) fn missing(&self) -> &Arc<Block> {
        &self.missing
    }

    /// Whether there is a start page.
    pub(crate) fn has_index(&self) -> bool {
        self.files.get(INDEX).is_some_and(|page| page.identity().blob.len() > 0)
    }

    /// Returns the size of the build, without the files of the former one.
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

    /// Returns the coded form of the file `name`, if its content has the tag `identity`.
    pub(crate) fn variant(
        &self,
        name: &str,
        identity: &HeaderValue,
        coding: Coding,
    ) -> Option<&Variant> {
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

    /// Returns the file without coding.
    pub fn identity(&self) -> &Variant {
        &self.variants[0]
    }
}

impl LastModified {
    /// Returns `None` for a date that HTTP cannot express: the tag of such a file is its only
    /// validator.
    fn of(modified: SystemTime) -> Option<Self> {
        let now = SystemTime::now();
        // Not later than the answer itself (RFC 9110 §8.8.2.1).
        let time = modified.min(now);
        let age = now.duration_since(time).unwrap_or_default();
        Some(Self { time, header: date::http(time)?, is_strong: age >= A_DATE_IS_STRONG_AFTER })
    }
}
