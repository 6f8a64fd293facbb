//! The parts of the page around the map.
//!
//! | file | shows |
//! | --- | --- |
//! | `crumbs` | the way from the country to what is selected, with lists |
//! | `legend` | switches for layers and statuses |
//! | `drawer` | the panel of a narrow window, pulled up over the map |
//! | `notice` | what is on its way, and what cannot be had |
//! | `load_line` | the progress of the map's file |
//! | `panel` | the answer |
//! | `title` | the title of the document |
//! | `embedding` | the lines that put the map into another site |
//! | `caption` | the line below the map of an embed |
//! | `downloads` | the « Données » page |
//! | `footer` | what the page is under, and the way to the sources |

mod caption;
mod crumbs;
mod downloads;
mod drawer;
mod embedding;
mod footer;
mod legend;
mod load_line;
mod notice;
mod panel;
mod title;

pub(crate) use caption::Caption;
pub(crate) use crumbs::Crumbs;
pub(crate) use downloads::Downloads;
pub(crate) use drawer::{Drawer, LegendBox, PanelView};
pub(crate) use embedding::Embedding;
pub(crate) use footer::Footer;
pub(crate) use legend::{LegendBody, follow_reading};
pub(crate) use load_line::LoadLine;
pub(crate) use panel::Panel;
pub(crate) use title::{follow_title, subject_name};
