//! The stops of the drawer, and the scroll of the page at each.

/// How far the drawer is pulled up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// Its strip is in sight: the name, the signs, the sentence.
    Strip,
    Half,
    Full,
}

impl Stop {
    /// The stop above; the highest stays.
    pub(super) const fn above(self) -> Self {
        match self {
            Self::Strip => Self::Half,
            Self::Half | Self::Full => Self::Full,
        }
    }

    /// The stop below; the lowest stays.
    pub(super) const fn below(self) -> Self {
        match self {
            Self::Full => Self::Half,
            Self::Half | Self::Strip => Self::Strip,
        }
    }

    /// The stop to which a press of the handle leads: up, and from the highest down again.
    pub(super) const fn next(self) -> Self {
        match self {
            Self::Full => Self::Strip,
            other => other.above(),
        }
    }

    /// The stop in words, as it is announced.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Strip => "Fiche réduite\u{a0}: la carte est en entier",
            Self::Half => "Fiche à mi-hauteur",
            Self::Full => "Fiche en entier",
        }
    }
}

/// The scroll of the page at the stops, CSS pixels; zero at the strip.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stops {
    half: f64,
    full: f64,
}

impl Stops {
    /// The stops of a drawer that begins at `top` of the page, in a window of that height whose uppermost
    /// `banner` pixels are taken.
    pub(super) fn of(top: f64, banner: f64, window: f64) -> Self {
        let full = (top - banner).max(0.0);
        let half = (top - window / 2.0).max(0.0).min(full);
        Self { half, full }
    }

    pub(super) const fn scroll(self, stop: Stop) -> f64 {
        match stop {
            Stop::Strip => 0.0,
            Stop::Half => self.half,
            Stop::Full => self.full,
        }
    }

    /// The stop that is nearest to a scroll of the page. Beyond the highest a long answer is read.
    pub(super) fn nearest(self, scroll: f64) -> Stop {
        if scroll < self.half / 2.0 {
            Stop::Strip
        } else if scroll < f64::midpoint(self.half, self.full) {
            Stop::Half
        } else {
            Stop::Full
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A telephone of 740 pixels, the drawer at 560, below a banner of 48.
    const PHONE: Stops = Stops { half: 190.0, full: 512.0 };

    #[test]
    fn the_drawer_stops_at_its_strip_in_the_middle_and_below_the_banner() {
        assert_eq!(Stops::of(560.0, 48.0, 740.0), PHONE);
        for stop in [Stop::Strip, Stop::Half, Stop::Full] {
            assert_eq!(PHONE.nearest(PHONE.scroll(stop)), stop);
        }
        assert_eq!(PHONE.nearest(60.0), Stop::Strip);
        assert_eq!(PHONE.nearest(400.0), Stop::Full);
        assert_eq!(PHONE.nearest(3_000.0), Stop::Full, "in the midst of a long answer");
    }

    #[test]
    fn a_press_leads_up_and_from_the_top_down_to_the_map() {
        let mut stop = Stop::Strip;
        let stops = [(); 3].map(|()| {
            stop = stop.next();
            stop
        });
        assert_eq!(stops, [Stop::Half, Stop::Full, Stop::Strip]);
        assert_eq!((Stop::Full.above(), Stop::Strip.below()), (Stop::Full, Stop::Strip));
        assert_eq!((Stop::Strip.above(), Stop::Full.below()), (Stop::Half, Stop::Half));
    }
}
