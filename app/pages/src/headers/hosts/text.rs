//! Parts of the rules of several hosts.

use crate::compress::COMPRESSIBLE;

/// The folder of the site in the rules.
pub(super) const ROOT: &str = "/srv/carte";

/// The first lines of the rules.
pub(super) const ORIGIN: &str = "\
# Written by `pages rules`; the table is in app/pages/src/headers. Given a build, it writes the
# hashes of the scripts inside its pages too.
";

/// A regular expression for files that have no address: the rules of other hosts, and compressed
/// files.
pub(super) fn internal() -> String {
    format!(r"(^/_headers|\.({})\.(br|gz))$", COMPRESSIBLE.join("|"))
}
