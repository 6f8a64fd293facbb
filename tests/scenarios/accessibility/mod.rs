//! Settings of people who see little, or who get sick from motion.
//!
//! | file | scenario |
//! | --- | --- |
//! | `axe` | what a program can check |
//! | `forced_colors` | colours chosen by the system |
//! | `reduced_motion` | no flight and no inertia |
//! | `reflow` | narrow windows and enlarged pages |

mod axe;
mod forced_colors;
mod reduced_motion;
mod reflow;
