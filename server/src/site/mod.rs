//! The site: the files of a folder with their compressed forms, by address. When the folder
//! changes, a new site is made beside the old one, and replaces it as a whole.

// What is served.
mod blob;
mod coding;
mod current;
mod file;
mod served;
mod status;
mod store;

// Reading a site.
mod copier;
mod draft;
mod folder;
mod load;
mod pack;
mod variants;

// Reading it again.
mod reload;

pub(crate) use blob::{Blob, FileBlob, Variant};
pub(crate) use coding::Coding;
pub(crate) use current::Current;
pub(crate) use file::File;
pub(crate) use load::{Loader, Occasion, Read};
pub(crate) use pack::write as pack;
pub(crate) use reload::Reloader;
pub(crate) use served::Lookup;
pub use served::Site;
