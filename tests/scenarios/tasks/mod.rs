//! Twelve tasks that people come with, by mouse, by finger and by keyboard, with the steps that they take.
//!
//! | file | content |
//! | --- | --- |
//! | `person` | a person with a hand, who counts steps: a click, a tap, a key, a word that is typed |
//! | `finding` | which schemes are here: by name, postal code, former name |
//! | `lists` | shares, lists, two territories, a table to take along |
//! | `taking` | a picture, a link, and a whole way by keyboard |
//!
//! By keyboard a task takes at most one and a half times the steps of the mouse.

mod finding;
mod lists;
mod person;
mod taking;
