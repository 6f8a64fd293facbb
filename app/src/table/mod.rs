//! Lists of the parts of a territory and of its schemes: in the panel, or in place of the map.
//!
//! | file | does |
//! | --- | --- |
//! | `part` | brings the part of the program that makes them |
//! | `tabs` | chooses between the answer and the list |
//! | `listing` | holds what is listed, and in which order |
//! | `list` | shows the list with its controls |
//! | `controls` | what is listed, and which rows |
//! | `grid` | the table, of which the rows in sight are written |
//! | `window` | which rows these are |
//! | `line` | one row, and what it outlines on the map |
//! | `ticks` | rows that are ticked, to be compared |

mod controls;
mod grid;
mod line;
mod list;
mod listing;
mod part;
mod tabs;
mod ticks;
mod window;

pub(crate) use part::{TableViews, load_table};
pub(crate) use tabs::tabs;
