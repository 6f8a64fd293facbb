//! The address: the state of the page as a URL, and back.
//!
//! `territoire/epci-200046977/?couches=cls,cpts&statut=actif&vue=tableau#@45.7578,4.8320,250`
//!
//! | part | holds | left out for |
//! | --- | --- | --- |
//! | path | the territory | the whole country |
//! | `couches` | the layers that are shown, or `aucune` | all of them |
//! | `statut` | the statuses that are shown, see [`Filter`] | all of them |
//! | `vue` | `carte` or `tableau` | `carte` |
//! | `fond` | the reading of the map, see [`Reading`] | `dispositifs` |
//! | fragment | latitude, longitude, metres per pixel | the view that fits the territory |
//!
//! Any text can be parsed: unknown parameters are ignored, wrong values fall back to their default. A
//! fragment without `@` is an anchor of the page, and is ignored here.

use super::Reading;
use crate::lean::{decimal, percent_decoded, push_fixed};
use crate::{Filter, Layer, LonLat, TerritoryKey};

/// The folder of the territories' pages.
const FOLDER: &str = "/territoire/";

/// The word for no layer at all.
const NO_LAYER: &str = "aucune";

/// The state of the page that a link keeps.
///
/// # Example
/// ```
/// use map::{Address, Layer};
///
/// let address = Address::parse("/territoire/departement-69/", "?couches=cls", "#@45.76,4.84,250");
/// assert_eq!(address.territory.as_ref().map(|key| key.code.as_str()), Some("69"));
/// assert_eq!(address.layers, [Layer::Cls]);
/// assert_eq!(address.center.map(|center| center.resolution_m), Some(250.0));
/// let url = address.relative_url();
/// assert_eq!(url, "territoire/departement-69/?couches=cls#@45.7600,4.8400,250");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    /// The selected territory, whether there is one with that code or not; none for the country.
    pub territory: Option<TerritoryKey>,
    /// The layers that are shown, in the order of [`Layer::ALL`] when parsed.
    pub layers: Vec<Layer>,
    /// The statuses that are hidden.
    pub filter: Filter,
    /// The map or the table.
    pub view: View,
    /// What the areas of the map tell.
    pub reading: Reading,
    /// The center of a map that was moved; none for the view that fits the territory.
    pub center: Option<Center>,
}

/// The two views of the same answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// `vue=carte`.
    #[default]
    Map,
    /// `vue=tableau`.
    Table,
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
            territory: None,
            layers: Layer::ALL.to_vec(),
            filter: Filter::default(),
            view: View::default(),
            reading: Reading::default(),
            center: None,
        }
    }
}

impl Address {
    /// The state in the parts of a URL; `query` and `fragment` with or without their `?` and `#`.
    pub fn parse(path: &str, query: &str, fragment: &str) -> Self {
        let query = query.strip_prefix('?').unwrap_or(query);
        let value = |name| parameter(query, name).unwrap_or_default();
        Self {
            territory: split(path).1,
            layers: layers(&value("couches")),
            filter: Filter::parse(&value("statut")),
            view: if value("vue") == "tableau" { View::Table } else { View::Map },
            reading: Reading::parse(&value("fond")),
            center: Center::parse(&percent_decoded(fragment.strip_prefix('#').unwrap_or(fragment))),
        }
    }

    /// The URL relative to the root of the site, see [`root_of`]: empty for the whole country as
    /// it is first seen.
    pub fn relative_url(&self) -> String {
        let mut url = String::new();
        if let Some(key) = &self.territory {
            url.push_str(&FOLDER[1..]);
            url.push_str(&key.to_string());
            url.push('/');
        }
        let view = if self.view == View::Table { "tableau" } else { "" };
        let reading = if self.reading == Reading::Schemes { "" } else { self.reading.code() };
        let values =
            [layers_code(&self.layers), self.filter.code(), view.to_owned(), reading.to_owned()];
        let mut separator = '?';
        for (name, value) in ["couches", "statut", "vue", "fond"].into_iter().zip(values) {
            if !value.is_empty() {
                url.push(separator);
                url.push_str(name);
                url.push('=');
                url.push_str(&value);
                separator = '&';
            }
        }
        if let Some(center) = self.center {
            center.write(&mut url);
        }
        url
    }
}

impl Center {
    fn parse(fragment: &str) -> Option<Self> {
        let mut parts = fragment.strip_prefix('@')?.split(',');
        let (lat, lon) = (decimal(parts.next()?)?, decimal(parts.next()?)?);
        let resolution: u32 = parts.next()?.parse().ok()?;
        let is_on_earth = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon);
        let is_valid = is_on_earth && resolution > 0 && parts.next().is_none();
        let lon_lat = LonLat::new(lon, lat);
        is_valid.then(|| Self { lon_lat, resolution_m: f64::from(resolution) })
    }

    fn write(self, url: &mut String) {
        url.push_str("#@");
        push_fixed(url, self.lon_lat.lat, 4);
        url.push(',');
        push_fixed(url, self.lon_lat.lon, 4);
        url.push(',');
        push_fixed(url, self.resolution_m.max(1.0), 0);
    }
}

/// The folder that the site lives in, up to its last slash: `/carte/` from
/// `/carte/territoire/departement-69/`, from `/carte/index.html` and from `/carte/` itself.
pub fn root_of(path: &str) -> &str {
    split(path).0
}

/// The root of a path, and the key of its territory.
fn split(path: &str) -> (&str, Option<TerritoryKey>) {
    let territory = path.rfind(FOLDER).and_then(|start| {
        let page = &path[start + FOLDER.len()..];
        let key = page.strip_suffix("/index.html").or(page.strip_suffix('/')).unwrap_or(page);
        key.parse().ok().map(|key| (&path[..=start], Some(key)))
    });
    territory.unwrap_or_else(|| (path.rfind('/').map_or("", |last| &path[..=last]), None))
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

/// The value of the first parameter of that name. Messengers encode even what needs no encoding.
fn parameter(query: &str, name: &str) -> Option<String> {
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| percent_decoded(value))
}

#[cfg(test)]
#[path = "address_tests.rs"]
mod tests;
