//! The rows of the legend with their samples: all that a reader of the map knows.

use map::served::{LayerShares, Share};
use map::{Backdrop, Fill, Layer, Overlay, Palette, Status};

/// The bounds of the classes of shares.
pub const BOUNDS: [u8; 4] = [0, 25, 50, 75];

/// The rows of the legend.
pub struct Legend {
    /// The words of each row, and its sample.
    pub rows: Vec<(String, Fill)>,
    /// The row of land where nothing is known, which is flat from afar, and its colour there.
    flat: (usize, Fill),
}

/// The statuses of schemes with a perimeter, and none.
pub fn statuses() -> impl Iterator<Item = Option<Status>> {
    let own = Status::ALL.into_iter().filter(|status| *status != Status::Labelled);
    std::iter::once(None).chain(own.map(Some))
}

impl Legend {
    /// The reading of schemes: every combination of what is shown of the two layers, and the areas
    /// without a scheme.
    pub fn of_schemes(palette: &Palette) -> Self {
        let overlays = || {
            let schemes = statuses().map(|it| it.map_or(Overlay::None, Overlay::Scheme));
            schemes.chain([Overlay::Hidden])
        };
        let pairs = overlays().flat_map(|cls| overlays().map(move |cpts| [cls, cpts]));
        let is_shown = |pair: &[Overlay; 2]| pair.iter().any(|it| matches!(it, Overlay::Scheme(_)));
        let areas = pairs
            .filter(is_shown)
            .map(|pair| (format!("{pair:?}"), palette.area(pair, Backdrop::Absent)));
        let backdrops = [
            Backdrop::Absent,
            Backdrop::Partly,
            Backdrop::Facts,
            Backdrop::Undocumented,
            Backdrop::Hidden,
        ]
        .map(|backdrop| (format!("{backdrop:?}"), palette.backdrop(backdrop)));
        Self::new(backdrops.into_iter().chain(areas).collect(), palette)
    }

    /// The reading of the shares of a layer: each class, known exactly and as a lower bound, and what is
    /// no class.
    pub fn of_shares(palette: &Palette, layer: Layer) -> Self {
        let shares = LayerShares { bounds: BOUNDS, ..LayerShares::default() };
        let row = |share: Share| {
            let fill = palette.share(layer, &shares, share);
            (format!("{layer:?} {share:?}"), fill)
        };
        Self::new(shares_of_all_rows().map(row).collect(), palette)
    }

    fn new(rows: Vec<(String, Fill)>, palette: &Palette) -> Self {
        let fill = palette.backdrop(Backdrop::Undocumented);
        let undocumented = rows.iter().position(|(_, own)| *own == fill).unwrap();
        Self { rows, flat: (undocumented, Fill::plain(palette.undocumented)) }
    }

    /// The samples with their rows.
    pub fn samples(&self) -> Vec<(usize, Fill)> {
        let rows = self.rows.iter().enumerate().map(|(row, (_, fill))| (row, *fill));
        rows.chain([self.flat]).collect()
    }
}

/// A share in each row of the legend of shares.
pub fn shares_of_all_rows() -> impl Iterator<Item = Share> {
    let classes = BOUNDS.into_iter().flat_map(|low| [Share::Exactly(low), Share::AtLeast(low)]);
    classes.chain([Share::Zero, Share::Uncertain, Share::NotKnown, Share::Undocumented])
}
