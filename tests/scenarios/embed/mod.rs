//! The map in frames of other sites.
//!
//! | file | scenario |
//! | --- | --- |
//! | `hosts` | pages of other sites: hidden, lazy, narrow, strict, in a sandbox |
//! | `heights` | the words in which a frame tells its height |
//! | `form` | the embed form of the application, the card, the theme |
//! | `parameters` | what the address of an embed may ask for |
//! | `sanitisers` | what authors of a CMS may write |
//! | `consent` | a page that asks before it shows frames |
//! | `setup` | the page that sets up an embed, and the lines to copy |

mod consent;
mod form;
mod heights;
mod hosts;
mod parameters;
mod sanitisers;
mod setup;

use scenarios::lines_to_copy;

/// The script that pages around frames may have.
const SCRIPT: &str = "<script src=\"{site}/integration.js\" async></script>";

/// The frame of the Rhône, as its page gives it to copy.
fn rhone() -> String {
    lines_to_copy("territoire/departement-69")
}
