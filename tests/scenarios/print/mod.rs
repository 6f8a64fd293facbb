//! Printing: A4, the map as lines, its legend, the answer, its sources.
//!
//! | file | scenario |
//! | --- | --- |
//! | `pages` | a page of each kind, before the application and without it |
//! | `view` | what the application shows: its view, its layers, its filters |

mod pages;
mod view;
