//! The map on pages of a real CMS: Debian's WordPress, and Wagtail from PyPI.
//!
//! | file | content |
//! | --- | --- |
//! | `published` | the site as it is published, with its address in its files |
//! | `wordpress` | a WordPress with its database, for the length of a scenario |
//! | `wagtail` | a Wagtail with its database, for the length of a scenario |
//! | `program` | a program that ends with its value |
//! | `posts` | what editors and visitors see in WordPress |
//! | `articles` | what visitors see in Wagtail |
//!
//! `make hosts` installs both and plays this, one scenario after another: the site has one address.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a scenario fails")]

mod articles;
mod posts;
mod program;
mod published;
mod wagtail;
mod wordpress;
