//! The kinds of pages.
//!
//! | file | pages |
//! | --- | --- |
//! | `home` | the start page |
//! | `territory`, `communes` | of regions, departments and intercommunalities; their table of communes |
//! | `scheme` | of CLS, CPTS and projects |
//! | `integration`, `proof` | « Intégrer cette carte »; what a map in a frame does and does not |
//! | `about`, `further` | « À propos »; « Données » and the page for a wrong address |

pub(super) mod about;
mod communes;
pub(super) mod further;
pub(super) mod home;
pub(super) mod integration;
pub(super) mod proof;
pub(super) mod scheme;
pub(super) mod territory;
