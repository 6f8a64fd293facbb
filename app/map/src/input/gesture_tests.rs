use super::*;
use crate::{Inertia, MapPoint, MotionPreference};

fn at(x: f64, y: f64) -> ScreenPoint {
    ScreenPoint::new(x, y)
}

fn finger(id: i32, x: f64, y: f64, time_ms: f64) -> Pointer {
    Pointer { id, kind: PointerKind::Touch, at: at(x, y), time_ms }
}

/// A tap of a finger that lasts 50 ms.
fn tap(gesture: &mut Gesture, x: f64, time_ms: f64) -> ViewChange {
    gesture.down(finger(1, x, 10.0, time_ms));
    gesture.up(1, time_ms + 50.0)
}

#[test]
fn a_short_press_is_a_tap_where_it_began() {
    let mut gesture = Gesture::default();
    gesture.down(finger(1, 10.0, 10.0, 0.0));
    assert_eq!(gesture.moved(finger(1, 12.0, 11.0, 20.0)), ViewChange::None);
    assert_eq!(gesture.up(1, 40.0), ViewChange::Tap(at(10.0, 10.0)));
    assert!(!gesture.is_active());
}

#[test]
fn a_drag_loses_no_pixel_and_is_no_tap() {
    let mut gesture = Gesture::default();
    gesture.down(finger(1, 10.0, 10.0, 0.0));
    assert_eq!(gesture.moved(finger(1, 13.0, 10.0, 10.0)), ViewChange::None);
    assert_eq!(gesture.moved(finger(1, 30.0, 12.0, 20.0)), ViewChange::Pan(20.0, 2.0));
    assert_eq!(gesture.moved(finger(1, 31.0, 12.0, 30.0)), ViewChange::Pan(1.0, 0.0));
    assert_eq!(gesture.up(1, 40.0), ViewChange::None);
}

#[test]
fn two_fingers_that_part_zoom_about_their_middle() {
    let mut gesture = Gesture::default();
    gesture.down(finger(1, 0.0, 0.0, 0.0));
    gesture.down(finger(2, 100.0, 0.0, 5.0));
    let change = gesture.moved(finger(2, 200.0, 0.0, 20.0));
    assert_eq!(change, ViewChange::Pinch { factor: 2.0, about: at(50.0, 0.0), pan: (50.0, 0.0) });
    assert_eq!(gesture.up(2, 30.0), ViewChange::None);
    assert_eq!(gesture.up(1, 40.0), ViewChange::None);
}

#[test]
fn two_taps_on_a_place_zoom_in_about_it() {
    let mut gesture = Gesture::default();
    assert_eq!(
        tap(&mut gesture, 100.0, 0.0),
        ViewChange::Tap(at(100.0, 10.0)),
        "the first selects"
    );
    let about = at(110.0, 10.0);
    assert_eq!(tap(&mut gesture, 110.0, 300.0), ViewChange::Zoom { factor: 2.25, about });
    assert_eq!(
        tap(&mut gesture, 110.0, 400.0),
        ViewChange::Tap(about),
        "the third is a first again"
    );
}

#[test]
fn taps_far_apart_in_time_or_place_are_two_taps() {
    let mut gesture = Gesture::default();
    let taps = [(100.0, 0.0), (100.0, 351.0), (125.0, 450.0), (150.0, 900.0)];
    for (x, time_ms) in taps {
        assert_eq!(tap(&mut gesture, x, time_ms), ViewChange::Tap(at(x, 10.0)), "{time_ms}");
    }
}

#[test]
fn a_finger_that_comes_down_again_at_once_may_be_the_second_tap() {
    let mut gesture = Gesture::default();
    let comes_down = |gesture: &mut Gesture, x, time_ms| {
        gesture.down(finger(1, x, 10.0, time_ms));
        gesture.may_be_second()
    };
    assert!(!comes_down(&mut gesture, 100.0, 0.0), "the first");
    gesture.up(1, 50.0);
    assert!(comes_down(&mut gesture, 110.0, 300.0));
    gesture.down(finger(2, 150.0, 10.0, 310.0));
    assert!(!gesture.may_be_second(), "a pinch");
    let mut late = Gesture::default();
    tap(&mut late, 100.0, 0.0);
    assert!(!comes_down(&mut late, 100.0, 301.0));
    let mut aside = Gesture::default();
    tap(&mut aside, 100.0, 0.0);
    assert!(!comes_down(&mut aside, 125.0, 100.0));
}

#[test]
fn a_drag_between_two_taps_makes_no_double_tap_of_itself() {
    let mut gesture = Gesture::default();
    tap(&mut gesture, 100.0, 0.0);
    gesture.down(finger(1, 100.0, 10.0, 100.0));
    assert_eq!(gesture.moved(finger(1, 140.0, 10.0, 120.0)), ViewChange::Pan(40.0, 0.0));
    assert_eq!(gesture.up(1, 140.0), ViewChange::None);
}

