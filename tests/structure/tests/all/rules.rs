use crate::scratch::Scratch;
use structure::{RetiredWords, Rule, examine};

#[test]
fn a_workspace_in_order_has_no_violation() {
    let report = Scratch::new().report("*place* → index");
    assert_eq!(report.violations, []);
    let names: Vec<_> = report.summary.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["geodata", "map"]);
}

#[test]
fn a_cycle_is_shown_with_the_line_of_each_of_its_arrows() {
    let scratch = Scratch::new()
        .with("app/map/src/lib.rs", "mod space;\nmod view;\npub use space::Point;\n")
        .with("app/map/src/space.rs", "use crate::view::View;\npub struct Point;\n")
        .with("app/map/src/view.rs", "\npub struct View(crate::Point);\n");
    let report = scratch.report("");
    let shown: Vec<_> = report.violations.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        ["app/map/src/space.rs:1: a cycle of 2 modules\n    \
          app/map/src/space.rs:1 → app/map/src/view.rs (crate::view::View)\n    \
          app/map/src/view.rs:2 → app/map/src/space.rs (crate::Point)"]
    );
    let map = &report.summary.rows[1];
    assert_eq!((map.modules, map.arrows, map.cycles, map.modules_in_cycles), (3, 2, 1, 2));
}

#[test]
fn integration_tests_and_benches_are_checked_too() {
    let scratch = Scratch::new()
        .with("geodata/tests/all/main.rs", "mod a;\nmod b;\n")
        .with("geodata/tests/all/a.rs", "use crate::b::B;\npub struct A;\n")
        .with("geodata/tests/all/b.rs", "use crate::a::A;\npub struct B;\n")
        .with("geodata/benches/growth/main.rs", "fn main() {}\n");
    let report = scratch.report("");
    let rules: Vec<_> = report.violations.iter().map(|it| (it.rule, it.path.to_str())).collect();
    assert_eq!(
        rules,
        [
            (Rule::Cycles, Some("geodata/tests/all/a.rs")),
            (Rule::Folders, Some("geodata/benches/growth"))
        ]
    );
}

#[test]
fn a_dependency_that_is_not_written_is_a_violation() {
    let document = "# Architecture\n\n```arrows\nmap ← tests\n```\n";
    let report = Scratch::new().with("ARCHITECTURE.md", document).report("");
    let shown: Vec<_> = report.violations.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        ["geodata/Cargo.toml: `geodata` depends on `map`, but in ARCHITECTURE.md no \
                        arrow leads from `geodata` to `map`"]
    );
}

#[test]
fn a_retired_word_is_shown_with_its_lines_but_for_comments_and_strings() {
    let text = "// a place\npub struct Point { place: u32 }\n/// Its place.\n\
                fn place_of(place: u32) -> &'static str { \"place\" }\n";
    let report = Scratch::new()
        .with("app/map/src/space.rs", text)
        .with("geodata/tests/all.rs", "fn replace() {}\n")
        .report("*place* in app → index or point");
    let shown: Vec<_> = report.violations.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        ["app/map/src/space.rs:2: `place` is retired; use index or point\n    \
                        place: 2, 4\n    place_of: 4"]
    );
}

#[test]
fn a_path_of_the_list_without_a_file_is_a_violation() {
    let report = Scratch::new().report("# list\nplace in app/map/src/old → index");
    let shown: Vec<_> = report.violations.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        ["tests/structure/retired.txt:2: there is no source file under app/map/src/old"]
    );
}

#[test]
fn a_file_that_is_not_rust_is_named_with_its_line() {
    let scratch = Scratch::new().with("app/map/src/space.rs", "pub struct Point;\n\nfn {}\n");
    let error = examine(scratch.path(), &RetiredWords::default()).unwrap_err();
    assert_eq!(error.to_string(), "app/map/src/space.rs:3: expected identifier");
}
