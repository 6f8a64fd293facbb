use super::*;
use fastrand::Rng;

/// A number from `start` up to `end`.
fn between(random: &mut Rng, start: f64, end: f64) -> f64 {
    start + (end - start) * random.f64()
}

fn view(x: f64, y: f64, resolution: f64) -> Viewport {
    Viewport { center: MapPoint::new(x, y), resolution, size: (800.0, 600.0) }
}

/// How far, in CSS pixels, the map point that `first` shows at `point` is from there in `view`.
fn strayed(first: Viewport, view: Viewport, point: ScreenPoint) -> f64 {
    let now = view.screen_from_map(first.map_from_screen(point));
    (now.x - point.x).hypot(now.y - point.y)
}

#[test]
fn a_zoom_holds_the_point_that_it_is_about_at_all_times() {
    let mut random = Rng::with_seed(1);
    for _ in 0..300 {
        let from = view(between(&mut random, 1e5, 1.2e6), between(&mut random, 6e6, 7.1e6), 900.0);
        let point =
            ScreenPoint::new(between(&mut random, 0.0, 800.0), between(&mut random, 0.0, 600.0));
        let factor = power(2.0, between(&mut random, -6.0, 5.0));
        let flight = Flight::new(from, from.zoomed(factor, point), 50.0, 200.0);
        for step in 0..=25 {
            let (now, _) = flight.at(50.0 + f64::from(step) * 8.0);
            assert!(strayed(from, now, point) < 0.5, "{factor} at {step}");
        }
    }
}

#[test]
fn a_flight_leaves_from_one_view_and_arrives_at_the_other() {
    let (from, to) = (view(0.0, 0.0, 1_000.0), view(1e5, 2e5, 40.0));
    let flight = Flight::new(from, to, 1_000.0, 400.0);
    assert_eq!(flight.at(0.0), (from, false), "not before its time");
    assert_eq!(flight.at(1_000.0), (from, false));
    assert_eq!(flight.at(1_400.0), (to, true));
    assert_eq!(flight.at(9_999.0), (to, true));
    let mut last = from.resolution;
    for step in 1..=400 {
        let now = flight.at(1_000.0 + f64::from(step)).0.resolution;
        assert!(now < last, "always closer");
        assert!(now > last * 0.96, "no jump: {last} to {now} at {step}");
        last = now;
    }
}

#[test]
fn a_picture_that_comes_late_delays_a_flight_and_does_not_skip_it() {
    let (from, to) = (view(0.0, 0.0, 1_000.0), view(1e5, 2e5, 40.0));
    let mut flight = Flight::new(from, to, 0.0, 450.0);
    let mut now = 0.0;
    let mut steps = 0;
    while !flight.at(now).1 {
        now += 2_000.0;
        flight = flight.seen(now);
        steps += 1;
    }
    assert_eq!(steps, 5, "100 ms of it at a time");
    assert_eq!(flight.at(now).0, to);
    let smooth = Flight::new(from, to, 0.0, 450.0).seen(16.0).seen(33.0);
    assert_eq!(smooth.at(50.0), Flight::new(from, to, 0.0, 450.0).at(50.0), "none when it is not");
}

#[test]
fn most_of_the_way_is_made_at_first_also_without_a_zoom() {
    let flight = Flight::new(view(0.0, 0.0, 500.0), view(8e4, 0.0, 500.0), 0.0, 200.0);
    let (half, _) = flight.at(100.0);
    assert!((half.center.x - 7e4).abs() < 1e-6 && half.resolution == 500.0, "{half:?}");
}

#[test]
fn another_aim_on_the_way_makes_no_jump() {
    let flight = Flight::new(view(0.0, 0.0, 1_000.0), view(1e5, 2e5, 100.0), 0.0, 200.0);
    let (before, _) = flight.at(90.0);
    let other = Flight::new(before, view(-5e4, 0.0, 300.0), 90.0, 200.0);
    assert_eq!(other.at(90.0), (before, false));
    assert_eq!(other.at(290.0), (view(-5e4, 0.0, 300.0), true));
}

#[test]
fn notches_of_a_wheel_on_the_way_add_up_about_the_pointer() {
    let from = view(6e5, 6.5e6, 1_000.0);
    let point = ScreenPoint::new(700.0, 80.0);
    let flight = Flight::new(from, from.zoomed(1.5, point), 0.0, 200.0);
    let flight = flight.zoomed(1.5, point, 30.0, 200.0).zoomed(1.5, point, 60.0, 200.0);
    for step in 0..30 {
        assert!(strayed(from, flight.at(60.0 + f64::from(step) * 8.0).0, point) < 0.5);
    }
    assert!((flight.to.resolution - 1_000.0 / 1.5 / 1.5 / 1.5).abs() < 1e-9);
    let moved = ScreenPoint::new(90.0, 400.0);
    let (now, _) = flight.at(100.0);
    let other = flight.zoomed(1.5, moved, 100.0, 200.0);
    assert!(strayed(now, other.at(180.0).0, moved) < 0.5, "what is now under the pointer stays");
}

