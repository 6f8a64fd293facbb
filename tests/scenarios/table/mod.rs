//! Lists: the parts of a territory and its schemes, sorted, filtered, pointed at, in place of the map.
//!
//! | file | scenario |
//! | --- | --- |
//! | `rows` | order, conditions, names |
//! | `on_the_map` | rows and the map point at each other |
//! | `views` | tabs, the table in place of the map, the address, the keyboard, a telephone |
//! | `address` | order and rows in the address |
//! | `many` | lists of thousands of rows, and how long they take |

mod address;
mod many;
mod on_the_map;
mod rows;
mod views;

/// The key of Isère.
const ISERE: &str = "departement-38";
