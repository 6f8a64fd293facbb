use super::*;
use crate::data::model::tests::{file, model};
use crate::draw::recorder::Recorder;
use crate::scene::overlay::fills_of_cells;
use crate::served::{MapFile, RoundedPoint, SeatRow};
use crate::{
    Backdrop, Degree, Layer, MapBounds, MapPoint, Model, Overlay, Padding, Palette, Pattern, Slant,
    Status, Viewport, draw, draw_selection,
};
use std::sync::Arc;

fn style(layers: &[Layer]) -> MapStyle {
    MapStyle {
        layers: layers.to_vec(),
        hidden: Vec::new(),
        choropleth: None,
        palette: Palette::LIGHT,
    }
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
        position(&calls, &format!("fill {} []", palette.absent.css())),
        position(&calls, &format!("stroke {}", palette.perimeter(Layer::Cpts).color.css())),
        position(&calls, &format!("stroke {}", palette.perimeter(Layer::Cls).color.css())),
        position(&calls, &format!("stroke {}", palette.region_border.css())),
        position(&calls, &format!("fill {} []", palette.project.css())),
        position(&calls, "text 1 "),
    ];
    assert!(order.is_sorted(), "{order:?} in {calls:#?}");
    let hatch = Pattern::SparseHatch(Slant::Falling);
    let undocumented = format!("fill {} [{hatch:?}]", palette.undocumented.css());
    assert!(position(&calls, &undocumented) < order[1]);
}

#[test]
fn a_seat_is_shown_with_its_layer_and_its_status_only() {
    let at = RoundedPoint { x: 50_000, y: 50_000 };
    let seat = SeatRow { layer: Layer::Cpts, status: Status::NotEstablished, record: 2, at };
    let seats = |style: MapStyle| {
        let model = Model::new(MapFile { seats: vec![seat], ..file() }).unwrap();
        let scene = Scene::new(Atlas::new(Arc::new(model)), style);
        scene.items(100.0).iter().filter(|item| matches!(item, Item::Seat(..))).count()
    };
    assert_eq!(seats(style(&[Layer::Cpts])), 1);
    assert_eq!(seats(style(&[Layer::Cls, Layer::Projects])), 0);
    let hidden = vec![(Layer::Cpts, Status::NotEstablished)];
    assert_eq!(seats(MapStyle { hidden, ..style(&[Layer::Cpts]) }), 0);
}

#[test]
fn the_stronger_of_two_cls_shows_and_every_area_is_filled_once() {
    let palette = Palette::LIGHT;
    let calls = drawn(style(&[Layer::Cls]));
    assert_eq!(count(&calls, "fill"), 3, "active CLS, absent, undocumented: {calls:#?}");
    position(
        &calls,
        &format!("fill {} []", palette.scheme(Layer::Cls, Status::Active).color.css()),
    );
}

#[test]
fn two_layers_on_one_area_mix_and_each_has_its_texture() {
    let calls = drawn(style(&[Layer::Cls, Layer::Cpts]));
    let [active, unknown] = [(Layer::Cls, Status::Active), (Layer::Cpts, Status::Unknown)]
        .map(|(layer, status)| Palette::LIGHT.scheme(layer, status));
    let both = Palette::LIGHT.area(
        [Overlay::Scheme(Status::Active), Overlay::Scheme(Status::Unknown)],
        Backdrop::Absent,
    );
    assert!(both.color != active.color && both.color != unknown.color);
    position(&calls, &format!("fill {} [{:?}]", both.color.css(), Pattern::Dots(Slant::Falling)));
}

#[test]
fn a_status_that_is_hidden_leaves_the_area_to_the_next() {
    let hidden = vec![(Layer::Cls, Status::Active)];
    let calls = drawn(MapStyle { hidden, ..style(&[Layer::Cls]) });
    let [preparation, active] = [Status::InPreparation, Status::Active]
        .map(|status| Palette::LIGHT.scheme(Layer::Cls, status).color.css());
    let hatch = Pattern::Hatch(Slant::Rising);
    position(&calls, &format!("fill {preparation} [{hatch:?}]"));
    assert_eq!(count(&calls, &format!("fill {active}")), 0);
}

