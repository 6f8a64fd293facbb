//! The version of HTTP that a client speaks: its first bytes say it (RFC 9113 §3.4).

use std::io;

use super::socket::Socket;

/// The bytes with which a client begins in HTTP/2, and which are no request in HTTP/1.1.
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

/// Reads to the end of `read` until it is sure whether the client speaks HTTP/2.
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
