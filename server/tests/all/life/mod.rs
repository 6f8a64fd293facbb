//! From the start of the server to its end.

// The start.
mod command;
mod pack;
mod sockets;
mod start;

// While it runs.
mod log;
mod reload;
mod soak;

// The end.
mod stop;
