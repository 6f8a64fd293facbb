//! Input: the meaning of pointers, wheels and arrow keys.

// Pointers and wheels.
mod aim;
mod gesture;
mod hover_throttle;

// Arrow keys.
mod direction;
mod navigation;

pub use aim::{aimed_at, is_under_thumb};
pub use direction::Direction;
pub use gesture::{
    DOUBLE_TAP_MS, Gesture, GestureHandling, Hint, Pointer, PointerKind, ViewChange, WheelKind,
    ZOOM_STEP, wheel_change,
};
pub use hover_throttle::{HoverThrottle, HoverTick};
pub use navigation::Navigation;