#[test]
fn in_a_frame_one_finger_scrolls_the_page_and_is_told_so_once() {
    let mut gesture = Gesture::new(GestureHandling::Cooperative);
    gesture.down(finger(1, 0.0, 0.0, 0.0));
    assert_eq!(gesture.moved(finger(1, 0.0, 40.0, 10.0)), ViewChange::Hint(Hint::TwoFingers));
    assert_eq!(gesture.moved(finger(1, 0.0, 80.0, 20.0)), ViewChange::None);
    assert_eq!(gesture.cancel(1), ViewChange::None, "it knows");
    gesture.down(finger(2, 0.0, 0.0, 900.0));
    assert_eq!(gesture.cancel(2), ViewChange::Hint(Hint::TwoFingers), "the browser was faster");
    assert_eq!(
        tap(&mut gesture, 5.0, 2_000.0),
        ViewChange::Tap(at(5.0, 10.0)),
        "taps still select"
    );
}

#[test]
fn in_a_frame_two_fingers_and_the_mouse_move_the_map() {
    let mut gesture = Gesture::new(GestureHandling::Cooperative);
    gesture.down(finger(1, 0.0, 0.0, 0.0));
    gesture.down(finger(2, 100.0, 0.0, 5.0));
    let change = gesture.moved(finger(2, 100.0, 20.0, 20.0));
    assert!(matches!(change, ViewChange::Pinch { pan: (0.0, 10.0), .. }), "{change:?}");
    gesture.up(1, 30.0);
    assert_eq!(gesture.moved(finger(2, 100.0, 90.0, 40.0)), ViewChange::None, "one again");
    gesture.up(2, 50.0);
    for name in ["mouse", "pen", ""] {
        let kind = PointerKind::from_name(name);
        gesture.down(Pointer { kind, ..finger(3, 0.0, 0.0, 60.0) });
        let change = gesture.moved(Pointer { kind, ..finger(3, 9.0, 0.0, 70.0) });
        assert_eq!(change, ViewChange::Pan(9.0, 0.0), "{name}");
        gesture.up(3, 80.0);
    }
    assert_eq!(PointerKind::from_name("touch"), PointerKind::Touch);
}

#[test]
fn a_drag_leaves_its_last_places_for_the_inertia() {
    let view = Viewport { center: MapPoint::new(0.0, 0.0), resolution: 1.0, size: (100.0, 100.0) };
    let inertia = |gesture: &Gesture, time_ms| {
        Inertia::new(view, gesture.samples(), time_ms, MotionPreference::Full)
    };
    let mut gesture = Gesture::default();
    tap(&mut gesture, 0.0, 0.0);
    assert_eq!(inertia(&gesture, 50.0), None, "a tap has no speed");
    gesture.down(finger(1, 0.0, 0.0, 1_000.0));
    for step in 1..=20 {
        gesture.moved(finger(1, f64::from(step) * 10.0, 0.0, 1_000.0 + f64::from(step) * 10.0));
    }
    gesture.up(1, 1_200.0);
    assert!(gesture.samples().len() < 12, "not the whole drag");
    assert!(inertia(&gesture, 1_200.0).is_some());
    gesture.down(finger(1, 0.0, 0.0, 2_000.0));
    gesture.down(finger(2, 50.0, 0.0, 2_010.0));
    gesture.moved(finger(2, 90.0, 0.0, 2_020.0));
    assert!(gesture.samples().is_empty(), "two fingers have no one speed");
}

#[test]
fn a_notch_of_the_wheel_zooms_by_a_step_and_a_track_pad_finely() {
    let point = at(3.0, 4.0);
    let factor = |delta, kind| match wheel_change(delta, kind, point, GestureHandling::Greedy) {
        ViewChange::Zoom { factor, about } if about == point => factor,
        other => panic!("{other:?}"),
    };
    let is = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-9, "{found}");
    is(factor(-100.0, WheelKind::Scroll), 1.5);
    is(factor(100.0, WheelKind::Scroll), 1.0 / 1.5);
    is(factor(-9_000.0, WheelKind::Scroll), 1.5 * 1.5 * 1.5);
    is(factor(-120.0, WheelKind::Pinch), 1.5);
    is(factor(120.0, WheelKind::Pinch), 1.0 / 1.5);
    let fine = factor(-2.0, WheelKind::Pinch);
    assert!((1.01..1.03).contains(&fine), "{fine}");
    let parted = (0..40).fold(1.0, |all, _| all * factor(-1.0, WheelKind::Pinch));
    is(parted, 1.5);
}

#[test]
fn in_a_frame_the_wheel_scrolls_the_page_unless_ctrl_is_held() {
    let change =
        |delta, kind| wheel_change(delta, kind, at(0.0, 0.0), GestureHandling::Cooperative);
    assert_eq!(change(100.0, WheelKind::Scroll), ViewChange::Hint(Hint::CtrlWheel));
    assert!(matches!(change(100.0, WheelKind::Pinch), ViewChange::Zoom { .. }));
    assert_eq!(change(0.0, WheelKind::Scroll), ViewChange::None, "sideways");
    assert_eq!(change(f64::NAN, WheelKind::Pinch), ViewChange::None);
}
