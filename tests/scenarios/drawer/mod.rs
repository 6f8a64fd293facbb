//! The panel of a telephone: a drawer over the foot of the map.
//!
//! | file | scenario |
//! | --- | --- |
//! | `stops` | the strip, half, full: by the handle, a finger, the keyboard |
//! | `in_sight` | the selected territory and the answer stay in sight |
//! | `legend` | the legend in the place of the answer |
//! | `layout_shift` | nothing jumps while the page loads |

mod in_sight;
mod layout_shift;
mod legend;
mod stops;
