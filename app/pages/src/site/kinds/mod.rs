//! The kinds of pages.
//!
//! | file | pages |
//! | --- | --- |
//! | `home` | the start page |
//! | `territory`, `communes` | of regions, departments and intercommunalities; their table of communes |
//! | `scheme` | of CLS, CPTS and projects |
//! | `about`, `further` | « À propos »; « Données » and the page for a wrong address |

pub(super) mod about;
mod communes;
pub(super) mod further;
pub(super) mod home;
pub(super) mod scheme;
pub(super) mod territory;
