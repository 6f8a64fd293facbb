//! One file that holds the program and the site.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{Site, command, folder, write};

/// Packs the site that `packing` names. Returns whether it succeeded, and its messages.
fn pack(packing: &mut Command, output: &Path) -> (bool, String) {
    let packing = packing.args(["pack", "--output"]).arg(output).stderr(Stdio::piped());
    let done = packing.output().unwrap();
    (done.status.success(), String::from_utf8(done.stderr).unwrap())
}

fn names(folder: &Path) -> Vec<String> {
    let name = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| name(entry.unwrap())).collect();
    names.sort();
    names
}

#[test]
fn only_a_regular_file_is_replaced() {
    let folder = folder(&[]);
    let root = folder.path().join("dist");
    let link = folder.path().join("lien");
    std::os::unix::fs::symlink("secret.txt", &link).unwrap();
    for output in [&root, &link, Path::new("/dev/full")] {
        let (is_done, message) = pack(&mut command(&root, "127.0.0.1:0"), output);
        assert!(!is_done && message.contains("fichier ordinaire"), "{message}");
    }
    assert_eq!(fs::read_to_string(&link).unwrap(), "secret");
    assert_eq!(names(folder.path()), ["dist", "lien", "secret.txt"]);
}

#[test]
fn a_failure_leaves_nothing_behind() {
    let folder = folder(&[]);
    let root = folder.path().join("dist");
    // No file may grow beyond one block: the disk is full.
    let script = "ulimit -f 1; trap '' XFSZ; exec \"$0\" \"$@\"";
    let mut limited = Command::new("sh");
    limited.args(["-c", script, env!("CARGO_BIN_EXE_server"), "--root"]).arg(&root);
    let (is_done, message) = pack(&mut limited, &folder.path().join("carte"));
    assert!(!is_done && message.contains("carte"), "{message}");
    assert_eq!(names(folder.path()), ["dist", "secret.txt"]);
}

#[test]
fn a_name_with_a_line_end_is_left_out_and_said() {
    let folder = folder(&[("a\nb.txt", "perdu"), ("a.txt", "contenu")]);
    let root = folder.path().join("dist");
    let packed = folder.path().join("carte");
    let (is_done, message) = pack(&mut command(&root, "127.0.0.1:0"), &packed);
    assert!(is_done && message.contains(r"a\\nb.txt"), "{message}");
    let mut command = Command::new(&packed);
    let site = Site::start(folder, command.args(["--listen", "127.0.0.1:0"]).stderr(Stdio::null()));
    assert_eq!(site.get("/a.txt", &[]).text(), "contenu");
}

#[test]
fn a_packed_program_packs_its_own_site_again() {
    let folder = folder(&[("a.txt", "contenu"), ("b.txt", "encore")]);
    let (first, second) = (folder.path().join("un"), folder.path().join("deux"));
    assert!(pack(&mut command(&folder.path().join("dist"), "127.0.0.1:0"), &first).0);
    fs::remove_dir_all(folder.path().join("dist")).unwrap();
    let (is_done, message) = pack(Command::new(&first).current_dir(folder.path()), &second);
    assert!(is_done, "{message}");
    assert_eq!(fs::read(&first).unwrap(), fs::read(&second).unwrap());
    // Over itself: the program runs while it is replaced.
    write(&folder.path().join("dist/index.html"), "nouveau");
    let mut repacking = Command::new(&second);
    repacking.arg("--root").arg(folder.path().join("dist"));
    assert!(pack(&mut repacking, &second).0);
    let mut command = Command::new(&second);
    let site = Site::start(folder, command.args(["--listen", "127.0.0.1:0"]).stderr(Stdio::null()));
    assert_eq!(site.get("/", &[]).text(), "nouveau");
}

#[test]
fn the_rules_of_the_site_are_packed_with_it() {
    let folder = folder(&[("_headers", "/*\n  X-Un: 1\n")]);
    let packed = folder.path().join("carte");
    assert!(pack(&mut command(&folder.path().join("dist"), "127.0.0.1:0"), &packed).0);
    let mut command = Command::new(&packed);
    let site = Site::start(folder, command.args(["--listen", "127.0.0.1:0"]).stderr(Stdio::null()));
    assert_eq!(site.get("/", &[]).header("x-un"), "1");
    assert_eq!(site.get("/_headers", &[]).status, 404);
}
