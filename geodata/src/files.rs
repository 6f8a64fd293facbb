//! The files that a command reads: those of a folder, or copies in memory.
//!
//! This is the one way in for tables, territories, contours and lists, so that the same reading runs where there is
//! no disk: in a browser, or on the files of a Git commit.

use crate::error::Error;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Files by name: copies in memory, then those of a folder.
///
/// # Example
/// ```
/// use geodata::files::{File, Files};
///
/// let files = Files::default().with("cls.csv", "id,nom\n");
/// assert!(matches!(files.file("cls.csv", 100).unwrap(), File::Bytes(_)));
/// assert!(matches!(files.file("cls.csv", 3).unwrap(), File::TooLarge(7)));
/// assert!(matches!(files.file("cpts.csv", 100).unwrap(), File::Missing));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Files {
    folder: Option<PathBuf>,
    copies: BTreeMap<String, Vec<u8>>,
}

/// One of the files.
#[derive(Clone, Debug)]
pub enum File<'a> {
    /// There is none of that name.
    Missing,
    /// It has so many bytes, too many to be read.
    TooLarge(u64),
    /// Its content.
    Bytes(Cow<'a, [u8]>),
}

impl Files {
    /// The files of a folder, which are read when they are asked for.
    pub fn of_folder(folder: impl Into<PathBuf>) -> Self {
        Self { folder: Some(folder.into()), copies: BTreeMap::new() }
    }

    /// The same files with a copy of that name in the place of another, if there is one.
    #[must_use]
    pub fn with(mut self, name: &str, content: impl Into<Vec<u8>>) -> Self {
        self.copies.insert(name.to_owned(), content.into());
        self
    }

    /// The file of that name, unread if it has more than `largest` bytes.
    ///
    /// # Errors
    /// [`Error::File`] when it is there and cannot be read.
    pub fn file(&self, name: &str, largest: u64) -> Result<File<'_>, Error> {
        match (self.copies.get(name), &self.folder) {
            (Some(copy), _) if copy.len() as u64 > largest => Ok(File::TooLarge(copy.len() as u64)),
            (Some(copy), _) => Ok(File::Bytes(Cow::Borrowed(copy))),
            (None, Some(folder)) => file_at(&folder.join(name), largest),
            (None, None) => Ok(File::Missing),
        }
    }

    /// The content of a file that must be there, however large.
    ///
    /// # Errors
    /// [`Error::File`] when it is missing or cannot be read.
    pub fn bytes(&self, name: &str) -> Result<Cow<'_, [u8]>, Error> {
        match self.file(name, u64::MAX)? {
            File::Bytes(bytes) => Ok(bytes),
            File::Missing | File::TooLarge(_) => {
                Err(Error::file(self.path(name))(ErrorKind::NotFound.into()))
            }
        }
    }

    /// Whether there is a file of that name.
    pub fn has(&self, name: &str) -> bool {
        self.copies.contains_key(name)
            || self.folder.as_ref().is_some_and(|folder| folder.join(name).exists())
    }

    /// The path of a file, for messages.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.as_ref().map_or_else(|| PathBuf::from(name), |folder| folder.join(name))
    }

    /// Checks that the folder is there.
    ///
    /// # Errors
    /// [`Error::File`] when it is missing.
    pub fn check_folder(&self) -> Result<(), Error> {
        match &self.folder {
            Some(folder) => std::fs::read_dir(folder).map(|_| ()).map_err(Error::file(folder)),
            None => Ok(()),
        }
    }
}

impl File<'_> {
    /// The file at `path`, which must be there; unread if it has more than `largest` bytes.
    ///
    /// # Errors
    /// [`Error::File`] when it is missing or cannot be read.
    pub fn read(path: &Path, largest: u64) -> Result<File<'static>, Error> {
        match file_at(path, largest)? {
            File::Missing => Err(Error::file(path)(ErrorKind::NotFound.into())),
            file => Ok(file),
        }
    }
}

/// The file at `path`.
fn file_at(path: &Path, largest: u64) -> Result<File<'static>, Error> {
    let length = match std::fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(File::Missing),
        metadata => metadata.map_err(Error::file(path))?.len(),
    };
    if length > largest {
        return Ok(File::TooLarge(length));
    }
    Ok(File::Bytes(Cow::Owned(std::fs::read(path).map_err(Error::file(path))?)))
}

/// Writes files whole, all or none as far as the disk allows: each is written aside, then all are put in place.
///
/// # Errors
/// [`Error::File`] when one cannot be written; while they are written aside, none has changed.
pub fn write_whole(files: &[(PathBuf, Vec<u8>)]) -> Result<(), Error> {
    let aside = |path: &Path| {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".next");
        path.with_file_name(name)
    };
    for (path, bytes) in files {
        let aside = aside(path);
        std::fs::write(&aside, bytes).map_err(Error::file(&aside))?;
    }
    for (path, _) in files {
        std::fs::rename(aside(path), path).map_err(Error::file(path))?;
    }
    Ok(())
}
