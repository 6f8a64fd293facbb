//! The version of HTTP that a client speaks, by its first bytes.

use std::io;

use super::socket::Socket;

/// The first bytes of a client in HTTP/2 (RFC 9113 §3.4), which are no valid request in HTTP/1.1.
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

/// Appends bytes to `read` until they decide whether the client speaks HTTP/2.
///
/// # Errors
/// When the connection broke.
pub(super) async fn is_http2(socket: &mut Socket, read: &mut Vec<u8>) -> io::Result<bool> {
    loop {
        if read.starts_with(PREFACE) {
            return Ok(true);
        }
        let may_be = PREFACE.starts_with(read);
        if !may_be || socket.read(read).await? == 0 {
            return Ok(false);
        }
    }
}
