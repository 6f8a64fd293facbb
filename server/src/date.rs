//! Dates as HTTP and as the log write them.

use std::cell::RefCell;
use std::num::NonZero;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::HeaderValue;
use time::OffsetDateTime;
use time::format_description::well_known::Iso8601;
use time::format_description::well_known::iso8601::{Config, EncodedConfig, TimePrecision};

/// The start of the year 10000, in seconds since 1970. HTTP dates have years of four digits.
const YEAR_10000: u64 = 253_402_300_800;

/// Returns `time` as an HTTP date (RFC 9110 §5.6.7), or `None` before 1970 and after 9999, which
/// such a date cannot express.
pub(crate) fn http(time: SystemTime) -> Option<HeaderValue> {
    let seconds = time.duration_since(UNIX_EPOCH).ok()?.as_secs();
    let text = (seconds < YEAR_10000).then(|| httpdate::fmt_http_date(time))?;
    HeaderValue::from_str(&text).ok()
}

/// Calls `write` with the value of the header `Date` (RFC 9110 §6.6.1). Each thread formats it once
/// a second.
pub(crate) fn with_now<T>(write: impl FnOnce(&str) -> T) -> T {
    thread_local! {
        static NOW: RefCell<(u64, String)> = const { RefCell::new((0, String::new())) };
    }
    // Even with a clock that is wrong by centuries, an answer is sent.
    let second = seconds(SystemTime::now()).min(YEAR_10000 - 1);
    NOW.with_borrow_mut(|(formatted, text)| {
        if *formatted != second || text.is_empty() {
            let now = UNIX_EPOCH + Duration::from_secs(second);
            (*formatted, *text) = (second, httpdate::fmt_http_date(now));
        }
        write(text)
    })
}

/// Returns `time` as the log has it: `2026-11-24T10:15:00.123Z` (RFC 3339 §5.6).
pub(crate) fn rfc3339(time: SystemTime) -> String {
    const MILLISECONDS: EncodedConfig = Config::DEFAULT
        .set_time_precision(TimePrecision::Second { decimal_digits: NonZero::new(3) })
        .encode();
    let last = UNIX_EPOCH + Duration::from_secs(YEAR_10000 - 1);
    let time = OffsetDateTime::from(time.clamp(UNIX_EPOCH, last));
    // No error: every year in this range has four digits.
    time.format(&Iso8601::<MILLISECONDS>).unwrap_or_default()
}

fn seconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_http_cannot_write_is_none() {
        let after = |seconds| UNIX_EPOCH + Duration::from_secs(seconds);
        assert_eq!(http(UNIX_EPOCH - Duration::from_nanos(1)), None);
        assert_eq!(http(UNIX_EPOCH).unwrap(), "Thu, 01 Jan 1970 00:00:00 GMT");
        assert_eq!(http(after(YEAR_10000 - 1)).unwrap(), "Fri, 31 Dec 9999 23:59:59 GMT");
        assert_eq!(http(after(YEAR_10000)), None);
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        for (seconds, text) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (951_782_400, "2000-02-29T00:00:00.000Z"),
            (1_709_164_799, "2024-02-28T23:59:59.000Z"),
            (1_709_251_200, "2024-03-01T00:00:00.000Z"),
            (1_798_761_599, "2026-12-31T23:59:59.000Z"),
        ] {
            assert_eq!(rfc3339(UNIX_EPOCH + Duration::from_secs(seconds)), text);
        }
    }

    #[test]
    fn the_header_is_an_http_date_of_now() {
        let read = with_now(|text| httpdate::parse_http_date(text).unwrap());
        assert!(SystemTime::now().duration_since(read).unwrap() < Duration::from_secs(2));
    }
}
