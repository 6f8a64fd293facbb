//! Lines for the person who runs a command.

use std::fmt::Display;
use std::io::Write;

/// Writes a line to standard output. Whoever reads it may have closed it (`| head`): that is no
/// error, and the command goes on.
pub fn say(line: &dyn Display) {
    // Nobody is left to tell.
    let _closed = writeln!(std::io::stdout(), "{line}");
}

/// The same to standard error.
pub fn say_error(line: &dyn Display) {
    let _closed = writeln!(std::io::stderr(), "{line}");
}
