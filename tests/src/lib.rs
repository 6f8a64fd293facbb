//! Browser scenarios.
