//! The parts of the page around the map.
//!
//! | file | shows |
//! | --- | --- |
//! | `selector` | the list of departments |
//! | `legend` | switches for layers and statuses |
//! | `drawer` | the panel of a narrow window, pulled up over the map |
//! | `notice` | what is on its way, and what cannot be had |
//! | `load_line` | the progress of the map's file |
//! | `panel` | the answer |
//! | `downloads` | the « Données » page |
//! | `footer` | what the page is under, and the way to the sources |

mod downloads;
mod drawer;
mod footer;
mod legend;
mod load_line;
mod notice;
mod panel;
mod selector;

pub(crate) use downloads::Downloads;
pub(crate) use drawer::{Drawer, LegendBox, PanelView};
pub(crate) use footer::Footer;
pub(crate) use legend::{LegendBody, follow_reading};
pub(crate) use load_line::LoadLine;
pub(crate) use panel::Panel;
pub(crate) use selector::Selector;
