//! Input: what pointers, wheels and arrow keys mean.

// Pointers and wheels.
mod gesture;
mod glances;

// Arrow keys.
mod direction;
mod navigation;

pub use direction::{Direction, island_links, nearest_towards, neighbour_towards};
pub use gesture::{
    Change, Gesture, Hint, Manners, Pointer, PointerKind, WheelKind, ZOOM_STEP, wheel_change,
};
pub use glances::{Glance, Glances};
pub use navigation::Navigation;
