//! The command itself: what it prints, when it refuses to start, what else it does.

use std::fs;
use std::process::{Command, Stdio};

use crate::support::{Server, Site, command, eventually, folder};

#[test]
fn the_printed_address_is_the_real_one_and_it_is_healthy() {
    let site = Site::with(&[]);
    assert!(!site.server.address.ends_with(":0"), "{}", site.server.address);
    let answer = site.get("/healthz", &[]);
    assert_eq!((answer.status, answer.text().split_whitespace().next()), (200, Some("ok")));
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
}

#[test]
fn a_monitor_learns_the_age_of_the_site_and_how_the_last_reload_went() {
    let site = Site::with(&[]);
    let health = || site.get("/healthz", &[]).text().to_owned();
    let since = |text: &str| text.lines().nth(1).map(str::to_owned);
    let first = health();
    assert!(since(&first).unwrap().starts_with("site since 20"), "{first}");
    assert!(first.ends_with("reload none\n"), "{first}");
    site.signal("HUP");
    site.until("/healthz", &[], |answer| answer.text().contains("\nreload done 20"));
    assert_eq!(since(&health()), since(&first), "nothing has changed");
    site.write("index.html", "");
    site.until("/healthz", &[], |answer| answer.text().contains("\nreload failed 20"));
    assert_eq!(since(&health()), since(&first), "the site before stays");
    assert!(!health().contains(site.path("").to_str().unwrap()), "no folder of the host");
    site.write("index.html", "nouveau");
    site.until("/healthz", &[], |answer| answer.text().contains("\nreload done 20"));
    assert_ne!(since(&health()), since(&first));
}

#[test]
fn a_missing_folder_is_said_with_the_command_that_makes_it() {
    let folder = tempfile::tempdir().unwrap();
    let message = refusal(&mut command(&folder.path().join("absent"), "127.0.0.1:0"));
    assert!(message.contains("n’existe pas") && message.contains("make build"), "{message}");
}

#[test]
fn a_folder_without_a_site_is_said_with_the_command_that_makes_it() {
    let folder = tempfile::tempdir().unwrap();
    for task in [&[][..], &["pack", "--output", "/dev/null/x"]] {
        let message = refusal(command(folder.path(), "127.0.0.1:0").args(task));
        assert!(message.contains("index.html") && message.contains("make build"), "{message}");
    }
    fs::write(folder.path().join("index.html"), "").unwrap();
    let message = refusal(&mut command(folder.path(), "127.0.0.1:0"));
    assert!(message.contains("vide"), "{message}");
}

#[test]
fn a_taken_port_is_said_with_what_to_do() {
    let site = Site::with(&[]);
    let message = refusal(&mut command(&site.path(""), &site.server.address));
    assert!(message.contains(&site.server.address) && message.contains("--listen"), "{message}");
}

#[test]
fn an_address_that_is_none_is_said_with_the_expected_form() {
    let folder = folder(&[]);
    let message = refusal(&mut command(&folder.path().join("dist"), "8080"));
    assert!(
        message.contains("«\u{a0}8080\u{a0}»") && message.contains("127.0.0.1:8080"),
        "{message}"
    );
}

#[test]
fn the_help_teaches_with_examples_and_variables() {
    let output = Command::new(env!("CARGO_BIN_EXE_server")).arg("--help").output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    for taught in [
        "--root",
        "--listen",
        "_headers",
        "--http2",
        "--max-memory",
        "--log-format",
        "SERVER_ROOT",
        "unix:",
        "mandataire en TCP",
        "Exemples",
        "/healthz",
        "HUP",
    ] {
        assert!(help.contains(taught), "{taught} is not in:\n{help}");
    }
}

