//! Policies for browsers: scripts, frames, use by other sites. The site brings them, in its rules.

use std::fs;

use crate::support::{Site, command, folder};

const POLICY: &str = "content-security-policy";

#[test]
fn any_page_may_read_the_files_and_no_browser_guesses_their_type() {
    let site = Site::with(&[("data/epci.1a2b3c4d.geojson", "{}")]);
    for path in ["/", "/absent", "/data/epci.1a2b3c4d.geojson"] {
        let answer = site.get(path, &["Origin: null"]);
        for (name, value) in [
            ("access-control-allow-origin", "*"),
            ("cross-origin-resource-policy", "cross-origin"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("access-control-expose-headers", "etag, content-range"),
        ] {
            assert_eq!(answer.header(name), value, "{path}");
        }
        assert!(answer.header("permissions-policy").contains("camera=()"), "{path}");
        assert!(answer.headers.iter().all(|(name, _)| name != "x-frame-options"), "{path}");
    }
}

#[test]
fn a_browser_may_send_ranges_and_tags_for_another_site() {
    let site = Site::with(&[("data/a.pbf", "0123456789")]);
    let ask = ["Origin: https://ville.fr", "Access-Control-Request-Method: GET"];
    let answer = site.send("OPTIONS", "/data/a.pbf", &ask);
    assert_eq!((answer.status, answer.header("content-length")), (204, ""));
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert_eq!(answer.header("access-control-allow-methods"), "GET, HEAD");
    for name in ["if-none-match", "range"] {
        assert!(answer.header("access-control-allow-headers").contains(name), "{name}");
    }
    assert_eq!(site.send("OPTIONS", "/data/a.pbf", &[]).status, 405, "no browser asks");
}

#[test]
fn each_address_has_the_headers_that_the_rules_of_the_site_say() {
    let rules = "# règles\n/*\n  Permissions-Policy: usb=()\n/\n  Content-Security-Policy: default-src 'self'\n\
                 /a/*\n  Content-Security-Policy: frame-ancestors https://ville.fr\n  X-Un: 1\n\
                 /a/b.txt\n  X-Un: 2\n";
    let site = Site::with(&[("_headers", rules), ("a/b.txt", "b"), ("a/index.html", "page")]);
    for (path, policy, own) in [
        ("/", "default-src 'self'", ""),
        ("/index.html", "frame-ancestors 'self'", ""),
        ("/a/", "frame-ancestors https://ville.fr", "1"),
        ("/a/b.txt", "frame-ancestors https://ville.fr", "1, 2"),
        ("/a/absent", "frame-ancestors 'self'", ""),
    ] {
        let answer = site.get(path, &[]);
        assert_eq!((answer.header(POLICY), answer.header("x-un")), (policy, own), "{path}");
        assert_eq!(answer.header("permissions-policy"), "usb=()", "{path}");
    }
    let known = format!("If-None-Match: {}", site.get("/a/b.txt", &[]).header("etag"));
    let answer = site.get("/a/b.txt", &[&known]);
    assert_eq!((answer.status, answer.header("x-un")), (304, "1, 2"));
    assert_eq!(site.get("/_headers", &[]).status, 404, "they are no file of the site");
}

#[test]
fn a_site_without_rules_is_served_with_care() {
    let folder = folder(&[("app-0123456789abcdef.js", "a()")]);
    fs::remove_file(folder.path().join("dist/_headers")).unwrap();
    let site = Site::of(folder, &[]);
    for path in ["/", "/app-0123456789abcdef.js", "/absent", "/healthz"] {
        let answer = site.get(path, &[]);
        for (name, value) in [
            ("cache-control", "no-cache"),
            (POLICY, "frame-ancestors 'self'"),
            ("referrer-policy", "no-referrer"),
            ("x-content-type-options", "nosniff"),
            ("access-control-allow-origin", ""),
            ("x-frame-options", ""),
        ] {
            assert_eq!(answer.header(name), value, "{path}");
        }
    }
}

#[test]
fn new_rules_are_a_new_build_and_what_is_wrong_in_them_is_logged() {
    let folder = folder(&[]);
    let log = folder.path().join("log");
    let mut command = command(&folder.path().join("dist"), "127.0.0.1:0");
    let site = Site::start(folder, command.stderr(fs::File::create(&log).unwrap()));
    site.write("_headers", "/*\n  X-Un: 1\n  Content-Length: 7\n  Pas un en-tête\n");
    let answer = site.until("/", &[], |answer| answer.header("x-un") == "1");
    assert_eq!(answer.header("content-length"), answer.body.len().to_string());
    let text = fs::read_to_string(&log).unwrap();
    for line in ["line 3", "line 4"] {
        assert!(text.contains("rule ignored in _headers") && text.contains(line), "{text}");
    }
}
