//! The search box: communes, postal codes, intercommunalities, departments, regions and schemes.
//!
//! | file | does |
//! | --- | --- |
//! | `field` | the input, which is there from the first picture on, and its events |
//! | `search_box` | waits for its first use |
//! | `part` | the rest of the program, fetched then |
//! | `suggestions` | the results, and the keys that walk through them |
//! | `finder` | brings the served files, and makes the index between frames |
//! | `list` | the results as a list |

mod field;
mod finder;
mod list;
mod part;
mod search_box;
mod suggestions;

pub(crate) use field::FIELD;
pub(crate) use search_box::{SearchResults, SlashChoice};