#[test]
fn the_environment_says_what_options_say() {
    let folder = folder(&[("a.txt", "contenu")]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_server"));
    command.env("SERVER_ROOT", folder.path().join("dist")).env("SERVER_LISTEN", "127.0.0.1:0");
    let site = Site::start(folder, command.stderr(Stdio::null()));
    assert_eq!(site.get("/a.txt", &[]).text(), "contenu");
}

#[test]
fn a_variable_may_be_empty_and_a_switch_may_be_one() {
    let folder = folder(&[]);
    let log = folder.path().join("log");
    let mut command = command(&folder.path().join("dist"), "127.0.0.1:0");
    for name in ["ROOT", "MAX_FILE", "GRACE", "MAX_PER_PEER", "HTTP2", "LOG_FORMAT"] {
        command.env(format!("SERVER_{name}"), "");
    }
    command.env("SERVER_LISTEN", "").env("SERVER_LOG_ADDRESSES", "1");
    let site = Site::start(folder, command.stderr(fs::File::create(&log).unwrap()));
    assert!(site.get("/", &[]).text().contains("Carte"));
    eventually("the address in the log", || {
        fs::read_to_string(&log).unwrap().contains("peer=127.0.0.1")
    });
}

#[test]
fn more_memory_than_there_can_be_is_no_less() {
    let folder = folder(&[("a.txt", "contenu")]);
    for number in ["17592186044416", "18446744073709551615"] {
        let mut command = command(&folder.path().join("dist"), "127.0.0.1:0");
        let server = Server::start(command.args(["--max-memory", number, "--max-file", number]));
        let held = |file: &fs::DirEntry| fs::read_link(file.path()).unwrap_or_default();
        let files = fs::read_dir(format!("/proc/{}/fd", server.process.id())).unwrap();
        let on_disk = files.filter(|file| held(file.as_ref().unwrap()).ends_with("dist/a.txt"));
        assert_eq!(on_disk.count(), 0, "{number}: the file is in memory");
    }
}

#[test]
fn wrong_arguments_are_said_in_french_with_what_was_expected() {
    for (arguments, expected) in [
        (&["--rooot", "a"][..], "« --rooot » est inconnu ; peut-être « --root »"),
        (&["--max-memory", "x"], "« x » ; attendu : un nombre entier"),
        (&["--grace", "-"], "« - » ; attendu : un nombre de secondes"),
        (&["--log-format", "xml"], "attendu : « text », « json », « off »"),
        (&["--root"], "il manque la valeur de « --root <DOSSIER> »"),
        (&["--root", "a", "--root", "b"], "est donné deux fois"),
        (&["pak"], "la commande « pak » est inconnue ; attendu : pack"),
        (&["pack"], "il manque « --output <FICHIER> »"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_server")).args(arguments).output().unwrap();
        let message = String::from_utf8(output.stderr).unwrap().replace('\u{a0}', " ");
        assert!(message.contains(expected), "{arguments:?}: {message}");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        for english in ["error", "invalid", "Usage", "expected", "help'"] {
            assert!(!message.contains(english), "{english} in {message}");
        }
    }
}

#[test]
fn the_help_is_french_in_its_frame_too() {
    for arguments in [&["--help"][..], &["pack", "--help"], &["pack", "-h"]] {
        let output = Command::new(env!("CARGO_BIN_EXE_server")).args(arguments).output().unwrap();
        let help = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && help.contains("Utilisation"), "{help}");
        for english in ["Usage", "Commands", "Print", "default", "possible", "env:", "COMMAND]"] {
            assert!(!help.contains(english), "{english} in {help}");
        }
    }
}

#[test]
fn the_address_is_checked_before_the_site_is_read() {
    let site = Site::with(&[]);
    let message = refusal(&mut command(&site.path("absent"), &site.server.address));
    assert!(message.contains("est déjà prise"), "{message}");
}

#[test]
fn one_file_holds_the_program_and_the_site_and_needs_no_argument() {
    let folder = folder(&[("a.txt", "contenu"), ("data/é.json", "{}"), (".env", "secret")]);
    let packed = folder.path().join("carte");
    let mut command = Command::new(env!("CARGO_BIN_EXE_server"));
    command.arg("--root").arg(folder.path().join("dist")).args(["pack", "--output"]).arg(&packed);
    assert!(command.status().unwrap().success());
    fs::remove_dir_all(folder.path().join("dist")).unwrap();
    let mut command = Command::new(&packed);
    // The address is that of the tests, not an argument.
    command.env("SERVER_LISTEN", "127.0.0.1:0").current_dir(folder.path());
    let site = Site::start(folder, command.stderr(Stdio::null()));
    assert!(site.get("/", &[]).text().contains("Carte"));
    assert_eq!(site.get("/a.txt", &[]).text(), "contenu");
    assert_eq!(site.get("/data/%C3%A9.json", &[]).text(), "{}");
    assert_eq!(site.get("/.env", &[]).status, 404);
}

/// Returns the message of a command that refuses to start.
fn refusal(command: &mut Command) -> String {
    let output = command.stderr(Stdio::piped()).output().unwrap();
    assert!(!output.status.success());
    String::from_utf8(output.stderr).unwrap()
}
