//! A page that asks for consent before it shows frames of others: tarteaucitron.

use super::rhone;
use scenarios::{Host, HostSetup, Window, npm};

/// The files of tarteaucitron that a page loads.
const FILES: [&str; 5] = [
    "tarteaucitron.min.js",
    "tarteaucitron.services.min.js",
    "advertising.min.js",
    "css/tarteaucitron.min.css",
    "lang/tarteaucitron.fr.min.js",
];

#[tokio::test]
async fn tarteaucitron_shows_the_map_after_consent_and_asks_us_nothing_before() {
    // As its documentation has it: the attributes of the frame on a placeholder.
    let (frame, link) =
        rhone().split_once("></iframe>").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    let placeholder = frame.replace("<iframe src=", "<span class=\"tac_iframe\" url=");
    let body = format!(
        "<script src=\"tarteaucitron/tarteaucitron.min.js\"></script>
         <script>
           tarteaucitron.events.load = () => {{ window.noted = 'ready' }};
           tarteaucitron.init({{ privacyUrl: '', orientation: 'bottom', highPrivacy: true, cookieslist: false }});
           (tarteaucitron.job = tarteaucitron.job || []).push('iframe');
         </script>
         <div style=\"width:600px\">{placeholder}></span>{link}</div>"
    );
    let files =
        FILES.map(|it| (format!("tarteaucitron/{it}"), npm(&format!("tarteaucitronjs/{it}"))));
    let setup = HostSetup { files: &files, ..HostSetup::default() };
    let host = Host::visit_with(Window::Desk, &body, setup).await;
    let page = &host.page;

    let allow = ".tac_iframe .tarteaucitronAllow";
    page.until_seen(allow).await;
    assert_eq!(page.frame_count().await, 0);
    let asked = page.requests().await.into_iter().filter(|it| it.starts_with(page.address()));
    assert_eq!(asked.collect::<Vec<_>>(), Vec::<String>::new(), "before consent");
    assert!(page.is_seen("p a[href$='/territoire/departement-69/']").await, "the link");

    assert_eq!(page.noted().await, "ready", "its buttons work");
    page.press_on(allow).await;

    page.until_seen("iframe").await;
    page.enter_frame_with_map().await;
    assert_eq!(page.overflow().await, [0.0, 0.0], "nothing scrolls in the frame");
    page.leave_frame().await;
    assert_eq!(page.frame_heights().await.len(), 1, "nobody set another height");
    host.is_left_at_once().await;
}
