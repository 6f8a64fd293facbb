//! Preferences of the person, set in their system: less motion, dark pages, forced colours.

use serde_json::{Value, json};

use super::MapPage;

/// The setting of a person who gets sick from motion.
const LESS_MOTION: (&str, &str) = ("prefers-reduced-motion", "reduce");

impl MapPage {
    /// Scripts of pages do not run from now on.
    pub async fn switch_scripts_off(&self) {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    }

    /// From now on the person is known to ask for less motion.
    pub async fn reduce_motion(&self) {
        self.prefer(&[LESS_MOTION]).await;
    }

    /// From now on the person is known to like dark pages, and less motion.
    pub async fn darken(&self) {
        self.prefer(&[LESS_MOTION, ("prefers-color-scheme", "dark")]).await;
        self.settle().await;
    }

    /// From now on the person is known to like dark pages; for pages without scripts.
    pub async fn prefers_dark_pages(&self) {
        self.prefer(&[("prefers-color-scheme", "dark")]).await;
    }

    /// From now on the person has the system choose the colours, as for poor sight.
    pub async fn force_colors(&self) {
        self.prefer(&[("forced-colors", "active")]).await;
        self.settle().await;
    }

    async fn prefer(&self, features: &[(&str, &str)]) {
        let feature = |(name, value): &(&str, &str)| json!({ "name": name, "value": value });
        let features: Vec<Value> = features.iter().map(feature).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }
}
