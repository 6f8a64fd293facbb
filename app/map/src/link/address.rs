//! The address: the state of the page as a URL, and back.
//!
//! `territoire/epci-200046977/?couches=cls,cpts&statut=actif&vue=tableau#commune-69266@45.7578,4.8320,250`
//!
//! | part | holds | left out for |
//! | --- | --- | --- |
//! | path | the subject, see [`SubjectKey`] | the whole country |
//! | `couches` | the layers that are shown, or `aucune` | all of them |
//! | `statut` | the statuses that are shown, see [`Filter`] | all of them |
//! | `vue` | `carte`, `liste` or `tableau`, see [`View`] | `carte` |
//! | `fond` | the reading of the map, see [`Reading`] | `dispositifs` |
//! | `lister`, `tri`, `filtre`, `nom` | the rows of a list, see [`crate::table::RowsShown`] | its parts by name, and beside an answer |
//! | `comparer` | the keys of territories side by side: `epci-200046977,commune-38421` | none |
//! | fragment | an anchor; after `@` latitude, longitude, metres per pixel | the view that fits the subject |
//!
//! Any text can be parsed: unknown parameters and anchors are ignored, wrong values fall back to their
//! default.

use super::Reading;
use super::subject_key::SubjectKey;
use crate::lean::{decimal, percent_decoded, push_fixed};
use crate::{Filter, Layer, LonLat};

/// The word for no layer at all.
const NO_LAYER: &str = "aucune";

/// The state of the page that a link keeps.
///
/// # Example
/// ```
/// use map::{Address, Layer, SubjectKey};
///
/// let address = Address::parse("/territoire/departement-69/", "?couches=cls", "#@45.76,4.84,250");
/// let rhone = SubjectKey::Territory("departement-69".parse()?);
/// assert_eq!(address.subject, Some(rhone));
/// assert_eq!(address.layers, [Layer::Cls]);
/// assert_eq!(address.center.map(|center| center.resolution_m), Some(250.0));
/// let url = address.relative_url();
/// assert_eq!(url, "territoire/departement-69/?couches=cls#@45.7600,4.8400,250");
/// # Ok::<(), map::KeyError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    /// The selected subject, whether there is one with that key or not; none for the country.
    pub subject: Option<SubjectKey>,
    /// The layers that are shown, in the order of [`Layer::ALL`] when parsed.
    pub layers: Vec<Layer>,
    /// The statuses that are hidden.
    pub filter: Filter,
    /// The map with the answer or with a list, or the table.
    pub view: View,
    /// The reading of the map: schemes, or shares of the population.
    pub reading: Reading,
    /// The parameters that say which rows a list shows, as they are written; only a list reads them.
    pub rows: String,
    /// The keys of the territories that are compared, between commas, as they are written: some may name
    /// none. Empty where none are compared.
    pub compared: String,
    /// The center of a map that was moved; none for the view that fits the subject.
    pub center: Option<Center>,
}

/// The views of the same selection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// `vue=carte`: the map, with the answer beside it.
    #[default]
    Map,
    /// `vue=liste`: the map, with the list of its parts beside it.
    List,
    /// `vue=tableau`: the same list in place of the map, with the answer beside it.
    Table,
}

impl View {
    /// Every view but that of an address that names none.
    const NAMED: [Self; 2] = [Self::List, Self::Table];

    /// The code in addresses; empty for that of the map, which is left out.
    const fn code(self) -> &'static str {
        match self {
            Self::Map => "",
            Self::List => "liste",
            Self::Table => "tableau",
        }
    }

    /// The view of that code; the map for any other text.
    fn parse(code: &str) -> Self {
        Self::NAMED.into_iter().find(|one| one.code() == code).unwrap_or_default()
    }
}

/// The center of a map, with its resolution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Center {
    /// The position in the middle; an address keeps four decimals, about 10 m.
    pub lon_lat: LonLat,
    /// Map metres per CSS pixel; an address keeps whole metres.
    pub resolution_m: f64,
}

impl Default for Address {
    fn default() -> Self {
        Self {
            subject: None,
            layers: Layer::ALL.to_vec(),
            filter: Filter::default(),
            view: View::default(),
            reading: Reading::default(),
            rows: String::new(),
            compared: String::new(),
            center: None,
        }
    }
}

