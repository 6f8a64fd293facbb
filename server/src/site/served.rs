//! A build that is ready to be served. It never changes: a new build is a new [`Site`].

use std::sync::Arc;
use std::time::{Instant, SystemTime};

use http::HeaderValue;

use super::blob::Variant;
use super::coding::Coding;
use super::draft::Draft;
use super::file::{self, File, Files};
use super::status::Status;
use crate::headers::{Block, Blocks};

/// The page of a folder.
const INDEX: &str = "index.html";
/// The page of the site for missing files.
const NOT_FOUND: &str = "404.html";

/// Returns `file` with the headers of another address.
fn with_block(file: &Arc<File>, block: Arc<Block>) -> Arc<File> {
    if Arc::ptr_eq(&file.block, &block) {
        return Arc::clone(file);
    }
    Arc::new(File { block, ..File::clone(file) })
}

/// Whether an address is that of a file, and not of a folder.
fn is_file_name(name: &str) -> bool {
    !name.is_empty() && !name.ends_with('/')
}

/// The files of one build, by address.
#[derive(Debug)]
pub struct Site {
    /// By path below the root. An index page is there twice: also by the path of its folder, with a
    /// slash.
    files: Files,
    /// The page for missing files, if the site has one.
    not_found: Option<Arc<File>>,
    missing: Arc<Block>,
    status: Status,
}

/// The size of a build.
pub(super) struct Size {
    pub files: usize,
    /// Of all variants of all files.
    pub bytes: u64,
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
    /// A site of the files of `draft`, with the headers of its rules, that comes after `previous`.
    pub(crate) fn new(draft: &Draft, previous: Option<&Self>) -> Self {
        let mut blocks = Blocks::new(&draft.rules);
        let mut files = Files::new();
        for loaded in &draft.files {
            let name = loaded.entry.name.as_str();
            let before = previous.map(|previous| previous.files.get(name).map(Arc::as_ref));
            let file = Arc::new(File::new(loaded, before, blocks.of(name)));
            if let Some(folder) = name.strip_suffix(INDEX)
                && (folder.is_empty() || folder.ends_with('/'))
            {
                files.insert(folder.into(), with_block(&file, blocks.of(folder)));
            }
            files.insert(name.into(), file);
        }
        let own = files.get(NOT_FOUND).map(|page| File::clone(page));
        let block = blocks.of_missing(NOT_FOUND);
        let not_found = own.map(|page| Arc::new(File { block, ..page }));
        let missing = blocks.of_no_file();
        let status = Status {
            since: previous
                .filter(|previous| previous.has_content_of(&files))
                .map_or_else(SystemTime::now, |previous| previous.status.since),
            last_reload: previous
                .map(|previous| Arc::clone(&previous.status.last_reload))
                .unwrap_or_default(),
        };
        Self { files, not_found, missing, status }
    }

    /// Whether the files of this build are `files`.
    fn has_content_of(&self, files: &Files) -> bool {
        let own = self.files.values().filter(|file| file.left.is_none());
        files.len() == own.count()
            && files.iter().all(|(name, file)| {
                let known = self.files.get(name).filter(|known| known.left.is_none());
                known.is_some_and(|known| known.identity.etag == file.identity.etag)
            })
    }

    /// Keeps files of `previous` for pages that were opened before, up to `limit` bytes.
    pub(crate) fn keeping(mut self, previous: &Self, limit: u64) -> Self {
        file::add(&mut self.files, &previous.files, Instant::now(), limit);
        self
    }

    /// Returns the site without the files of former builds that were kept for long enough; `None`
    /// if there are none.
    pub(super) fn without_old(&self) -> Option<Self> {
        let now = Instant::now();
        if !self.files.values().any(|file| file::is_over(file, now)) {
            return None;
        }
        let still = self.files.iter().filter(|(_, file)| !file::is_over(file, now));
        Some(Self {
            files: still.map(|(name, file)| (name.clone(), Arc::clone(file))).collect(),
            not_found: self.not_found.clone(),
            missing: Arc::clone(&self.missing),
            status: self.status.clone(),
        })
    }

    /// Returns since when the site is served, and how the last reload went.
    pub(crate) fn status(&self) -> &Status {
        &self.status
    }

    /// Looks up a path below the root, without a slash at its start.
    pub(crate) fn find(&self, path: &str) -> Lookup<'_> {
        match self.files.get(path) {
            Some(file) => Lookup::File(file),
            None if self.files.contains_key(format!("{path}/").as_str()) => Lookup::Folder,
            None => Lookup::Missing,
        }
    }

    /// Returns the page for missing files, if the site has one.
    pub(crate) fn not_found(&self) -> Option<&File> {
        self.not_found.as_deref()
    }

    /// Returns the headers of answers that are not about a file.
    pub(crate) fn missing(&self) -> &Arc<Block> {
        &self.missing
    }

    /// Whether there is a start page.
    pub(crate) fn has_index(&self) -> bool {
        self.files.get(INDEX).is_some_and(|page| page.identity.blob.len() > 0)
    }

    /// Returns the size of the build, without the files of the former one.
    pub(super) fn size(&self) -> Size {
        let mut size = Size { files: 0, bytes: 0 };
        for (name, file) in &self.files {
            if file.left.is_none() && is_file_name(name) {
                size.files += 1;
                size.bytes += file.bytes();
            }
        }
        size
    }

    /// Returns the size of all files, with those of former builds, in bytes.
    pub(super) fn bytes(&self) -> u64 {
        let files = self.files.iter().filter(|(name, _)| is_file_name(name));
        files.map(|(_, file)| file.bytes()).sum()
    }

    /// Returns the file `name` without coding.
    pub(super) fn identity(&self, name: &str) -> Option<&Variant> {
        self.files.get(name).map(|file| &file.identity)
    }

    /// Returns the coded form of the file `name`, if its content has the tag `identity`.
    pub(super) fn variant(
        &self,
        name: &str,
        identity: &HeaderValue,
        coding: Coding,
    ) -> Option<&Variant> {
        let file = self.files.get(name).filter(|file| file.identity.etag == identity)?;
        file.variants().find(|variant| variant.coding == coding)
    }
}
