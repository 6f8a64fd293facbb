//! The arrows between crates, as `ARCHITECTURE.md` has them and as the `Cargo.toml` files have them.

use crate::graph::circles;
use crate::violation::{Rule, Violation};
use crate::workspace::{Package, Workspace};
use petgraph::algo::has_path_connecting;
use petgraph::graphmap::DiGraphMap;
use std::path::Path;

/// The document that holds the arrows.
pub const DOCUMENT: &str = "ARCHITECTURE.md";
/// The line before the arrows, and the line after them.
const FENCE: &str = "```";
const KIND: &str = "arrows";

/// An arrow of the document: `to ← from`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct WrittenArrow<'a> {
    from: &'a str,
    to: &'a str,
    line: usize,
}

/// Compares the arrows in the text of the document with the dependencies of the packages. A package may
/// depend on whatever its arrows lead to, in one step or several. An arrow from or to a crate that does
/// not exist yet is no violation, an arrow that no `Cargo.toml` has is one.
#[must_use]
pub fn violations(document: &str, workspace: &Workspace) -> Vec<Violation> {
    let written = written_arrows(document, workspace);
    if written.is_empty() {
        let sentence = format!("no arrow in a block that begins with {FENCE}{KIND}");
        return vec![violation(Path::new(DOCUMENT), None, sentence)];
    }
    let graph: DiGraphMap<&str, ()> = written.iter().map(|it| (it.from, it.to)).collect();
    let mut found = unwritten(workspace, &graph);
    found.extend(written.iter().filter_map(|arrow| without_dependency(workspace, arrow)));
    found.extend(circles(written.iter().map(|it| (it.from, it.to))).iter().map(|crates| {
        let sentence = format!("the arrows between {} turn back", crates.join(", "));
        violation(Path::new(DOCUMENT), None, sentence)
    }));
    found
}

/// Reads the arrows of the block: `a ← b ← c` are two of them. A package is called by its name or by its
/// folder.
fn written_arrows<'a>(document: &'a str, workspace: &'a Workspace) -> Vec<WrittenArrow<'a>> {
    let lines = document.lines().enumerate().map(|(index, line)| (index + 1, line.trim()));
    let is_start = |line: &str| line.strip_prefix(FENCE).is_some_and(|kind| kind.trim() == KIND);
    let block = lines.skip_while(|(_, line)| !is_start(line)).skip(1);
    let mut arrows = Vec::new();
    for (line, text) in block.take_while(|(_, line)| !line.starts_with(FENCE)) {
        let crates: Vec<_> = text
            .split('←')
            .map(|name| called(workspace, name.trim()).unwrap_or(name.trim()))
            .collect();
        let pairs = crates.windows(2).map(|pair| WrittenArrow { to: pair[0], from: pair[1], line });
        arrows.extend(pairs);
    }
    arrows
}

/// The name of the package that has this name or folder.
fn called<'a>(workspace: &'a Workspace, name: &str) -> Option<&'a str> {
    let is_called = |it: &&Package| it.name == name || it.folder == Path::new(name);
    workspace.packages.iter().find(is_called).map(|package| package.name.as_str())
}

fn unwritten(workspace: &Workspace, graph: &DiGraphMap<&str, ()>) -> Vec<Violation> {
    let mut found = Vec::new();
    for package in &workspace.packages {
        for other in &package.dependencies {
            let (from, to) = (package.name.as_str(), other.as_str());
            let is_known = graph.contains_node(from) && graph.contains_node(to);
            if !is_known || !has_path_connecting(graph, from, to, None) {
                let sentence = format!(
                    "`{from}` depends on `{to}`, but in {DOCUMENT} no arrow leads from `{from}` to `{to}`"
                );
                found.push(violation(&package.folder.join("Cargo.toml"), None, sentence));
            }
        }
    }
    found
}

fn without_dependency(workspace: &Workspace, arrow: &WrittenArrow) -> Option<Violation> {
    let WrittenArrow { from, to, line } = *arrow;
    let exists = |name| workspace.packages.iter().find(|package| package.name == name);
    let (package, _) = exists(from).zip(exists(to))?;
    let is_there = package.dependencies.iter().any(|other| other == to);
    let sentence = format!("`{to} ← {from}`, but `{from}` does not depend on `{to}`");
    (!is_there).then(|| violation(Path::new(DOCUMENT), Some(line), sentence))
}

fn violation(path: &Path, line: Option<usize>, sentence: String) -> Violation {
    Violation { rule: Rule::Crates, path: path.to_owned(), line, sentence, details: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `geodata` and `bench` depend on `map`; `bench`, whose folder is `tests/bench`, on both.
    fn workspace() -> Workspace {
        let package = |name: &str, folder: &str, dependencies: &[&str]| Package {
            name: name.to_owned(),
            folder: folder.into(),
            dependencies: dependencies.iter().map(|&name| name.to_owned()).collect(),
            roots: Vec::new(),
        };
        let packages = vec![
            package("bench", "tests/bench", &["geodata", "map"]),
            package("geodata", "geodata", &["map"]),
            package("map", "app/map", &[]),
        ];
        Workspace { root: "/".into(), packages }
    }

    fn sentences(arrows: &str) -> Vec<String> {
        let document = format!("# Title\n\n```arrows\n{arrows}\n```\n\nmap ← nothing\n");
        violations(&document, &workspace()).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_chain_covers_its_shortcuts_and_a_folder_is_as_good_as_a_name() {
        assert_eq!(sentences("map ← geodata ← tests/bench"), [""; 0]);
    }

    #[test]
    fn a_dependency_without_an_arrow_names_both_crates() {
        assert_eq!(
            sentences("map ← geodata\nmap ← bench"),
            [
                "tests/bench/Cargo.toml: `bench` depends on `geodata`, but in ARCHITECTURE.md no arrow \
             leads from `bench` to `geodata`"
            ]
        );
    }

    #[test]
    fn an_arrow_without_a_dependency_names_its_line() {
        let arrows = "map ← geodata ← tests/bench\nbench ← map";
        assert_eq!(
            sentences(arrows),
            [
                "ARCHITECTURE.md:5: `bench ← map`, but `map` does not depend on `bench`",
                "ARCHITECTURE.md: the arrows between bench, geodata, map turn back"
            ]
        );
    }

    #[test]
    fn a_crate_to_come_may_be_listed() {
        assert_eq!(sentences("map ← geodata ← tests/bench\nmap ← answers ← app"), [""; 0]);
    }

    #[test]
    fn a_document_without_arrows_is_a_violation() {
        let found = violations("# Title\n\nmap ← geodata\n", &workspace());
        assert_eq!(
            found[0].to_string(),
            "ARCHITECTURE.md: no arrow in a block that begins with ```arrows"
        );
    }
}
