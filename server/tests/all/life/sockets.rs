//! Unix sockets, and sockets that systemd passes.

use std::fs;
use std::io::{Read, Write};
use std::os::unix::net::{UnixDatagram, UnixStream};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{Server, command, folder, long_text};

#[test]
fn a_unix_socket_serves_as_a_port_does() {
    let folder = folder(&[("long.bin", &long_text(500_000))]);
    let path = folder.path().join("carte.sock");
    let listen = format!("unix:{}", path.display());
    let mut command = command(&folder.path().join("dist"), &listen);
    let mut server = Server::start(&mut command);
    assert_eq!(server.address, listen);
    assert!(get(&path, "/").ends_with("Carte"));
    assert!(get(&path, "/long.bin").ends_with(&long_text(500_000)));
    let second = command.output().unwrap();
    assert!(!second.status.success(), "the socket is taken");
    server.signal("TERM");
    assert!(server.process.wait().unwrap().success());
    assert!(!path.exists(), "the socket goes with the server");
}

#[test]
fn a_socket_that_a_server_left_behind_is_no_hindrance() {
    let folder = folder(&[]);
    let path = folder.path().join("carte.sock");
    let listen = format!("unix:{}", path.display());
    for _ in 0..2 {
        let server = Server::start(&mut command(&folder.path().join("dist"), &listen));
        assert_eq!(server.address, listen);
        assert!(get(&path, "/").ends_with("Carte"));
        // Killed here: it cannot remove its socket.
        drop(server);
    }
}

#[test]
fn a_file_that_is_no_socket_is_never_replaced() {
    let folder = folder(&[("a.txt", "contenu")]);
    let root = folder.path().join("dist");
    let link = folder.path().join("lien");
    std::os::unix::fs::symlink(root.join("a.txt"), &link).unwrap();
    for path in [root.join("a.txt"), link] {
        let mut command = command(&root, &format!("unix:{}", path.display()));
        let output = command.stderr(Stdio::piped()).output().unwrap();
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && message.contains("pas un socket"), "{message}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "contenu", "{}", path.display());
    }
}

#[test]
fn a_file_that_took_the_place_of_the_socket_stays() {
    let folder = folder(&[]);
    let path = folder.path().join("carte.sock");
    let listen = format!("unix:{}", path.display());
    let mut server = Server::start(&mut command(&folder.path().join("dist"), &listen));
    fs::remove_file(&path).unwrap();
    fs::write(&path, "important").unwrap();
    server.signal("TERM");
    assert!(server.process.wait().unwrap().success());
    assert_eq!(fs::read_to_string(&path).unwrap(), "important");
}

#[test]
fn a_socket_of_systemd_is_taken_over_and_systemd_notified_when_ready() {
    let folder = folder(&[]);
    let path = folder.path().join("notify");
    let notify = UnixDatagram::bind(&path).unwrap();
    // What systemd does: descriptor 3 listens, and two variables say so. `LISTEN_PID` is the
    // process itself, hence `exec` in a shell that knows its own number.
    let script = r#"
import os, socket, sys
s = socket.socket(); s.bind(("127.0.0.1", 0)); s.listen()
os.dup2(s.fileno(), 9); os.dup2(9, 3)
os.environ.update(LISTEN_FDS="1", LISTEN_PID=str(os.getpid()))
os.execv(sys.argv[1], sys.argv[1:])
"#;
    let mut command = Command::new("python3");
    command.args(["-c", script, env!("CARGO_BIN_EXE_server"), "--root"]);
    command.arg(folder.path().join("dist")).env("NOTIFY_SOCKET", &path);
    command.args(["--listen", "127.0.0.1:1"]).stderr(Stdio::null());
    let server = Server::start(&mut command);
    let mut wire = server.wire();
    wire.ask("GET", "/", &[]);
    assert!(wire.answer("GET").text().contains("Carte"));
    let mut message = [0; 64];
    let length = notify.recv(&mut message).unwrap();
    assert_eq!(&message[..length], b"READY=1");
}

fn get(socket: &Path, path: &str) -> String {
    let mut stream = UnixStream::connect(socket).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(fs::metadata(socket).is_ok());
    answer
}
