//! From codes and names in cells to territories and perimeters.

// Cells.
mod items;
mod numbers;
// Territories, and what stands beside their codes.
mod agreement;
mod checker;
mod communes;
mod department_cell;
mod postal;
pub(crate) mod propose;
mod territories;
// Perimeters.
mod atoms;
mod perimeter;

pub(crate) use agreement::Coded;
pub use atoms::Atoms;
pub(crate) use checker::Checker;
pub(crate) use communes::WITHOUT_CONTOUR;
pub(super) use communes::communes_with_contours;
pub(crate) use department_cell::{DepartmentCell, department_cell};
pub(super) use items::items;
pub(crate) use items::{code_and_name, is_code, items_between};
pub use perimeter::Perimeter;
