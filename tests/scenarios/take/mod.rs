//! The content of the page, taken along: as a link, as files, on paper.
//!
//! | file | plays |
//! | --- | --- |
//! | `files` | the files that the page makes |
//! | `row` | the row of buttons, with the mouse and without |

mod files;
mod row;

use scenarios::{MapPage, Site, Window};

/// A page that keeps the files that it saves, moving at once.
async fn at(address: &str, window: Window) -> MapPage {
    let page = MapPage::of(&Site::built(), window).await;
    page.keep_saved_files().await;
    page.reduce_motion().await;
    page.visit_address(address).await;
    page.settle().await;
    page
}
