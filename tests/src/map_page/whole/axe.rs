//! What axe-core finds: rules of WCAG that a program can check.

use std::fs;

use serde_json::json;

use crate::map_page::MapPage;
use crate::site::from_environment;

/// Where `make scenarios` installs it.
const AXE: &str = "../target/tools/axe-core/node_modules/axe-core/axe.min.js";

/// Runs every rule and names the elements that break one.
const RUN: &str = "return window.axe.run(document, { resultTypes: ['violations'] }).then(found =>
    found.violations.flatMap(({ id, help, nodes }) =>
        nodes.map(node => `${id}: ${help}: ${node.target.join(' ')}: ${node.html.slice(0, 120)}`)))";

impl MapPage {
    /// The findings on the page as it is now, each with the rule and the element.
    pub async fn accessibility_findings(&self) -> Vec<String> {
        let path = from_environment("AXE_SCRIPT", AXE);
        let script = fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}: run `make scenarios`", path.display()));
        // Through the driver, which the policy of the page does not bind.
        self.devtools("Runtime.evaluate", json!({ "expression": script })).await;
        self.run(RUN, vec![]).await
    }
}
