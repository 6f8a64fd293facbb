//! Requests, storage, the console, and the Content-Security-Policy.

use crate::map_page::MapPage;
use crate::scripts;

impl MapPage {
    /// The addresses of all requests of the page.
    pub async fn requests(&self) -> Vec<String> {
        self.run(
            "return [location.href, ...performance.getEntriesByType('resource').map(it => it.name)]",
            vec![],
        )
        .await
    }

    /// Cookies and the keys of the storage.
    pub async fn stored(&self) -> Vec<String> {
        let kept =
            "return [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)]
            .filter(it => it !== '')";
        self.run(kept, vec![]).await
    }

    /// The errors of the browser's console.
    pub async fn console_errors(&self) -> Vec<String> {
        let entries = self.driver().browser_log().await.unwrap();
        let severe = entries.into_iter().filter(|entry| entry.level == "SEVERE");
        severe.map(|entry| entry.message).collect()
    }

    /// The number of the elements of the page.
    pub async fn element_count(&self) -> usize {
        self.run("return document.querySelectorAll('*').length", vec![]).await
    }

    /// From the next opening on, the host knows the types of neither programs nor data.
    pub async fn is_served_by_an_old_host(&self) {
        self.before_each_page(scripts::OLD_HOST).await;
    }

    /// From the next opening on, remembers the violations of the policy.
    pub async fn watch_policy(&self) {
        self.before_each_page(scripts::WATCH_POLICY).await;
    }

    /// The violations of the policy since the opening: directive, address, sample.
    pub async fn stopped(&self) -> Vec<String> {
        self.run("return window.stoppedByPolicy", vec![]).await
    }

    /// Adds a script to the page as an attacker would, and says whether it ran.
    pub async fn runs_a_foreign_script(&self) -> bool {
        self.run(scripts::FOREIGN_SCRIPT, vec![]).await
    }
}
