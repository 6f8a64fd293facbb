//! The page as a whole.
//!
//! | file | steps and questions |
//! | --- | --- |
//! | `address` | the address bar, back and forward |
//! | `loading` | progress, alerts, slow lines |
//! | `takeover` | the page before the application, and its giving way |
//! | `frame` | a frame of the page, and the page around it |
//! | `network` | requests, storage, the console, the policy |
//! | `position` | the position of the device |
//! | `axe` | what axe-core finds |

mod address;
mod axe;
mod frame;
mod loading;
mod network;
mod position;
mod takeover;

pub use loading::Line;
