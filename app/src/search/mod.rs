//! The search box: communes, postal codes, intercommunalities, departments, regions and schemes.
//!
//! | file | does |
//! | --- | --- |
//! | `search_box` | the input, and what is known of its list |
//! | `part` | the rest of the program, fetched when the box is first used |
//! | `finder` | brings the served files, and makes the index between frames |
//! | `suggestions` | the list of results |

mod finder;
mod part;
mod search_box;
mod suggestions;

pub(crate) use search_box::SearchBox;
