//! Content codings (RFC 9110 §8.4.1).

use std::io::{BufRead, Read};

use http::HeaderValue;

/// A content coding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// No coding.
    Identity,
    /// RFC 7932.
    Brotli,
    /// RFC 1952.
    Gzip,
}

/// The size of buffers, in bytes. Most siblings are small, and a larger buffer would be zeroed for
/// each.
const BUFFER: usize = 8 << 10;

impl Coding {
    /// The codings that make files smaller. Of equal sizes the last one is sent.
    pub const COMPRESSED: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// Returns the name in `Accept-Encoding` and `Content-Encoding`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// Returns the value of `Content-Encoding`; `None` without a coding.
    pub fn header(self) -> Option<HeaderValue> {
        (self != Self::Identity).then(|| HeaderValue::from_static(self.name()))
    }

    /// Returns the extension of a sibling, with its dot; empty without a coding.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Identity => "",
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }

    /// Whether `coded` decodes to exactly `content`.
    pub fn decodes_to(self, coded: impl BufRead, content: impl Read) -> bool {
        match self {
            Self::Identity => reads_as(coded, content),
            Self::Brotli => {
                reads_as(brotli_decompressor::Decompressor::new(coded, BUFFER), content)
            }
            Self::Gzip => reads_as(flate2::bufread::MultiGzDecoder::new(coded), content),
        }
    }
}

/// Whether `source` yields exactly `content`. It stops at the first difference, so a small file
/// that decodes to a huge one costs nothing.
fn reads_as(mut source: impl Read, mut content: impl Read) -> bool {
    let (mut found, mut expected) = ([0; BUFFER], [0; BUFFER]);
    loop {
        let Ok(length) = source.read(&mut found) else { return false };
        if length == 0 {
            return content.read(&mut expected[..1]).is_ok_and(|rest| rest == 0);
        }
        let is_there = content.read_exact(&mut expected[..length]).is_ok();
        if !is_there || found[..length] != expected[..length] {
            return false;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};

    use super::*;

    fn encode(coding: Coding, content: &[u8]) -> io::Result<Vec<u8>> {
        match coding {
            Coding::Identity => Ok(content.to_vec()),
            Coding::Brotli => {
                let mut coded = Vec::new();
                brotli::CompressorWriter::new(&mut coded, BUFFER, 9, 22).write_all(content)?;
                Ok(coded)
            }
            Coding::Gzip => {
                let mut gzip =
                    flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
                gzip.write_all(content)?;
                gzip.finish()
            }
        }
    }

    #[test]
    fn what_was_encoded_decodes_to_itself_and_to_nothing_else() {
        let content = b"Sante des territoires ".repeat(500);
        for coding in Coding::COMPRESSED {
            let coded = encode(coding, &content).unwrap();
            assert!(coded.len() < content.len(), "{coding:?}");
            assert!(coding.decodes_to(&coded[..], &content[..]), "{coding:?}");
            assert!(!coding.decodes_to(&coded[..], &content[1..]), "{coding:?}: another content");
            assert!(
                !coding.decodes_to(&coded[..], &content[..20]),
                "{coding:?}: a shorter content"
            );
            assert!(
                !coding.decodes_to(&coded[..coded.len() / 2], &content[..]),
                "{coding:?}: half"
            );
            assert!(!coding.decodes_to(&b"nonsense"[..], &content[..]), "{coding:?}: nonsense");
        }
    }
}