impl Address {
    /// The state in the parts of a URL; `query` and `fragment` with or without their `?` and `#`.
    pub fn parse(path: &str, query: &str, fragment: &str) -> Self {
        let query = query.strip_prefix('?').unwrap_or(query);
        let fragment = percent_decoded(fragment.strip_prefix('#').unwrap_or(fragment));
        let (anchor, center) = match fragment.split_once('@') {
            Some((anchor, center)) => (anchor, Center::parse(center)),
            None => (fragment.as_str(), None),
        };
        let value = |name: &str| parameter(query, name).unwrap_or_default();
        let view = View::parse(&value("vue"));
        Self {
            subject: SubjectKey::parse(path, anchor),
            layers: layers(&value("couches")),
            filter: Filter::parse(&value("statut")),
            view,
            reading: Reading::parse(&value("fond")),
            rows: if view == View::Map { String::new() } else { rows(query) },
            compared: compared(&value("comparer")),
            center,
        }
    }

    /// The URL relative to the root of the site, see [`root_of`]: empty for the whole country as
    /// it is first seen.
    pub fn relative_url(&self) -> String {
        let mut url = self.subject.as_ref().map(SubjectKey::path).unwrap_or_default();
        let reading = if self.reading == Reading::Schemes { "" } else { self.reading.code() };
        let rows = self.rows.as_str();
        let values = [
            ("couches=", layers_code(&self.layers)),
            ("statut=", self.filter.code()),
            ("vue=", self.view.code().to_owned()),
            ("", rows.to_owned()),
            ("fond=", reading.to_owned()),
            ("comparer=", self.compared.clone()),
        ];
        let mut separator = '?';
        for (name, value) in values {
            if !value.is_empty() {
                url.push(separator);
                url.push_str(name);
                url.push_str(&value);
                separator = '&';
            }
        }
        let anchor = self.subject.as_ref().map(SubjectKey::anchor).unwrap_or_default();
        if !anchor.is_empty() || self.center.is_some() {
            url.push('#');
            url.push_str(&anchor);
        }
        if let Some(center) = self.center {
            center.write(&mut url);
        }
        url
    }
}

impl Center {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(',');
        let (lat, lon) = (decimal(parts.next()?)?, decimal(parts.next()?)?);
        let resolution: u32 = parts.next()?.parse().ok()?;
        let is_on_earth = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon);
        let is_valid = is_on_earth && resolution > 0 && parts.next().is_none();
        let lon_lat = LonLat::new(lon, lat);
        is_valid.then(|| Self { lon_lat, resolution_m: f64::from(resolution) })
    }

    fn write(self, url: &mut String) {
        url.push('@');
        push_fixed(url, self.lon_lat.lat, 4);
        url.push(',');
        push_fixed(url, self.lon_lat.lon, 4);
        url.push(',');
        push_fixed(url, self.resolution_m.max(1.0), 0);
    }
}

fn layers(text: &str) -> Vec<Layer> {
    let is_named = |layer: &Layer| text.split(',').any(|code| code == layer.code());
    let named: Vec<Layer> = Layer::ALL.into_iter().filter(is_named).collect();
    if named.is_empty() && text != NO_LAYER { Layer::ALL.to_vec() } else { named }
}

fn layers_code(layers: &[Layer]) -> String {
    let shown = Layer::ALL.into_iter().filter(|layer| layers.contains(layer));
    let codes: Vec<&str> = shown.map(Layer::code).collect();
    match codes.len() {
        0 => NO_LAYER.to_owned(),
        3 => String::new(),
        _ => codes.join(","),
    }
}

/// The names of the parameters of rows.
const ROWS: [&str; 4] = ["lister", "tri", "filtre", "nom"];

/// The parameters of rows among those of a query.
fn rows(query: &str) -> String {
    let is_own = |pair: &&str| pair.split_once('=').is_some_and(|(name, _)| ROWS.contains(&name));
    query.split('&').filter(is_own).collect::<Vec<_>>().join("&")
}

/// The keys without what is in no key.
fn compared(text: &str) -> String {
    text.chars().filter(|it| it.is_ascii_alphanumeric() || matches!(it, '-' | ',')).collect()
}

/// The value of the first parameter of that name. Messengers encode even what needs no encoding.
pub(crate) fn parameter(query: &str, name: &str) -> Option<String> {
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| percent_decoded(value))
}

#[cfg(test)]
#[path = "address_tests.rs"]
mod tests;
