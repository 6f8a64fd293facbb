//! What is answered for a file.

// Which file.
mod folders;
mod large;
mod missing;
mod paths;

// Which form of it.
mod encodings;
mod ranges;
mod types;

// Whether the client has it, and what it may do with it.
mod caching;
mod policies;
mod validators;
