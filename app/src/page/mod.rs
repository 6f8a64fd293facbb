//! The parts of the page around the map.
//!
//! | file | shows |
//! | --- | --- |
//! | `selector` | the list of departments |
//! | `legend` | switches for layers and statuses |
//! | `load_line` | the progress of the map's file |
//! | `panel` | the answer |
//! | `downloads` | the « Données » page |
//! | `footer` | the sources |

mod downloads;
mod footer;
mod legend;
mod load_line;
mod panel;
mod selector;

pub(crate) use downloads::Downloads;
pub(crate) use footer::Footer;
pub(crate) use legend::Legend;
pub(crate) use load_line::LoadLine;
pub(crate) use panel::Panel;
pub(crate) use selector::Selector;
