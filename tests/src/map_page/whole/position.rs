//! The position of the device, which the browser asks the person for.

use serde_json::json;

use crate::map_page::{MapPage, plain};

impl MapPage {
    /// From now on the device is there, degrees east and north, and every page may know.
    pub async fn grant_position(&self, (longitude, latitude): (f64, f64)) {
        let point = json!({ "longitude": longitude, "latitude": latitude, "accuracy": 20 });
        self.devtools("Emulation.setGeolocationOverride", point).await;
        self.set_position_permission("granted").await;
    }

    /// From now on no page may know where the device is.
    pub async fn refuse_position(&self) {
        self.set_position_permission("denied").await;
    }

    async fn set_position_permission(&self, setting: &str) {
        let permission = json!({ "permission": { "name": "geolocation" }, "setting": setting });
        self.devtools("Browser.setPermission", permission).await;
    }

    /// Why « Autour de moi » has found nothing.
    pub async fn position_reason(&self) -> String {
        plain(&self.element("//p[@role='alert']").await.text().await.unwrap())
    }

    /// From the next opening on, counts how often the page asks for the position.
    pub async fn count_position_requests(&self) {
        let script = "window.positionRequests = 0;
            const { getCurrentPosition } = Geolocation.prototype;
            Geolocation.prototype.getCurrentPosition = function (...all) {
              window.positionRequests += 1;
              return getCurrentPosition.apply(this, all);
            };";
        self.before_each_page(script).await;
    }

    /// The number of times that it has asked.
    pub async fn position_requests(&self) -> u32 {
        self.run("return window.positionRequests", vec![]).await
    }
}
