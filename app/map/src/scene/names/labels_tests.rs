use super::*;
use fastrand::Rng;

/// A number from `start` up to `end`.
fn between(random: &mut Rng, start: f64, end: f64) -> f64 {
    start + (end - start) * random.f64()
}

fn width_of(text: &str, size: f64) -> f64 {
    text.chars().count() as f64 * size * 0.55
}

fn label(text: &str, x: f64, y: f64, rank: u32) -> Label {
    let at = MapPoint::new(x, y);
    Label {
        text: text.to_owned(),
        at,
        rank,
        size_px: 12.0,
        kind: LabelKind::Epci,
        max_width_m: None,
        width_px: 0.0,
    }
}

/// Names like those of a country: few important ones, many small ones, clustered.
fn country(seed: u64, many: usize) -> Vec<Label> {
    let mut random = Rng::with_seed(seed);
    let one = |index: usize| {
        let near = (index % 7) as f64 * 90_000.0;
        let text = "Saint-Étienne-de-Tinée".chars().take(1 + random.usize(..22)).collect();
        let at =
            MapPoint::new(near + between(&mut random, 0.0, 2e5), between(&mut random, 0.0, 9e5));
        let kind = [LabelKind::Department, LabelKind::Commune][random.usize(..2)];
        let max_width_m = (random.usize(..2) == 0).then(|| between(&mut random, 0.0, 9e4));
        let (rank, size_px) = (random.usize(..40) as u32, between(&mut random, 9.0, 16.0));
        Label { text, at, rank, size_px, kind, max_width_m, width_px: 0.0 }
    };
    (0..many).map(one).collect()
}

/// Whether two texts overlap on a screen, by their own reckoning.
fn overlap(a: &Label, b: &Label, resolution: f64, gap: (f64, f64)) -> bool {
    let near =
        |distance: f64, lengths: f64, gap: f64| distance < (lengths / 2.0 + gap) * resolution;
    let widths = width_of(&a.text, a.size_px) + width_of(&b.text, b.size_px);
    near((a.at.x - b.at.x).abs(), widths, gap.0)
        && near((a.at.y - b.at.y).abs(), (a.size_px + b.size_px) * LINE, gap.1)
}

const RESOLUTIONS: [f64; 5] = [20.0, 150.0, 700.0, 2_000.0, 9_000.0];

#[test]
fn no_two_names_overlap() {
    let labels = country(1, 1_500);
    for resolution in RESOLUTIONS {
        let placed = choose_labels(&labels, resolution, width_of);
        assert!(placed.len() > 3, "{} at {resolution}", placed.len());
        for (index, &a) in placed.iter().enumerate() {
            for &b in &placed[..index] {
                assert!(!overlap(&labels[a], &labels[b], resolution, (0.0, 0.0)), "{a} {b}");
            }
        }
    }
}

#[test]
fn a_name_is_left_out_only_for_want_of_room_or_for_one_as_important() {
    let labels = country(2, 1_500);
    for resolution in RESOLUTIONS {
        let placed = choose_labels(&labels, resolution, width_of);
        let gap = (GAP.0 + 1e-6, GAP.1 + 1e-6);
        for (index, label) in labels.iter().enumerate() {
            let width = width_of(&label.text, label.size_px) * resolution;
            let fits = label.max_width_m.is_none_or(|widest| width <= widest);
            let blocks = |other: &&usize| {
                labels[**other].rank <= label.rank
                    && overlap(label, &labels[**other], resolution, gap)
            };
            let is_blocked = placed.iter().any(|other| blocks(&other));
            assert!(placed.contains(&index) || !fits || is_blocked, "{label:?}");
        }
    }
}

#[test]
fn the_order_of_the_input_has_no_say() {
    let labels = country(3, 800);
    let mut shuffled = labels.clone();
    let mut random = Rng::with_seed(4);
    for end in (1..shuffled.len()).rev() {
        shuffled.swap(end, random.usize(..end + 1));
    }
    for resolution in RESOLUTIONS {
        let of = |labels: &[Label]| -> Vec<Label> {
            let placed = choose_labels(labels, resolution, width_of);
            placed.into_iter().map(|index| labels[index].clone()).collect()
        };
        assert_eq!(of(&labels), of(&shuffled));
    }
}

#[test]
fn names_far_away_change_nothing_here() {
    let here = country(5, 600);
    let mut all = here.clone();
    all.extend(
        country(6, 600)
            .into_iter()
            .map(|label| Label { at: MapPoint::new(label.at.x + 5e6, label.at.y - 3e6), ..label }),
    );
    for resolution in RESOLUTIONS {
        let mut with = choose_labels(&all, resolution, width_of);
        with.retain(|index| *index < here.len());
        assert_eq!(with, choose_labels(&here, resolution, width_of));
    }
}

#[test]
fn the_more_important_is_written_and_the_other_where_there_is_room() {
    let labels = [label("Villeurbanne", 3_000.0, 0.0, 2), label("Lyon", 0.0, 0.0, 1)];
    assert_eq!(choose_labels(&labels, 200.0, width_of), [1]);
    assert_eq!(choose_labels(&labels, 30.0, width_of), [1, 0]);
}

#[test]
fn a_name_wider_than_its_territory_waits_until_it_fits() {
    let labels = [Label { max_width_m: Some(4_000.0), ..label("Oyonnax", 0.0, 0.0, 1) }];
    assert!(choose_labels(&labels, 100.0, width_of).is_empty());
    assert_eq!(choose_labels(&labels, 80.0, width_of), [0]);
}

#[test]
fn labels_without_a_place_are_left_out() {
    let labels = [
        label("nowhere", f64::NAN, 0.0, 0),
        label("far", f64::INFINITY, 0.0, 0),
        label("", 0.0, 0.0, 0),
    ];
    assert_eq!(choose_labels(&labels, 100.0, width_of), [2]);
    assert!(choose_labels(&labels, f64::NAN, width_of).is_empty());
    assert!(choose_labels(&[], 100.0, width_of).is_empty());
}
