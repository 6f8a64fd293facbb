//! A WordPress with its database, for the length of a scenario.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::program::{Program, beside, free_address, installed, run};
use crate::published::site_address;

/// A WordPress that is served. It ends with its value.
pub struct WordPress {
    address: String,
    // Dropped in this order.
    _php: Program,
    _database: Program,
    folder: TempDir,
}

impl WordPress {
    /// Makes a database and a WordPress in a folder of their own, and serves it.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = database(folder.path());
        let root = folder.path().join("www");
        run(Command::new("cp").arg("-r").arg(installed("wordpress")).arg(&root));
        for file in ["wp-config.php", "install.php", "post.php", "router.php"] {
            fs::copy(beside("wordpress").join(file), root.join(file)).unwrap();
        }
        let plugin = root.join("wp-content/mu-plugins/loopback.php");
        fs::copy(beside("wordpress/loopback.php"), plugin).unwrap();
        let listen = free_address();
        let address = format!("http://{listen}");
        run(php(folder.path(), &address).arg("install.php"));
        let mut server = php(folder.path(), &address);
        let server =
            Program::listening(server.args(["-S", &listen, "-t", ".", "router.php"]), &listen);
        Self { address, _php: server, _database: database, folder }
    }

    /// Publishes what a person of that role wrote, and returns the number of the post.
    pub fn publish(&self, role: &str, name: &str, content: &str) -> String {
        let mut command = php(self.folder.path(), &self.address);
        run(command.args(["post.php", role, name]).env("CONTENT", content))
    }

    /// The address of a page of its site.
    pub fn address(&self, path: &str) -> String {
        format!("{}/{path}", self.address)
    }
}

/// PHP in the folder of WordPress.
fn php(folder: &Path, address: &str) -> Command {
    let mut command = Command::new("php");
    let (_, port) =
        site_address().rsplit_once(':').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    command
        .current_dir(folder.join("www"))
        .env("DB_SOCKET", folder.join("socket"))
        .env("WP_ADDRESS", address)
        .env("MAP_PORT", port);
    command
}

/// A MariaDB that only this folder knows.
fn database(folder: &Path) -> Program {
    let data = folder.join("data");
    let socket = folder.join("socket");
    run(Command::new("mariadb-install-db")
        .args(["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db"])
        .arg(format!("--datadir={}", data.display())));
    let mut server = Command::new(mariadbd());
    server
        .args(["--no-defaults", "--user=root", "--skip-networking", "--skip-grant-tables"])
        .arg(format!("--datadir={}", data.display()))
        .arg(format!("--socket={}", socket.display()))
        .arg(format!("--pid-file={}", folder.join("pid").display()));
    let server = Program::start(&mut server, || socket.exists());
    let client = format!("--socket={}", socket.display());
    run(Command::new("mariadb").args([
        "--no-defaults",
        &client,
        "--execute=create database wordpress",
    ]));
    server
}

/// Debian keeps servers out of the path of those who are not root.
fn mariadbd() -> &'static str {
    "/usr/sbin/mariadbd"
}
