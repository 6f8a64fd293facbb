//! What stands around the map: legend, progress line, selector, panel, footer, the « Données » page.

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
