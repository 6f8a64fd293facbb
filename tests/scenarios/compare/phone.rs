//! A comparison in a narrow window.

use super::TWO;
use scenarios::{MapPage, Screen, Widths, Window};

#[tokio::test]
async fn on_a_phone_no_text_is_cut_and_the_questions_stay_in_sight() {
    let page = MapPage::visit_without_motion(Window::Phone).await;
    page.move_to_screen(Screen { ratio: 1.0, width: 360, height: 740 }).await;
    let three = [TWO, ",departement-2A,region-84"].concat();
    for address in [TWO, three.as_str(), "?comparer=commune-38421"] {
        page.visit_address(address).await;
        page.settle().await;
        assert_eq!(page.cut_texts().await, Vec::<String>::new(), "{address}");
        let Widths { window, content } = page.widths().await;
        assert!(content <= window, "{address}: {content} px wide in {window}");
        let [first, area] = page.first_column_when_scrolled().await;
        assert!((first - area).abs() <= 1.0, "{address}: {first} in {area}");
    }
}
