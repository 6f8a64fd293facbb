//! Frames of HTTP/2, byte by byte. RFC 9113 §4.1 and RFC 7541 §6 say how each is meant.

/// The beginning of a client.
pub const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
/// The widest window.
pub const WIDEST: u32 = (1 << 31) - 1;

/// The kinds of frames that the tests send or look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Headers = 1,
    Reset = 3,
    Settings = 4,
    Ping = 6,
    WindowUpdate = 8,
}

/// A frame.
pub fn frame(kind: Kind, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let mut frame = (payload.len() as u32).to_be_bytes()[1..].to_vec();
    frame.extend([kind as u8, flags]);
    frame.extend(stream.to_be_bytes());
    frame.extend(payload);
    frame
}

/// SETTINGS with the initial window of each stream.
pub fn window_of_streams(size: u32) -> Vec<u8> {
    frame(Kind::Settings, 0, 0, &[&[0, 4][..], &size.to_be_bytes()].concat())
}

/// HEADERS that ask for `path`, and end the stream.
pub fn request(method: &str, path: &str, stream: u32) -> Vec<u8> {
    let literal = |index: u8, text: &str| [&[index, text.len() as u8], text.as_bytes()].concat();
    let head = [&literal(2, method)[..], &[0x86], &literal(1, "a"), &literal(4, path)].concat();
    frame(Kind::Headers, 5, stream, &head)
}

/// The frames of a client that opens its windows as wide as they go, and asks for `path` on as many
/// streams as there may be.
pub fn greed(path: &str) -> Vec<u8> {
    let mut bytes = [PREFACE, &window_of_streams(WIDEST)].concat();
    bytes.extend(frame(Kind::WindowUpdate, 0, 0, &(WIDEST - 65_535).to_be_bytes()));
    for stream in (1..=255).step_by(2) {
        bytes.extend(request("GET", path, stream));
    }
    bytes
}

/// Splits off the first frame of `bytes`, if it is whole: its kind, its stream and the rest.
pub fn first(bytes: &[u8]) -> Option<(u8, u32, &[u8])> {
    let (head, rest) = bytes.split_at_checked(9)?;
    let length = u32::from_be_bytes([0, head[0], head[1], head[2]]) as usize;
    let stream = u32::from_be_bytes([head[5], head[6], head[7], head[8]]);
    Some((head[3], stream, rest.get(length..)?))
}
