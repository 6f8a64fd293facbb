//! Comparing: two to four territories side by side, in place of the answer.
//!
//! | file | does |
//! | --- | --- |
//! | `button` | the button of an answer that begins to compare |
//! | `sides` | what is compared, from the keys of the address |
//! | `view` | the table, with what adds a territory and takes one away |
//!
//! The part of the program that makes lists makes it too, see [`crate::table`].

mod button;
mod sides;
mod view;

pub(crate) use button::{compare_button, note_comparison};
pub(crate) use view::comparison;
