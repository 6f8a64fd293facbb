//! What is shown, taken along: as a link, as files, on paper.
//!
//! | file | plays |
//! | --- | --- |
//! | `files` | the files that the page makes |
//! | `row` | the row of buttons, with the mouse and without |

mod files;
mod row;
