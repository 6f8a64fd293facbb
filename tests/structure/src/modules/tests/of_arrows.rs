use super::arrows_of;

#[test]
fn a_reexport_leads_to_its_owner() {
    let arrows = arrows_of(
        "// lib.rs
         mod model; mod scene; mod view;
         pub use model::Thing;
         // model.rs
         pub struct Thing;
         // scene.rs
         pub use crate::Thing as Piece;
         // view.rs
         use crate::scene::Piece;",
    );
    assert_eq!(arrows, ["scene → model: crate::Thing", "view → model: crate::scene::Piece"]);
}

#[test]
fn naming_a_module_is_no_arrow_and_a_path_through_it_is_one() {
    let arrows = arrows_of(
        "// lib.rs
         mod text; mod french; mod panel;
         // text.rs
         pub use crate::french::percent;
         pub fn number() {}
         // french.rs
         pub fn percent() {}
         // panel.rs
         use crate::text::{self};
         fn row() { text::percent(); }
         fn cell() { super::text::number(); }",
    );
    assert_eq!(
        arrows,
        [
            "panel → french: text::percent",
            "panel → text: super::text::number",
            "text → french: crate::french::percent"
        ]
    );
}

#[test]
fn every_name_of_a_nested_group_has_its_arrow() {
    let arrows = arrows_of(
        "// lib.rs
         mod a; mod b; mod c;
         // a/mod.rs
         mod inner;
         pub struct A;
         // a/inner.rs
         use super::super::{b::{B, self}, c::C as D};
         use self::super::A;
         // b.rs
         pub struct B;
         // c.rs
         pub struct C;",
    );
    assert_eq!(
        arrows,
        [
            "a/inner → a/mod: self::super::A",
            "a/inner → b: super::super::b::B",
            "a/inner → c: super::super::c::C"
        ]
    );
}

#[test]
fn of_a_glob_the_names_in_use_count_and_every_trait() {
    let arrows = arrows_of(
        "// lib.rs
         mod shapes; mod paint;
         // shapes/mod.rs
         mod arc; mod ring; mod draw; mod face;
         pub use {arc::Arc, ring::*, draw::Draw, face::Face};
         // shapes/arc.rs
         pub struct Arc;
         // shapes/ring.rs
         pub struct Ring;
         // shapes/draw.rs
         pub trait Draw {}
         // shapes/face.rs
         pub struct Face;
         // paint.rs
         use crate::shapes::*;
         fn paint(arc: Arc, ring: &Ring) { ring.draw(); }",
    );
    assert_eq!(
        arrows,
        [
            "paint → shapes/arc: Arc",
            "paint → shapes/draw: crate::shapes",
            "paint → shapes/ring: Ring"
        ]
    );
}

#[test]
fn what_stands_in_macros_and_attributes_counts() {
    let arrows = arrows_of(
        "// lib.rs
         mod a; mod b; mod c;
         // a.rs
         fn view() { view! { <crate::b::Panel on:click=move || x.b()/> } }
         #[arg(value_parser = super::c::parse)]
         struct Options;
         // b.rs
         pub fn Panel() {}
         // c.rs
         pub fn parse() {}",
    );
    assert_eq!(arrows, ["a → b: crate::b::Panel", "a → c: super::c::parse"]);
}

#[test]
fn unit_tests_and_other_crates_make_no_arrow() {
    let arrows = arrows_of(
        "// lib.rs
         mod a; mod b;
         // a.rs
         use std::fmt::b;
         use ::b::C;
         #[cfg(test)]
         use crate::b::B;
         #[cfg(test)]
         mod tests;
         #[cfg(test)]
         mod more { use crate::b::B; }
         // a/tests.rs
         use crate::b::B;
         // b.rs
         pub struct B;",
    );
    assert_eq!(arrows, [""; 0]);
}

#[test]
fn what_follows_an_item_belongs_to_it() {
    let arrows = arrows_of(
        "// lib.rs
         mod a; mod b; mod c;
         // a.rs
         use crate::b::Level::*;
         fn f() { c::Thing::new(); }
         use crate::c;
         // b.rs
         pub enum Level { Low, High }
         // c.rs
         pub struct Thing;",
    );
    assert_eq!(arrows, ["a → b: crate::b::Level", "a → c: c::Thing::new"]);
}

#[test]
fn what_a_macro_defines_belongs_to_the_module_that_a_path_leads_to() {
    let arrows = arrows_of(
        "// lib.rs
         mod codes; mod model;
         pub use codes::RegionCode;
         // codes.rs
         macro_rules! code { ($name:ident) => { pub struct $name; } }
         code!(RegionCode);
         // model.rs
         use crate::RegionCode;",
    );
    assert_eq!(arrows, ["model → codes: crate::RegionCode"]);
}

#[test]
fn a_name_may_be_a_module_and_a_function() {
    let arrows = arrows_of(
        "// lib.rs
         mod draw; mod view;
         pub use draw::draw;
         // draw.rs
         pub fn draw() {}
         pub fn erase() {}
         // view.rs
         use crate::draw;
         fn f() { draw(); draw::erase(); }",
    );
    assert_eq!(arrows, ["view → draw: crate::draw"]);
}

#[test]
fn a_module_inside_a_file_belongs_to_the_file() {
    let arrows = arrows_of(
        "// lib.rs
         mod a; mod b;
         // a.rs
         pub struct A;
         mod inner { use super::A; use crate::b::deep::B; }
         // b.rs
         pub mod deep { pub struct B; mod deeper; }
         // b/deep/deeper.rs
         use crate::a::A;",
    );
    assert_eq!(arrows, ["a → b: crate::b::deep::B", "b/deep/deeper → a: crate::a::A"]);
}

#[test]
fn a_module_may_say_where_its_file_is() {
    let arrows = arrows_of(
        "// lib.rs
         #[path = \"elsewhere/b.rs\"]
         mod a;
         mod c;
         // elsewhere/b.rs
         pub struct A;
         // c.rs
         use crate::a::A;",
    );
    assert_eq!(arrows, ["c → elsewhere/b: crate::a::A"]);
}

#[test]
fn imports_that_go_round_in_circles_come_to_an_end() {
    let arrows = arrows_of(
        "// lib.rs
         mod a; mod b;
         // a.rs
         pub use crate::b::*;
         fn f() { g(); }
         // b.rs
         pub use crate::a::*;",
    );
    assert_eq!(arrows, [""; 0]);
}
