//! Requests and answers in each version of HTTP.

// Valid ones.
mod http1;
mod http2;
mod methods;

// Invalid ones.
mod fuzz;
mod malformed;
