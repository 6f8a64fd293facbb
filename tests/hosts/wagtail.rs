//! A Wagtail with its database, for the length of a scenario.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::program::{Program, beside, free_address, installed, run};

/// A Wagtail that is served. It ends with its value.
pub struct Wagtail {
    address: String,
    // Dropped before its folder.
    _server: Program,
    _folder: TempDir,
}

impl Wagtail {
    /// Makes a Wagtail whose page « carte » has these lines in a block of HTML, and serves it.
    pub fn with(lines: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let migrations = folder.path().join("migrations_of_the_test");
        fs::create_dir(&migrations).unwrap();
        fs::write(migrations.join("__init__.py"), "").unwrap();
        let listen = free_address();
        let address = format!("http://{listen}");
        run(python(folder.path(), &address).arg("install.py").env("SNIPPET", lines));
        let mut server = python(folder.path(), &address);
        server.args(["-m", "django", "runserver", "--noreload", &listen]);
        let server = Program::listening(&mut server, &listen);
        Self { address, _server: server, _folder: folder }
    }

    /// The address of a page of its site.
    pub fn address(&self, path: &str) -> String {
        format!("{}/{path}", self.address)
    }
}

fn python(folder: &Path, address: &str) -> Command {
    let mut command = Command::new(installed("wagtail/bin/python"));
    command
        .current_dir(beside("wagtail"))
        .env("PYTHONPATH", folder)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("DJANGO_SETTINGS_MODULE", "mairie.settings")
        .env("WAGTAIL_DATABASE", folder.join("wagtail.sqlite"))
        .env("WAGTAIL_ADDRESS", address);
    command
}
