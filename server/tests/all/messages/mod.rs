//! Requests and answers as the versions of HTTP write them.

// Those that are in order.
mod http1;
mod http2;
mod methods;

// Those that are not.
mod fuzz;
mod malformed;
