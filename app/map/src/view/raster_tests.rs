use super::*;

fn view() -> Viewport {
    let center = MapPoint::new(650_123.4, 6_600_567.8);
    Viewport { center, resolution: 333.3, size: (801.0, 599.0) }
}

#[test]
fn a_sheet_covers_its_view_at_every_ratio_on_whole_device_pixels() {
    for ratio in [1.0, 1.5, 2.0, 2.625, 3.0] {
        let raster = Raster::around(&view(), 100.0, ratio);
        assert!(raster.covers(&view()));
        let (width, height) = raster.device_size();
        assert!((raster.view.size.0 * ratio - f64::from(width)).abs() < 1e-6);
        assert!((raster.view.size.1 * ratio - f64::from(height)).abs() < 1e-6);
        let Placement { left, top, scale } = raster.placement(&view());
        assert!(scale == 1.0 && left <= -99.0 && top <= -99.0);
        assert!((left * ratio - (left * ratio).round()).abs() < 1e-6, "on a device pixel");
    }
}

#[test]
fn nothing_is_painted_before_the_margin_is_used() {
    let raster = Raster::around(&view(), 100.0, 2.0);
    assert_eq!(raster.repaint(&view().panned(98.0, -98.0), 100.0), Repaint::None);
    assert!(matches!(raster.repaint(&view().panned(101.0, 0.0), 100.0), Repaint::Strips { .. }));
}

#[test]
fn a_drag_of_any_length_stays_covered() {
    for step in [3.0, 37.0, 99.0, 500.0, 5_000.0] {
        let mut raster = Raster::around(&view(), 100.0, 1.5);
        let mut moved = view();
        for _ in 0..50 {
            moved = moved.panned(step, -0.6 * step);
            match raster.repaint(&moved, 100.0) {
                Repaint::None => {}
                Repaint::Strips { raster: next, .. } => raster = next,
                Repaint::All => raster = Raster::around(&moved, 100.0, 1.5),
            }
            assert!(raster.covers(&moved), "after steps of {step}");
        }
    }
}

#[test]
fn what_moves_and_what_is_painted_fill_the_sheet_without_overlap() {
    let whole = PixelRect { left: 0, top: 0, width: 10, height: 8 };
    for shift in [(3, 0), (-3, 0), (0, 2), (0, -2), (3, -2), (-9, 7)] {
        let mut count = [[0; 10]; 8];
        let mut cover = |left: i32, top: i32, width: i32, height: i32| {
            for row in top.max(0)..(top + height).min(8) {
                for column in left.max(0)..(left + width).min(10) {
                    count[row as usize][column as usize] += 1;
                }
            }
        };
        cover(shift.0, shift.1, 10, 8);
        for rect in uncovered(whole, shift) {
            cover(rect.left, rect.top, rect.width, rect.height);
        }
        assert!(count.iter().flatten().all(|&times| times == 1), "{shift:?}: {count:?}");
    }
}

#[test]
fn a_sheet_stays_while_another_is_painted_unless_the_hand_has_moved_beyond_it() {
    let raster = Raster::around(&view(), 100.0, 2.0);
    assert!(raster.may_stay(&view().panned(99.0, 0.0)));
    assert!(!raster.may_stay(&view().panned(120.0, 0.0)));
    let zoomed = Viewport { resolution: 600.0, ..view() };
    assert!(raster.may_stay(&zoomed), "smaller than the screen, as while zooming out");
}

#[test]
fn bands_fill_the_sheet_from_its_upper_edge_to_the_lower() {
    for ratio in [1.0, 1.5, 2.625] {
        let raster = Raster::around(&view(), 100.0, ratio);
        let whole = raster.whole();
        for height in [0.1, 120.0, 799.0, 5_000.0] {
            let mut top = 0;
            for band in raster.bands(height) {
                assert_eq!((band.left, band.width, band.top), (0, whole.width, top));
                assert!(band.height > 0 && f64::from(band.height) <= (height * ratio).max(1.0));
                top += band.height;
            }
            assert_eq!(top, whole.height);
        }
    }
}

#[test]
fn what_a_shift_keeps_shows_the_same_map_points() {
    let raster = Raster::around(&view(), 100.0, 1.5);
    let Repaint::Strips { raster: next, shift, .. } =
        raster.repaint(&view().panned(-107.3, 12.9), 100.0)
    else {
        panic!("the margin is used up");
    };
    let before = ScreenPoint::new(300.0, 200.0);
    let css = |device: i32| f64::from(device) / 1.5;
    let after = ScreenPoint::new(before.x + css(shift.0), before.y + css(shift.1));
    let gap =
        raster.view.map_from_screen(before).squared_distance(next.view.map_from_screen(after));
    assert!(gap < 1e-6, "{gap}");
}

#[test]
fn a_cut_lies_on_the_pixels_of_its_sheet_and_shows_what_was_asked() {
    let raster = Raster::around(&view(), 100.0, 1.5);
    let bounds = MapBounds::new(
        MapPoint::new(640_000.0, 6_590_000.0),
        MapPoint::new(660_000.0, 6_600_000.0),
    );
    let cut = raster.cut(bounds, 10.0).unwrap();
    assert!(cut.view.bounds().contains(bounds.min) && cut.view.bounds().contains(bounds.max));
    let Placement { left, top, .. } = cut.placement(&raster.view);
    for edge in [left, top] {
        assert!((edge * 1.5 - (edge * 1.5).round()).abs() < 1e-6);
    }
    assert_eq!(raster.cut(MapBounds::EMPTY, 10.0), None);
}

#[test]
fn the_pixels_of_a_map_rectangle_show_all_of_it_that_is_on_the_raster() {
    let raster = Raster::around(&view(), 100.0, 1.5);
    let whole = raster.view.bounds();
    let part = MapBounds::new(whole.center(), MapPoint::new(whole.max.x + 9e4, whole.max.y - 9e3));
    let pixels = raster.pixels_of(part).unwrap();
    let shown = raster.bounds_of(pixels);
    let pixel = raster.view.resolution / raster.ratio;
    for (edge, expected) in [
        (shown.min.x, part.min.x),
        (shown.max.x, whole.max.x),
        (shown.min.y, part.min.y),
        (shown.max.y, part.max.y),
    ] {
        assert!((edge - expected).abs() <= pixel, "{edge} {expected}");
    }
    assert_eq!(
        raster.pixels_of(MapBounds::new(MapPoint::new(0.0, 0.0), MapPoint::new(9.0, 9.0))),
        None
    );
}
