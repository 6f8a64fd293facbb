//! Posts of WordPress as editors and visitors see them, in its default theme.

use scenarios::{MapPage, Window, wanted_height};

use crate::published::{
    is_left_at_once, is_left_at_once_by_an_editor, lines, rhone, shows_the_map, visit, visitor,
};
use crate::wordpress::WordPress;

/// The column of text in the default theme, in CSS pixels, at most.
const COLUMN: f64 = 650.0;

/// The block that the editor makes from an address alone on its line.
fn block() -> String {
    let address = rhone();
    format!(
        "<!-- wp:embed {{\"url\":\"{address}\"}} -->\n<figure class=\"wp-block-embed\">\
         <div class=\"wp-block-embed__wrapper\">\n{address}\n</div></figure>\n<!-- /wp:embed -->"
    )
}

/// The lines in a block « Custom HTML ».
fn html() -> String {
    format!("<!-- wp:html -->\n{}\n<!-- /wp:html -->", lines())
}

/// The frame stands in the column, between its text.
async fn is_in_the_column(page: &MapPage) -> f64 {
    let [left, width] = page.across("iframe").await;
    let [column, column_width] = page.across(".entry-content > *").await;
    assert!(width <= COLUMN && width <= column_width, "{width} in {column_width}");
    assert!((left - column).abs() <= 1.0, "{left} in a column from {column}");
    width
}

#[tokio::test]
async fn an_address_alone_on_its_line_is_a_map_for_a_visitor() {
    let wordpress = WordPress::start();
    wordpress.publish("editor", "bloc", &block());
    wordpress.publish("editor", "ligne", &format!("Avant\n\n{}\n\nAprès", rhone()));
    for window in [Window::Desk, Window::Phone] {
        for name in ["bloc/", "ligne/"] {
            let page = visitor(window).await;
            visit(&page, &wordpress.address(""), &wordpress.address(name)).await;
            page.until_seen("iframe:not([style])").await;
            let width = is_in_the_column(&page).await;
            shows_the_map(&page, &[450.0, wanted_height(width)]).await;
            assert!(!page.is_seen("blockquote").await, "the link makes room for the map");
            is_left_at_once(&page, &wordpress.address("")).await;
        }
    }
}

#[tokio::test]
async fn the_editor_previews_the_map_through_its_own_proxy() {
    let wordpress = WordPress::start();
    let post = wordpress.publish("editor", "bloc", &block());
    let page = visitor(Window::Desk).await;
    page.go_to(&wordpress.address("wp-login.php")).await;
    let log_in = "document.querySelector('#user_login').value = 'editor';
        document.querySelector('#user_pass').value = 'editor';
        document.querySelector('#loginform').submit(); return null";
    page.value::<()>(log_in).await;
    page.until_seen("#wpadminbar").await;
    let before = wordpress.address("wp-admin/edit.php");
    let editor = wordpress.address(&format!("wp-admin/post.php?post={post}&action=edit"));
    visit(&page, &before, &editor).await;

    let ask = format!(
        "window.until(() => window.wp?.apiFetch?.nonceMiddleware)
            .then(() => wp.apiFetch({{ path: `/oembed/1.0/proxy?url=${{encodeURIComponent('{}')}}` }}))
            .then(answer => {{ window.noted = JSON.stringify(answer) }})
            .catch(error => {{ window.noted = JSON.stringify(error) }});
        return null",
        rhone()
    );
    page.value::<()>(&ask).await;
    let answer: serde_json::Value = serde_json::from_str(&page.noted().await).unwrap();
    assert_eq!(answer["provider_name"], "Santé des territoires", "{answer}");
    assert!(answer["html"].as_str().unwrap().contains("<iframe "), "{answer}");

    page.until_seen(".wp-block-embed iframe").await;
    page.enter_frame_with_map().await;
    assert_eq!(page.overflow().await, [0.0, 0.0], "nothing scrolls in the frame");
    page.leave_frame().await;
    // The editor asks for pictures of other sites, which this machine does not reach.
    is_left_at_once_by_an_editor(&page, &before).await;
}

#[tokio::test]
async fn the_lines_of_an_administrator_or_editor_show_the_map_in_the_column() {
    let wordpress = WordPress::start();
    for role in ["administrator", "editor"] {
        wordpress.publish(role, role, &html());
        for window in [Window::Desk, Window::Phone] {
            let page = visitor(window).await;
            visit(&page, &wordpress.address(""), &wordpress.address(&format!("{role}/"))).await;
            is_in_the_column(&page).await;
            shows_the_map(&page, &[450.0]).await;
            is_left_at_once(&page, &wordpress.address("")).await;
        }
    }
}

#[tokio::test]
async fn of_the_lines_of_an_author_the_link_stays() {
    let wordpress = WordPress::start();
    wordpress.publish("author", "auteur", &html());
    let page = visitor(Window::Desk).await;
    visit(&page, &wordpress.address(""), &wordpress.address("auteur/")).await;
    assert_eq!(page.frame_count().await, 0);
    assert!(page.is_seen(".entry-content a[href$='/territoire/departement-69/']").await);
    is_left_at_once(&page, &wordpress.address("")).await;
}

#[tokio::test]
async fn back_leaves_the_page_at_once_after_the_map_was_used() {
    let wordpress = WordPress::start();
    wordpress.publish("editor", "bloc", &block());
    let page = visitor(Window::Desk).await;
    visit(&page, &wordpress.address(""), &wordpress.address("bloc/")).await;
    let before = page.history_length().await;
    page.until_seen("iframe:not([style])").await;
    page.enter_frame_with_map().await;
    // A frame in a sandbox has none of our scripts: the keys are its own page's.
    let keys = "const map = document.querySelector('[role=application]');
        map.focus();
        for (const key of ['ArrowRight', 'Enter']) {
            map.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        }
        return null";
    page.value::<()>(keys).await;
    page.leave_frame().await;
    assert_eq!(page.history_length().await, before);

    is_left_at_once(&page, &wordpress.address("")).await;
}