#[test]
fn an_area_of_which_a_filter_hides_every_scheme_is_not_called_empty() {
    let hidden = [Status::Active, Status::InPreparation].map(|status| (Layer::Cls, status));
    let calls = drawn(MapStyle { hidden: hidden.into(), ..style(&[Layer::Cls]) });
    let crosses = Palette::LIGHT.backdrop(Backdrop::Hidden);
    position(&calls, &format!("fill {} [Crosses(Rising)]", crosses.color.css()));
    // Nor does it pass for an area of the other layer alone.
    let calls = drawn(MapStyle { hidden: hidden.into(), ..style(&[Layer::Cls, Layer::Cpts]) });
    let color = Palette::LIGHT.scheme(Layer::Cpts, Status::Unknown).color.css();
    position(&calls, &format!("fill {color} [Crosses(Rising), Dots(Falling)]"));
}

#[test]
fn without_a_layer_the_map_claims_nothing() {
    let calls = drawn(style(&[]));
    let fills: Vec<_> = calls.iter().filter(|call| call.starts_with("fill")).collect();
    assert_eq!(fills.len(), 1, "one tint for all land: {fills:#?}");
    assert!(fills[0].starts_with(&format!("fill {} []", Palette::LIGHT.silent.css())));
}

#[test]
fn where_one_layer_has_a_list_and_the_other_not_an_empty_area_is_no_zero() {
    let mut file = crate::data::model::tests::file();
    file.documented.retain(|known| known.layer == Layer::Cls);
    let backdrop_with = |file: crate::served::MapFile| {
        let model = Model::new(file).unwrap();
        fills_of_cells(&model, &style(&[Layer::Cls, Layer::Cpts]))[0]
    };
    assert_eq!(backdrop_with(file.clone()), Palette::LIGHT.backdrop(Backdrop::Partly));
    file.documented[0].degree = Degree::Facts;
    assert_eq!(backdrop_with(file), Palette::LIGHT.backdrop(Backdrop::Facts));
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
fn each_layer_has_the_outlines_of_its_schemes_and_two_with_one_perimeter_share_theirs() {
    for layer in [Layer::Cls, Layer::Cpts] {
        let calls = drawn(style(&[layer]));
        let color = Palette::LIGHT.perimeter(layer).color.css();
        assert_eq!(count(&calls, &format!("stroke {color}")), 1, "{layer:?}");
    }
}

#[test]
fn the_selection_is_a_dark_double_line_on_a_light_halo_with_its_disc_on_top() {
    let scene = scene(style(&Layer::ALL));
    let mut canvas = Recorder::default();
    let selection = [Territory::Department(0).into()];
    draw_selection(&scene, &selection, &view(), &mut canvas);
    let strokes: Vec<&str> =
        canvas.calls.iter().filter_map(|call| call.strip_prefix("stroke ")).collect();
    let palette = Palette::LIGHT;
    for (position, color) in [palette.halo, palette.selection, palette.halo].iter().enumerate() {
        assert!(strokes[position].starts_with(&color.css()), "{strokes:#?}");
    }
    assert!(canvas.calls.last().unwrap().starts_with("text 1"), "{:#?}", canvas.calls);
}

#[test]
fn names_and_symbols_lie_above_the_selection() {
    let mut scene = scene(style(&Layer::ALL));
    scene.write_names(view().resolution, |text, size| text.len() as f64 * size * 0.5);
    let mut canvas = Recorder::default();
    draw_selection(&scene, &[Territory::Epci(0).into()], &view(), &mut canvas);
    let calls = canvas.calls;
    let outline = count(&calls, &format!("stroke {}", Palette::LIGHT.selection.css()));
    let last = calls.iter().rposition(|call| call.starts_with("stroke #111")).unwrap();
    assert!(outline > 0 && position(&calls, "text Département 01") > last, "{calls:#?}");
    assert!(position(&calls, "text 1 ") > last, "{calls:#?}");
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
