//! The contestants: our page, nine peers, a page with one bare picture, and one without a map.

/// A page that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contestant {
    /// The name of its files and of its figures.
    pub key: &'static str,
    /// Its name in the report.
    pub name: &'static str,
    /// The package of the registry that it is made with; none for ours and for the last two.
    pub package: Option<&'static str>,
}

impl Contestant {
    /// Our page.
    pub const OURS: Self = Self { key: "ours", name: "Santé des territoires", package: None };

    /// One picture that a few lines of script move: about the least that a map can take.
    pub const BARE: Self = Self { key: "bare", name: "bare picture", package: None };

    /// The base line: the cost of the browser itself.
    pub const BLANK: Self = Self { key: "blank", name: "blank page", package: None };

    /// All, in the order of the report.
    pub const ALL: [Self; 12] = [
        Self::OURS,
        Self::peer("leaflet-canvas", "Leaflet canvas", "leaflet"),
        Self::peer("leaflet-svg", "Leaflet SVG", "leaflet"),
        Self::peer("maplibre", "MapLibre GL", "maplibre-gl"),
        Self::peer("openlayers", "OpenLayers image", "ol"),
        Self::peer("d3-canvas", "d3-geo canvas", "d3-geo"),
        Self::peer("d3-svg", "d3-geo SVG", "d3-geo"),
        Self::peer("leaflet-canvas-topo", "Leaflet canvas, TopoJSON", "leaflet"),
        Self::peer("d3-canvas-topo", "d3-geo canvas, TopoJSON", "d3-geo"),
        Self::peer("d3-svg-topo", "d3-geo SVG, TopoJSON", "d3-geo"),
        Self::BARE,
        Self::BLANK,
    ];

    const fn peer(key: &'static str, name: &'static str, package: &'static str) -> Self {
        Self { key, name, package: Some(package) }
    }

    /// Whether it draws the map with somebody else's library.
    pub const fn is_peer(self) -> bool {
        self.package.is_some()
    }

    /// Whether it loads one TopoJSON of our own overview, instead of the GeoJSON as published.
    pub fn loads_topology(self) -> bool {
        self.key.ends_with("-topo")
    }

    /// Whether it draws the map at all.
    pub fn is_map(self) -> bool {
        self.is_peer() || self == Self::OURS
    }
}
