//! The samples of the legend.

use crate::html;
use answers::swatch::{self, Area, Disc};
use map::Status;

#[test]
fn a_status_is_never_colour_alone() {
    let active = html(|| swatch::cls(Status::Active));
    let coming = html(|| swatch::cls(Status::InPreparation));
    let unknown = html(|| swatch::cls(Status::Unknown));
    assert!(!active.contains("swatch-ink") && coming.contains("swatch-ink"));
    assert!(unknown.contains("stroke-linecap=\"round\""), "dots: {unknown}");
    assert!(html(|| swatch::cpts(Status::Active)).contains("stroke-dasharray=\"none\""));
    let dashed = html(|| swatch::cpts(Status::InPreparation));
    assert!(dashed.contains("stroke-dasharray=\"7.000px 4.000px\""), "{dashed}");
}

#[test]
fn areas_without_a_list_are_hatched_and_discs_tell_zero_from_a_number() {
    assert!(html(|| swatch::area(Area::PartlyDocumented)).contains("swatch-hatch"));
    assert!(!html(|| swatch::area(Area::Documented)).contains("swatch-hatch"));
    assert!(html(|| swatch::disc(Disc::Zero)).contains(">0<"));
    assert_eq!(html(|| swatch::disc(Disc::Region)).matches("<circle").count(), 2);
}
