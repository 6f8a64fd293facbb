//! Settings of people who see little, or who get sick from motion.
//!
//! | file | scenario |
//! | --- | --- |
//! | `forced_colors` | colours chosen by the system |
//! | `reduced_motion` | no flight and no inertia |
//! | `reflow` | narrow windows and enlarged pages |

mod forced_colors;
mod reduced_motion;
mod reflow;
