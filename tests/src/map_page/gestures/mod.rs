//! Mouse, finger, pen and keyboard.
//!
//! | file | gestures |
//! | --- | --- |
//! | `mouse` | buttons, clicks, dragging, the wheel, a track pad |
//! | `touch` | taps, one finger, two fingers |
//! | `pen` | in the air and on the screen |
//! | `frame` | the wheel over a map in a frame of another page |
//! | `keyboard` | keys, and what they act on |

mod frame;
mod keyboard;
mod mouse;
mod pen;
mod touch;

pub use frame::Modifier;
pub use keyboard::Focus;
pub use mouse::Fling;
