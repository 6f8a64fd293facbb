//! The situation of an area: what it shows of each layer, and what is known where that is nothing.

use crate::Status;

/// The state of one layer on a cell, as it is shown. The weakest is the smallest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Overlay {
    /// No scheme, or a layer that is switched off.
    None,
    /// Schemes, all of a status that is hidden.
    Hidden,
    /// The status of the strongest scheme that is shown.
    Scheme(Status),
}

/// The knowledge of the visible layers on a cell without their schemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Backdrop {
    /// No layer is shown: nothing is claimed.
    Silent,
    /// A list of each visible layer says that there is no scheme.
    Absent,
    /// A list says so of one visible layer; of another, schemes are known one by one or not at all.
    Partly,
    /// Schemes are known one by one: there may be others.
    Facts,
    /// Nothing is known.
    Undocumented,
    /// There are schemes, which a filter hides.
    Hidden,
}
