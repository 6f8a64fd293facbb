//! The samples of the legend.

use crate::html;
use answers::swatch::{self, Disc};
use map::{Backdrop, Layer, Status};

#[test]
fn a_status_is_never_colour_alone() {
    for layer in [Layer::Cls, Layer::Cpts] {
        let sample = |status| html(move || swatch::scheme(layer, status));
        assert!(!sample(Status::Active).contains("<path"), "{layer:?}");
        let others = Status::ALL.into_iter().filter(|status| *status != Status::Active);
        let others = others.filter(|status| *status != Status::Labelled);
        let mut marks: Vec<String> = others.map(|status| marks_of(&sample(status))).collect();
        assert!(marks.iter().all(|marks| !marks.is_empty()), "{layer:?}: {marks:?}");
        marks.sort();
        marks.dedup();
        assert_eq!(marks.len(), 6, "{layer:?}: a texture for each status");
    }
}

#[test]
fn a_texture_leans_as_its_layer_does() {
    let [cls, cpts] = [Layer::Cls, Layer::Cpts]
        .map(|layer| marks_of(&html(move || swatch::scheme(layer, Status::InPreparation))));
    assert_ne!(cls, cpts);
    assert!(html(|| swatch::scheme(Layer::Cpts, Status::Unknown)).contains("swatch-ink-cpts"));
}

#[test]
fn areas_without_a_scheme_look_different_and_discs_tell_zero_from_a_number() {
    let backdrops = [
        Backdrop::Silent,
        Backdrop::Absent,
        Backdrop::Partly,
        Backdrop::Facts,
        Backdrop::Undocumented,
        Backdrop::Hidden,
    ];
    let samples = backdrops.map(|backdrop| html(move || swatch::backdrop(backdrop)));
    let mut different = samples.to_vec();
    different.sort();
    different.dedup();
    assert_eq!(different.len(), backdrops.len(), "{samples:#?}");
    assert!(!html(|| swatch::backdrop(Backdrop::Absent)).contains("<path"));
    assert!(html(|| swatch::backdrop(Backdrop::Hidden)).contains("swatch-ink-hidden"));
    assert!(html(|| swatch::disc(Disc::Zero)).contains(">0<"));
    assert_eq!(html(|| swatch::disc(Disc::Region)).matches("<circle").count(), 2);
}

/// The marks of a sample.
fn marks_of(sample: &str) -> String {
    sample
        .split(" d=\"")
        .nth(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .unwrap_or_default()
}
