//! The tools of the browser scenarios, which are in `scenarios/`.
//!
//! | file or folder | content |
//! | --- | --- |
//! | `map_page` | the page as steps and questions |
//! | `scripts` | the scripts that run in it |
//! | `screen` | lines and names on screen, compared with what should be there |
//! | `paper` | the page on paper, read by Poppler |
//! | `pixel` | a colour, compared within rounding |
//! | `browser` | Debian's Chromium, driven through chromedriver |
//! | `site`, `server` | a folder of the site, and our server that serves it |
//! | `host` | a page of another site, with our map in a frame |
//! | `served` | the served files, decoded: the expected answers and lines |
//! | `steward` | a data steward, who changes a table and builds the data |
//!
//! Waiting is for an event of the page (a mark, a change, a frame), for an element to appear, or until
//! the page waits for nothing any more: `scripts/page/pending.js` counts its frames, timers and files.
//! No scenario sleeps, none is tried twice. libtest plays as many scenarios at a time as there are
//! cores, each with a server and a browser of its own.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a panic is how a scenario fails, in its helpers too"
)]

mod browser;
mod host;
mod map_page;
mod paper;
mod pixel;
mod screen;
mod scripts;
mod served;
mod server;
mod site;
mod steward;

pub use browser::{Browser, Window};
pub use host::{FrameHeight, Host, HostSetup, Naming, lines_to_copy, npm, wanted_height};
pub use map_page::{
    Answer, Control, Download, EdgesSeen, Figure, Fling, Focus, FoundResult, HoverCard, LayerRects,
    Line, MapPage, Modifier, NameTag, Raster, ReachedControl, Rect, Resampled, SavedFile, Screen,
    Sweep, TableRow, Widths, WrittenName, plain,
};
pub use paper::{Paper, PrintedPage};
pub use pixel::Pixel;
pub use screen::{Lines, assert_sees, assert_sees_in, beside, pixels};
pub use served::{DepartmentDetail, SERVED, Served};
pub use server::Server;
pub use site::{Missing, Site};
pub use steward::{Cell, Steward};
pub use thirtyfour::Key;
