//! The page as a whole.
//!
//! | file | scenario |
//! | --- | --- |
//! | `first_visit` | the page at first |
//! | `data_page` | the files on offer under « Données » |
//! | `phone_layout` | a telephone of 360 × 740 |
//! | `takeover` | the application takes over its page: in place, without a flash |
//! | `without_program` | pages without a script, or without the application |

mod data_page;
mod first_visit;
mod phone_layout;
mod takeover;
mod without_program;
