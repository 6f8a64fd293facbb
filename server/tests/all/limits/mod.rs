//! How much clients may take: time, connections, memory.

mod crowds;
mod memory;
mod time_outs;
