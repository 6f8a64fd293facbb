//! The site that is served at the moment.

use std::sync::{Arc, PoisonError, RwLock};

use super::served::Site;

/// The site that is served at the moment. Each answer takes it once, so it never mixes two builds.
#[derive(Debug)]
pub(crate) struct Current(RwLock<Arc<Site>>);

impl Current {
    pub fn new(site: Site) -> Self {
        Self(RwLock::new(Arc::new(site)))
    }

    pub fn now(&self) -> Arc<Site> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub fn swap(&self, site: Site) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(site);
    }
}
