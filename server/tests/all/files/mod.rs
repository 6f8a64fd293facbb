//! Answers about files.

// The file.
mod folders;
mod large;
mod missing;
mod paths;

// Its type, coding and parts.
mod encodings;
mod ranges;
mod types;

// Its use by the client.
mod caching;
mod policies;
mod validators;
