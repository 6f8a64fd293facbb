//! The pages of the site, whole before any script: what the application says, as HTML.
//!
//! | file | holds |
//! | --- | --- |
//! | `options` | what is chosen at build: address, publisher, host, contact |
//! | `content`, `names` | what pages are made from: records, map, communes; the names of pages |
//! | `page` | one page: its address, its title, its parts |
//! | `frame` | the start page taken apart: style sheets and the script that starts the program |
//! | `shell`, `head` | the whole text of a page; what search engines and previews read |
//! | `picture`, `legend` | the maps, and what explains them |
//! | `embed` | the embed form of a page, for frames of other sites; the scripts of embeds; oEmbed |
//! | `icon` | the sign of the site as pixels, for who asks for `favicon.ico` |
//! | `preview` | the pictures beside links to pages |
//! | `around` | links to what contains a territory, to its parts and neighbours |
//! | `kinds` | the pages, kind by kind |
//! | `write` | all of them into a folder |

mod around;
mod content;
mod embed;
mod frame;
mod head;
mod icon;
mod kinds;
mod legend;
mod names;
mod options;
mod page;
mod picture;
mod preview;
mod shell;
mod write;

pub use options::{Imprint, Options, SiteUrl};
pub(crate) use shell::{CONTENT, MARKS};
pub use write::{draw_preview, write_pages};
