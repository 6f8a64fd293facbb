//! Our server, on a free port or at a given address.

use std::env;
use std::path::Path;
use std::process::Command;

use crate::{LaunchError, Listening, Output};

/// Serves the folder `root` with the program `server`. The address is that of the root, with the
/// slash: `http://127.0.0.1:41973/`.
///
/// # Errors
/// [`LaunchError`] when the program cannot be started or ends without an address.
pub fn serve(server: &Path, root: &Path) -> Result<Listening, LaunchError> {
    serve_at(server, root, "127.0.0.1:0")
}

/// Serves the folder `root` at `listen`, an address with a port: `127.0.0.1:8473`. The server keeps the bytes of
/// the site in the folder that the environment variable `SERVER_TMPDIR` names, or else where it likes.
///
/// # Errors
/// [`LaunchError`] when the program cannot be started or ends without an address.
pub fn serve_at(server: &Path, root: &Path, listen: &str) -> Result<Listening, LaunchError> {
    let mut command = Command::new(server);
    command.arg("--root").arg(root).args(["--listen", listen]);
    if let Some(folder) = env::var_os("SERVER_TMPDIR") {
        command.env("TMPDIR", folder);
    }
    Listening::start(&mut command, Output::Standard, address_in)
}

/// The address in « Adresse : http://127.0.0.1:41973/ », whichever space is before the colon.
fn address_in(line: &str) -> Option<String> {
    let rest = line.trim().strip_prefix("Adresse")?.trim_start().strip_prefix(':')?;
    Some(rest.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_read_whichever_space_is_before_the_colon() {
        for space in [" ", "\u{a0}", "\u{202f}", ""] {
            let line = format!("Adresse{space}: http://127.0.0.1:41973/\n");
            assert_eq!(address_in(&line).as_deref(), Some("http://127.0.0.1:41973/"), "{line:?}");
        }
    }

    #[test]
    fn another_line_has_no_address() {
        assert_eq!(address_in("Lecture de dist/ : 2314 fichiers\n"), None);
    }
}
