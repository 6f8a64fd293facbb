//! The clock, which nothing else of the commands for stewards reads.

/// The day of the run (UTC), ISO 8601.
pub fn today() -> String {
    time::OffsetDateTime::now_utc().date().to_string()
}
