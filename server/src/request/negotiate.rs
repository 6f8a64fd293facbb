//! The choice between the variants of a file, by `Accept-Encoding` (RFC 9110 §12.5.3).

use crate::site::{Coding, Variant};

/// Returns the smallest of `variants`, of which the first has no coding, that the client prefers, or `None` if it accepts none.
pub fn choose<'a>(
    mut variants: impl Iterator<Item = &'a Variant>,
    accepted: Option<&str>,
) -> Option<&'a Variant> {
    // Without the field any coding is allowed, but such a client may know none.
    let Some(accepted) = accepted else { return variants.next() };
    let weights = Weights::read(accepted);
    let liked = variants.filter_map(|variant| Some((weights.of(variant.coding)?, variant)));
    // Of equal variants the last one: the file without coding comes first.
    liked
        .max_by_key(|(weight, variant)| (*weight, std::cmp::Reverse(variant.blob.len())))
        .map(|(_, variant)| variant)
}

/// The weights that a field names, in thousandths (RFC 9110 §12.4.2).
#[derive(Default)]
struct Weights {
    brotli: Option<u16>,
    gzip: Option<u16>,
    identity: Option<u16>,
    any: Option<u16>,
}

impl Weights {
    fn read(field: &str) -> Self {
        let mut weights = Self::default();
        for member in field.split(',') {
            let mut parts = member.split(';').map(str::trim);
            let name = parts.next().unwrap_or_default();
            let weight = parts.find_map(|part| Some(weight(part.strip_prefix(['q', 'Q'])?)));
            if let Some(known) = weights.of_name(name) {
                *known = Some(weight.unwrap_or(1000));
            }
        }
        weights
    }

    /// The weight of the coding `name`, to be written; `None` for a coding that the server does not
    /// know.
    fn of_name(&mut self, name: &str) -> Option<&mut Option<u16>> {
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        Some(match () {
            () if is("br") => &mut self.brotli,
            // The old name means the same (RFC 9110 §8.4.1.3).
            () if is("gzip") || is("x-gzip") => &mut self.gzip,
            () if is("identity") => &mut self.identity,
            () if name == "*" => &mut self.any,
            () => return None,
        })
    }

    /// Returns the weight of a coding, or `None` if the client does not accept it.
    fn of(&self, coding: Coding) -> Option<u16> {
        let weight = match coding {
            Coding::Brotli => self.brotli.or(self.any).unwrap_or(0),
            Coding::Gzip => self.gzip.or(self.any).unwrap_or(0),
            // Accepted unless excluded, by name or by `*;q=0`. Without a weight of its own, it
            // comes after all codings that the field names.
            Coding::Identity => match (self.identity, self.any) {
                (Some(weight), _) => weight,
                (None, Some(0)) => 0,
                (None, _) => return Some(0),
            },
        };
        (weight > 0).then_some(weight)
    }
}

/// Reads a weight such as `=0.5`, in thousandths. An invalid one counts as 0: the file is then sent
/// without a coding that the client might not accept.
fn weight(text: &str) -> u16 {
    let Some(number) = text.trim_start().strip_prefix('=').map(str::trim) else { return 0 };
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let digits_are_few = part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    let thousandths = format!("{part:0<3}").parse::<u16>();
    match (whole, thousandths) {
        ("0", Ok(thousandths)) if digits_are_few => thousandths,
        ("1", Ok(0)) if digits_are_few => 1000,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;
    use crate::site::Blob;

    fn variants(sizes: &[(Coding, usize)]) -> Vec<Variant> {
        let variant = |&(coding, size): &(Coding, usize)| Variant {
            coding,
            blob: Blob::Memory(vec![0; size].into()),
            etag: HeaderValue::from_static("\"\""),
            stamp: None,
        };
        sizes.iter().map(variant).collect()
    }

    #[test]
    fn the_most_liked_is_sent_and_of_equals_the_smallest() {
        use Coding::{Brotli, Gzip, Identity};
        let all = variants(&[(Identity, 100), (Brotli, 30), (Gzip, 40)]);
        for (accepted, coding) in [
            ("gzip, deflate, br, zstd", Some(Brotli)),
            ("gzip, zstd", Some(Gzip)),
            ("gzip;q=1.0, br;q=0.5", Some(Gzip)),
            ("GZIP;Q=0.2, br;q=0", Some(Gzip)),
            ("x-gzip", Some(Gzip)),
            ("br ; q = 0.001 , gzip ; q=0.002", Some(Gzip)),
            ("*", Some(Brotli)),
            ("br;q=0, *", Some(Gzip)),
            ("*;q=0", None),
            ("*;q=0, gzip", Some(Gzip)),
            ("identity", Some(Identity)),
            ("identity;q=0.5, gzip;q=0.4", Some(Identity)),
            ("identity;q=0", None),
            ("identity;q=0, br", Some(Brotli)),
            ("identity;q=0, *;q=0.1", Some(Brotli)),
            ("br;q=0", Some(Identity)),
            ("", Some(Identity)),
            ("deflate, compress", Some(Identity)),
            ("br;q=2", Some(Identity)),
            ("br;q=0.0001", Some(Identity)),
            ("br;q=é", Some(Identity)),
        ] {
            let chosen = choose(all.iter(), Some(accepted)).map(|variant| variant.coding);
            assert_eq!(chosen, coding, "{accepted}");
        }
        assert_eq!(choose(all.iter(), None).map(|variant| variant.coding), Some(Identity));
    }

    #[test]
    fn a_file_without_variants_is_refused_only_to_who_refuses_it() {
        let plain = variants(&[(Coding::Identity, 100)]);
        assert!(choose(plain.iter(), Some("br, gzip")).is_some());
        assert!(choose(plain.iter(), Some("br, identity;q=0")).is_none());
    }
}
