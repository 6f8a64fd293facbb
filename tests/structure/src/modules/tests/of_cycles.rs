use super::{cycles_of, room_cycles_of};

#[test]
fn a_parent_that_uses_its_children_and_is_used_by_them_makes_a_cycle() {
    let parent_that = |body: &str| {
        cycles_of(&format!(
            "// lib.rs
             mod check;
             // check/mod.rs
             mod dates; mod pieces;
             {body}
             // check/dates.rs
             use super::warning;
             pub fn past() {{}}
             // check/pieces.rs
             pub fn warning() {{}}"
        ))
    };
    assert_eq!(parent_that("pub use pieces::warning; fn f() { dates::past(); }"), [[""; 0]; 0]);
    assert_eq!(parent_that("pub use dates::past; fn warning() {}"), [[""; 0]; 0]);
    assert_eq!(
        parent_that("fn warning() { dates::past(); }"),
        [["check/dates.rs", "check/mod.rs"]]
    );
}

#[test]
fn a_cycle_through_the_root_is_found_however_it_is_written() {
    let cycles = cycles_of(
        "// lib.rs
         mod model; mod names; mod symbols; mod space;
         pub use {model::Model, names::Name, symbols::Symbol, space::Point};
         // model.rs
         use crate::{Name, Point};
         pub struct Model;
         // names.rs
         pub struct Name(crate::symbols::Symbol);
         // symbols.rs
         use super::Model;
         pub struct Symbol;
         // space.rs
         pub struct Point;",
    );
    assert_eq!(cycles, [["model.rs", "names.rs", "symbols.rs"]]);
}

#[test]
fn rooms_make_a_cycle_although_no_files_do() {
    let files = "// lib.rs
         mod draw; mod scene;
         // draw/mod.rs
         mod canvas; mod signs;
         pub use canvas::Color;
         // draw/canvas.rs
         pub struct Color;
         // draw/signs.rs
         use crate::scene::Label;
         // scene/mod.rs
         mod palette; mod labels;
         pub use labels::Label;
         // scene/palette.rs
         use crate::draw::Color;
         // scene/labels.rs
         pub struct Label;";
    assert_eq!(cycles_of(files), [[""; 0]; 0]);
    assert_eq!(room_cycles_of(files), [["draw", "scene"]]);
}

#[test]
fn a_table_of_contents_belongs_to_no_room() {
    let files = "// lib.rs
         mod import;
         // import/mod.rs
         mod read; mod resolve; mod request;
         fn import(request: request::Request) { read::rows(); resolve::codes(); }
         // import/request.rs
         pub struct Request;
         // import/read.rs
         use super::request::Request;
         pub fn rows() {}
         // import/resolve/mod.rs
         mod codes;
         pub use codes::codes;
         // import/resolve/codes.rs
         use crate::import::read;
         pub fn codes() { read::rows(); }";
    assert_eq!(cycles_of(files), [[""; 0]; 0]);
    assert_eq!(room_cycles_of(files), [[""; 0]; 0]);
}