#[test]
fn nothing_moves_by_itself_under_reduced_motion() {
    let reduced = MotionPreference::Reduced;
    let to = view(1e5, 0.0, 100.0);
    let flight = Flight::new(view(0.0, 0.0, 900.0), to, 7.0, reduced.duration_ms(FLIGHT_MS));
    assert_eq!(flight.at(7.0), (to, true));
    assert_eq!(MotionPreference::Full.duration_ms(FLIGHT_MS), FLIGHT_MS);
    assert_eq!(Inertia::new(to, &drag(1_000.0), 80.0, reduced), None);
}

/// Samples of ten milliseconds each, to the right at a speed in CSS pixels per second, until 80 ms.
fn drag(speed: f64) -> Vec<Sample> {
    let times = (0..=8).map(|step| f64::from(step) * 10.0);
    let at = |time_ms: f64| ScreenPoint::new(100.0 + time_ms / 1_000.0 * speed, 50.0);
    times.map(|time_ms| Sample { at: at(time_ms), time_ms }).collect()
}

fn thrown(speed: f64) -> Option<Inertia> {
    Inertia::new(view(0.0, 0.0, 100.0), &drag(speed), 80.0, MotionPreference::Full)
}

/// How far to the right a thrown map is at a time, CSS pixels.
fn gone(inertia: &Inertia, now_ms: f64) -> f64 {
    -inertia.at(now_ms).0.center.x / 100.0
}

#[test]
fn a_map_that_is_let_go_goes_on_as_fast_as_it_was_dragged_and_slows_down() {
    let inertia = thrown(1_000.0).unwrap();
    let speeds: Vec<f64> = (0..100)
        .map(|step| 80.0 + f64::from(step) * 16.0)
        .map(|time| (gone(&inertia, time + 16.0) - gone(&inertia, time)) / 0.016)
        .collect();
    assert!((940.0..1_000.0).contains(&speeds[0]), "{}", speeds[0]);
    assert!(speeds.windows(2).all(|pair| pair[1] < pair[0] || pair[1] == 0.0), "{speeds:?}");
    let moving: Vec<f64> = speeds.into_iter().filter(|speed| *speed > 0.0).collect();
    let slowest = moving[moving.len() - 2];
    assert!((20.0..23.0).contains(&slowest), "rests under 20 px/s, not before: {slowest}");
}

#[test]
fn it_comes_to_rest_where_it_last_was_and_never_far() {
    for speed in [25.0, 300.0, 2_000.0, 1e6] {
        let inertia = thrown(speed).unwrap();
        let steps = (0..400).map(|step| 80.0 + f64::from(step) * 8.0);
        let rest = steps.into_iter().find(|time| inertia.at(*time).1).unwrap();
        assert!(gone(&inertia, rest) <= 1_200.0, "{}", gone(&inertia, rest));
        assert_eq!(inertia.at(1e12), inertia.at(rest), "and stays there");
    }
}

#[test]
fn a_pointer_that_had_come_to_rest_leaves_nothing() {
    assert_eq!(thrown(15.0), None);
    assert_eq!(thrown(0.0), None);
    let full = MotionPreference::Full;
    assert_eq!(Inertia::new(view(0.0, 0.0, 1.0), &drag(1_000.0), 170.0, full), None, "90 ms ago");
    assert_eq!(Inertia::new(view(0.0, 0.0, 1.0), &[], 0.0, full), None);
    let one = [Sample { at: ScreenPoint::new(1.0, 1.0), time_ms: 0.0 }];
    assert_eq!(Inertia::new(view(0.0, 0.0, 1.0), &one, 0.0, full), None);
}

#[test]
fn a_power_is_what_the_library_says() {
    for base in [0.02, 0.5, 0.999, 1.0, 1.5, 63.0] {
        for exponent in [-3.3, -0.2, 0.0, 1e-9, 0.3, 1.0, 2.75, 9.999] {
            let expected = f64::powf(base, exponent);
            assert!((power(base, exponent) / expected - 1.0).abs() < 1e-12, "{base}^{exponent}");
        }
    }
}
