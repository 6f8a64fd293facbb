//! The reasons why a downloaded file cannot be read.

use crate::mesh::UnpackError;

/// The reason why a downloaded file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DataError {
    /// The bytes are not of the format that this version of the page reads.
    #[error("the bytes are not of the format of this version")]
    Format,
    /// An index leads nowhere, or columns do not fit each other.
    #[error("an index leads nowhere, or columns have different lengths")]
    Reference,
    /// The borders cannot be unpacked.
    #[error(transparent)]
    Mesh(#[from] UnpackError),
}
