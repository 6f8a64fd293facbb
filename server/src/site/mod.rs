//! The site: the files of a folder, listed, read, given compressed forms, and put under the addresses
//! at which they are found. A folder that changes is read aside, and the new site swapped in whole.

// What is served.
mod blob;
mod coding;
mod current;
mod served;

// From files to what is served.
mod draft;
mod load;
mod pack;
mod scan;
mod variants;

// Again, when they change.
mod reload;

pub(crate) use blob::{Blob, FileBlob};
pub(crate) use coding::Coding;
pub(crate) use current::Current;
pub(crate) use draft::Variant;
pub(crate) use load::{Loader, Read, list};
pub(crate) use pack::write as pack;
pub(crate) use reload::Reloader;
pub(crate) use scan::TICK;
pub(crate) use served::{File, Lookup, Site};
