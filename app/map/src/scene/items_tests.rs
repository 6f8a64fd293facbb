use super::*;
use crate::data::model::tests::model;
use crate::draw::recorder::Recorder;
use crate::{MapBounds, MapPoint, Padding, Palette, Status, Viewport, draw, draw_selection};
use std::sync::Arc;

fn style(layers: &[Layer]) -> MapStyle {
    MapStyle { layers: layers.to_vec(), hidden: Vec::new(), palette: Palette::LIGHT }
}

fn scene(style: MapStyle) -> Scene {
    Scene::new(Atlas::new(Arc::new(model())), style)
}

fn view() -> Viewport {
    let bounds = MapBounds::new(MapPoint::new(590e3, 6_490e3), MapPoint::new(810e3, 6_610e3));
    Viewport::fit(bounds, (220.0, 120.0), Padding::even(0.0))
}

fn drawn(style: MapStyle) -> Vec<String> {
    let mut canvas = Recorder::default();
    draw(&scene(style), &view(), &mut canvas);
    canvas.calls
}

fn position(calls: &[String], start: &str) -> usize {
    let found = calls.iter().position(|call| call.starts_with(start));
    found.unwrap_or_else(|| panic!("no {start} in {calls:#?}"))
}

fn count(calls: &[String], start: &str) -> usize {
    calls.iter().filter(|call| call.starts_with(start)).count()
}

#[test]
fn areas_come_before_lines_and_lines_before_symbols() {
    let palette = Palette::LIGHT;
    let calls = drawn(style(&Layer::ALL));
    let order = [
        position(&calls, &format!("fill {} None", palette.documented.css())),
        position(&calls, "clip"),
        position(&calls, &format!("stroke {}", palette.cpts_band.css())),
        position(&calls, "unclip"),
        position(&calls, &format!("stroke {}", palette.cpts.css())),
        position(&calls, &format!("stroke {}", palette.region_border.css())),
        position(&calls, &format!("fill {} None", palette.project.css())),
        position(&calls, "text 1 "),
    ];
    assert!(order.is_sorted(), "{order:?} in {calls:#?}");
    let undocumented = format!("fill {} Some(SparseHatch)", palette.undocumented.color.css());
    assert!(position(&calls, &undocumented) < order[1]);
}

#[test]
fn the_stronger_of_two_cls_on_one_ground_shows_and_ground_is_filled_once() {
    let palette = Palette::LIGHT;
    let calls = drawn(style(&[Layer::Cls]));
    assert_eq!(count(&calls, "fill"), 3, "active CLS, documented, undocumented: {calls:#?}");
    position(&calls, &format!("fill {} None", palette.cls(Status::Active).color.css()));
}

#[test]
fn a_status_that_is_hidden_leaves_the_ground_to_the_next() {
    let palette = Palette::LIGHT;
    let hidden = vec![(Layer::Cls, Status::Active)];
    let calls = drawn(MapStyle { hidden, ..style(&[Layer::Cls]) });
    let preparation = palette.cls(Status::InPreparation).color.css();
    position(&calls, &format!("fill {preparation} Some(Hatch)"));
    assert_eq!(count(&calls, &format!("fill {} None", palette.cls(Status::Active).color.css())), 0);
}

#[test]
fn every_border_is_drawn_once() {
    let calls = drawn(style(&[]));
    let lines: Vec<&String> = calls.iter().filter(|call| call.starts_with("stroke")).collect();
    let sides = |color: crate::Color| {
        let own = lines.iter().filter(|call| call.contains(&color.css()));
        own.map(|call| call.matches('L').count()).sum::<usize>()
    };
    // The coast has 8 sides, and the border between the two regions one.
    assert_eq!(sides(Palette::LIGHT.region_border), 9, "{lines:#?}");
    assert_eq!(sides(Palette::LIGHT.epci_border), 0, "each is one intercommunality");
    assert_eq!(sides(Palette::LIGHT.department_border), 0, "two regions: the stronger line only");
}

#[test]
fn two_cpts_with_one_perimeter_have_one_band_and_one_line() {
    let calls = drawn(style(&[Layer::Cpts]));
    assert_eq!(count(&calls, "clip"), 1);
    assert_eq!(count(&calls, &format!("stroke {}", Palette::LIGHT.cpts.css())), 1);
}

#[test]
fn the_selection_is_a_dark_double_line_on_a_light_halo_with_its_disc_on_top() {
    let scene = scene(style(&Layer::ALL));
    let mut canvas = Recorder::default();
    let selection = Territory::Department(0);
    draw_selection(&scene.atlas, &scene.style, selection, &view(), &mut canvas);
    let strokes: Vec<&str> =
        canvas.calls.iter().filter_map(|call| call.strip_prefix("stroke ")).collect();
    let palette = Palette::LIGHT;
    for (position, color) in [palette.halo, palette.selection, palette.halo].iter().enumerate() {
        assert!(strokes[position].starts_with(&color.css()), "{strokes:#?}");
    }
    assert!(canvas.calls.last().unwrap().starts_with("text 1"), "{:#?}", canvas.calls);
}

#[test]
fn what_is_out_of_sight_is_left_out() {
    let mut canvas = Recorder::default();
    let far = view().panned(10_000.0, 0.0);
    draw(&scene(style(&Layer::ALL)), &far, &mut canvas);
    assert!(!canvas.calls.iter().any(|call| call.starts_with("fill")), "{:#?}", canvas.calls);
}

#[test]
fn ground_that_surrounds_the_screen_still_fills_it() {
    // Well inside the second department, all its borders are out of sight.
    let bounds = MapBounds::new(MapPoint::new(740e3, 6_540e3), MapPoint::new(750e3, 6_550e3));
    let inside = Viewport::fit(bounds, (220.0, 220.0), Padding::even(0.0));
    let mut canvas = Recorder::default();
    draw(&scene(style(&[])), &inside, &mut canvas);
    let fill = position(&canvas.calls, "fill");
    assert_eq!(canvas.calls[fill].matches('Z').count(), 1, "one ring around the screen");
}
