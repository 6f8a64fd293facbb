//! Taking along: a row below every answer and every list, with what is shown as a link, as lines for
//! another site, as an image, a table, outlines, and on paper. All of it is made here, without a server.
//!
//! | file | does |
//! | --- | --- |
//! | `row` | the row of buttons |
//! | `menu` | a button with a choice below it |
//! | `taken` | what is taken along: an answer, or the rows of a list |
//! | `part` | brings the part of the program that writes the files |
//! | `outlines` | fetches the outlines of communes that are not in memory |
//! | `files` | writes the files |
//! | `save` | hands a file to the browser, an image in pixels too |

mod files;
mod menu;
mod outlines;
mod part;
mod row;
mod save;
mod taken;

pub(crate) use row::TakeRow;
pub(crate) use taken::{ListedRows, Taken};
