//! The tables of a commit, asked from the program `git`.

use geodata::error::Error;
use geodata::files::Files;
use std::path::Path;
use std::process::Command;

/// The tables that `folder` held at a commit of the repository that it lies in.
///
/// # Errors
/// [`Error::Form`] when there is no such commit, or no Git.
pub fn tables(commit: &str, folder: &Path) -> Result<Files, Error> {
    let unknown = || {
        let detail = format!(
            "ni un dossier de tables, ni une version de Git du dossier {}",
            folder.display()
        );
        Error::form(commit, &detail)
    };
    // A dash would make it an option.
    if commit.starts_with('-') {
        return Err(unknown());
    }
    let listed = git(folder, &["ls-tree", "--name-only", commit, "./"]).ok_or_else(unknown)?;
    let names = String::from_utf8_lossy(&listed).into_owned();
    let mut files = Files::default();
    for name in names.lines().filter(|name| name.ends_with(".csv")) {
        let content = git(folder, &["show", &format!("{commit}:./{name}")]).ok_or_else(unknown)?;
        files = files.with(name, content);
    }
    Ok(files)
}

/// The output of a command of Git that succeeds.
fn git(folder: &Path, arguments: &[&str]) -> Option<Vec<u8>> {
    let output = Command::new("git").arg("-C").arg(folder).args(arguments).output().ok()?;
    output.status.success().then_some(output.stdout)
}
