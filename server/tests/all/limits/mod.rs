//! The limits of time, connections and memory that clients may take.

mod crowds;
mod memory;
mod time_outs;
