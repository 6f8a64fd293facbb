//! The units in which perimeters are counted, and the schemes that count.

use crate::tables::{Atoms, Scheme};
use crate::territories::Territories;
use map::Status;

/// The units in which perimeters are counted.
#[derive(Clone, Copy)]
pub(super) struct Units<'a> {
    pub(super) territories: &'a Territories,
    pub(super) atoms: &'a Atoms,
}

/// Whether a scheme is not past its end.
pub(super) fn is_open(scheme: &Scheme) -> bool {
    scheme.status != Status::Expired
}
