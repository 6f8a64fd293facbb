//! The search box: communes, postal codes, intercommunalities, departments, regions and schemes.
//!
//! | file | does |
//! | --- | --- |
//! | `search_box` | the input, which is there from the first picture on |
//! | `part` | the rest of the program, fetched when the box is first used |
//! | `field` | its elements by their `id` |
//! | `suggestions` | the results, and the keys that walk through them |
//! | `finder` | brings the served files, and makes the index between frames |
//! | `list` | the results as a list |

mod field;
mod finder;
mod list;
mod part;
mod search_box;
mod suggestions;

pub(crate) use search_box::SearchBox;
