//! The site as it is now, which readers take and reloading swaps.

use std::sync::{Arc, PoisonError, RwLock};

use super::served::Site;

/// The site as it is now. Each answer takes it once, and so is of one build.
#[derive(Debug)]
pub(crate) struct Current(RwLock<Arc<Site>>);

impl Current {
    /// Serves `site` from the start.
    pub fn new(site: Site) -> Self {
        Self(RwLock::new(Arc::new(site)))
    }

    /// The site as it is now.
    pub fn now(&self) -> Arc<Site> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub fn swap(&self, site: Site) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(site);
    }
}
