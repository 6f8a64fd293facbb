//! The requests of the page: to whom, how many, how large.
//!
//! | file | scenario |
//! | --- | --- |
//! | `loading` | progress, each file once, a program that cannot be had |
//! | `budgets` | bytes of each kind of file |
//! | `privacy` | no third party, no cookie, no storage |
//! | `content_security_policy` | the policy of the page, kept and enforced |

mod budgets;
mod content_security_policy;
mod loading;
mod privacy;
