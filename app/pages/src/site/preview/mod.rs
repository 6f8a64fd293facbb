//! Previews: the pictures that others show beside a link to a page, 1200 × 630 pixels.
//!
//! The country, each region and each department have one; other pages use that of what contains them.
//! Their addresses must be absolute, so that only a site that knows its own has them.
//!
//! | file | does |
//! | --- | --- |
//! | `subject` | says which previews there are, and which one a page has |
//! | `card` | lays one out: title, sentence, legend, map |
//! | `font` | measures and breaks lines in the font that comes with the code |
//! | `render` | turns the card into pixels |
//! | `picture_file` | writes few bytes |

mod card;
mod font;
mod picture_file;
mod render;
mod subject;

use super::content::Content;
use crate::error::Error;
use crate::parallel;
use card::Card;
pub(super) use render::SIZE;
use sha2::{Digest, Sha256};
use std::path::Path;
use subject::PreviewSubject;
pub(super) use subject::of_page;

/// What is drawn in another way than before has another number: no picture of a former build is kept.
const EDITION: &str = "1";

/// Writes the previews of the site in `folder`. Those that the site in `previous` has already are kept.
/// Returns how many were drawn.
pub(super) fn write_previews(
    folder: &Path,
    content: &Content,
    previous: Option<&Path>,
) -> Result<usize, Error> {
    let all = PreviewSubject::all(&content.model);
    let path = folder.join(subject::FOLDER);
    std::fs::create_dir_all(&path).map_err(Error::file(&path))?;
    let drawn = std::sync::atomic::AtomicUsize::new(0);
    parallel::for_each(&all, |subject| {
        let name = subject.file(&content.model);
        let svg = Card::of(content, *subject).svg();
        let mark = mark(&svg);
        let path = folder.join(&name);
        if let Some(former) = previous.map(|previous| previous.join(&name))
            && picture_file::mark_of(&former).as_deref() == Some(mark.as_str())
        {
            // A build that is tried again finds its own.
            _ = std::fs::remove_file(&path);
            return crate::compress::link(&former, &path).map_err(Error::file(&path));
        }
        drawn.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        std::fs::write(&path, picture(&svg, &mark)?).map_err(Error::file(&path))
    })?;
    Ok(drawn.into_inner())
}

/// The preview of a territory of the site in `folder`, `departement-38`; that of the country for `france`.
pub(super) fn preview(content: &Content, name: &str) -> Result<Option<Vec<u8>>, Error> {
    let all = PreviewSubject::all(&content.model);
    let found = all.into_iter().find(|subject| subject.name(&content.model) == name);
    let svg = found.map(|subject| Card::of(content, subject).svg());
    svg.map(|svg| picture(&svg, &mark(&svg))).transpose()
}

/// The card as a file, with a mark that tells what it was made from.
fn picture(svg: &str, mark: &str) -> Result<Vec<u8>, Error> {
    picture_file::encoded(&render::pixels(svg)?, mark)
}

/// A hash of what a picture is made from.
fn mark(svg: &str) -> String {
    let hash = Sha256::new().chain_update(EDITION).chain_update(svg).finalize();
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests;
