//! What the Content-Security-Policy of the page stops.

use serde_json::json;

use super::MapPage;

impl MapPage {
    /// From the next opening on, remembers what the policy stops.
    pub async fn watch_policy(&self) {
        let script = json!({ "source": include_str!("../scripts/watch_policy.js") });
        let method = "Page.addScriptToEvaluateOnNewDocument";
        self.driver().cdp().send_raw(method, script).await.unwrap();
    }

    /// What the policy has stopped since the opening: the directive, and what it stopped.
    pub async fn stopped(&self) -> Vec<String> {
        self.run("return window.stoppedByPolicy", vec![]).await
    }

    /// Adds a script to the page as an attacker would, and says whether it ran.
    pub async fn runs_a_foreign_script(&self) -> bool {
        self.run(include_str!("../scripts/foreign_script.js"), vec![]).await
    }
}
