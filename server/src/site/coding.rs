//! Content codings (RFC 9110 §8.4.1).

use std::io::{self, BufRead, Read, Write};

use http::HeaderValue;

/// A content coding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// No coding.
    Identity,
    /// RFC 7932.
    Brotli,
    /// RFC 8878.
    Zstandard,
    /// RFC 1952.
    Gzip,
}

/// The effort with which files without a sibling are compressed: nearly the smallest size, in a
/// tenth of the time. A build that wants the smallest size writes siblings.
const BROTLI_QUALITY: u32 = 9;
const ZSTANDARD_LEVEL: i32 = 9;
/// The logarithm of the window. Every browser accepts 4 MiB.
const BROTLI_WINDOW: u32 = 22;
/// The size of buffers, in bytes. Most siblings are small, and a larger buffer would be zeroed for
/// each.
const BUFFER: usize = 8 << 10;

impl Coding {
    /// The codings that make files smaller. Of equal sizes the last one is sent.
    pub const COMPRESSED: [Self; 3] = [Self::Brotli, Self::Zstandard, Self::Gzip];

    /// Returns the name in `Accept-Encoding` and `Content-Encoding`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Brotli => "br",
            Self::Zstandard => "zstd",
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
            Self::Zstandard => ".zst",
            Self::Gzip => ".gz",
        }
    }

    /// Encodes `content`.
    ///
    /// # Errors
    /// Those of the compressor, which has none for bytes in memory.
    pub fn encode(self, content: &[u8]) -> io::Result<Vec<u8>> {
        match self {
            Self::Identity => Ok(content.to_vec()),
            Self::Brotli => {
                let mut coded = Vec::new();
                brotli::CompressorWriter::new(&mut coded, BUFFER, BROTLI_QUALITY, BROTLI_WINDOW)
                    .write_all(content)?;
                Ok(coded)
            }
            Self::Zstandard => zstd::bulk::compress(content, ZSTANDARD_LEVEL),
            Self::Gzip => {
                let mut gzip =
                    flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
                gzip.write_all(content)?;
                gzip.finish()
            }
        }
    }

    /// Whether `coded` decodes to exactly `content`.
    pub fn decodes_to(self, coded: impl BufRead, content: impl Read) -> bool {
        match self {
            Self::Identity => reads_as(coded, content),
            Self::Brotli => reads_as(brotli::Decompressor::new(coded, BUFFER), content),
            Self::Zstandard => zstd::stream::read::Decoder::with_buffer(coded)
                .is_ok_and(|decoder| reads_as(decoder, content)),
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
    use super::*;

    #[test]
    fn what_was_encoded_decodes_to_itself_and_to_nothing_else() {
        let content = b"Sante des territoires ".repeat(500);
        for coding in Coding::COMPRESSED {
            let coded = coding.encode(&content).unwrap();
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
