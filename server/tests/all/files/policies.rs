//! Policies for browsers: scripts, frames, use by other sites. The rules for other hosts say the
//! same.

use std::fs;
use std::process::Command;

use crate::support::{Site, command, eventually, folder};

const POLICY: &str = "content-security-policy";

const PAGE: &str = "<!doctype html><script type=\"module\">start();</script><p>Carte";

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
fn the_scripts_of_the_pages_run_and_no_others() {
    let site = Site::with(&[("index.html", PAGE)]);
    let policy = site.get("/", &[]).header("content-security-policy").to_owned();
    // printf 'start();' | openssl dgst -sha256 -binary | base64
    let hash = "'sha256-E6jQvrT2ZivWG9GJ4AAEZf4MhI7l3QkLroW4hgvUT4c='";
    assert!(policy.contains(&format!("script-src 'self' 'wasm-unsafe-eval' {hash};")), "{policy}");
    for never in ["unsafe-inline", "'unsafe-eval'", "unsafe-hashes", "http:", "https:"] {
        assert!(!policy.contains(never), "{never} in {policy}");
    }
}

#[test]
fn each_page_allows_its_own_scripts_and_those_of_no_other() {
    let other = PAGE.replace("start", "stop");
    let files = [("index.html", PAGE), ("404.html", &other), ("a/index.html", "<p>sans")];
    let site = Site::with(&files);
    let hashes = |path: &str| site.get(path, &[]).header(POLICY).matches("'sha256-").count();
    for (path, count) in [("/", 1), ("/absent", 1), ("/404.html", 1), ("/a/", 0), ("/healthz", 0)] {
        assert_eq!(hashes(path), count, "{path}");
    }
    assert_ne!(site.get("/", &[]).header(POLICY), site.get("/absent", &[]).header(POLICY));
}

#[test]
fn a_policy_that_proxies_may_refuse_is_warned_of() {
    let scripts: String = (0..40).map(|at| format!("<script>a({at});</script>")).collect();
    let folder = folder(&[("long.html", &scripts)]);
    let log = folder.path().join("log");
    let mut command = command(&folder.path().join("dist"), "127.0.0.1:0");
    let _site = Site::start(folder, command.stderr(fs::File::create(&log).unwrap()));
    eventually("its name in the log", || {
        let text = fs::read_to_string(&log).unwrap();
        text.lines().any(|line| line.contains("long policy") && line.contains("file=long.html"))
    });
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
fn only_embeds_and_territories_may_be_framed_by_whom_the_host_chose() {
    let files = [("embed/index.html", PAGE), ("territoire/departement-74/index.html", PAGE)];
    for (options, ancestors) in
        [(&[][..], "*"), (&["--frame-ancestors", "https://ville.fr"][..], "https://ville.fr")]
    {
        let site = Site::with_options(&files, options);
        for (path, expected) in [
            ("/embed/", ancestors),
            ("/embed/index.html", ancestors),
            ("/territoire/departement-74/", ancestors),
            ("/", "'self'"),
            ("/absent", "'self'"),
        ] {
            let answer = site.get(path, &[]);
            let policy = answer.header("content-security-policy");
            assert!(policy.ends_with(&format!("frame-ancestors {expected}")), "{path}: {policy}");
        }
    }
}

#[test]
fn other_folders_may_be_framed_instead() {
    let files = [("embed/index.html", PAGE), ("cadres/a/index.html", PAGE)];
    let site = Site::with_options(&files, &["--embeddable", "/cadres,autres/"]);
    for (path, ancestors) in [("/cadres/a/", "*"), ("/embed/", "'self'"), ("/cadres", "'self'")] {
        let answer = site.get(path, &[]);
        let policy = answer.header("content-security-policy");
        assert!(policy.ends_with(&format!("frame-ancestors {ancestors}")), "{path}: {policy}");
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_server"));
    command.args(["export", "nginx", "--embeddable", "cadres.v2/"]);
    command.arg("--root").arg(site.path(""));
    let rules = String::from_utf8(command.output().unwrap().stdout).unwrap();
    assert!(rules.contains(r#""~^/(cadres\.v2)/""#), "{rules}");
}

#[test]
fn a_choice_that_would_end_the_directive_is_refused() {
    for (option, choice) in [
        ("--frame-ancestors", "*; script-src *"),
        ("--frame-ancestors", "a.fr,b.fr"),
        ("--frame-ancestors", ""),
        ("--frame-ancestors", "hello"),
        ("--frame-ancestors", "'self' https://"),
        ("--frame-ancestors", "'unsafe-inline'"),
        ("--embeddable", ""),
        ("--embeddable", "a//b"),
        ("--embeddable", "embed/, \"a\""),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_server"));
        let output = command.args([option, choice]).output().unwrap();
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && message.contains("attendu"), "{choice}: {message}");
    }
}

#[test]
fn sites_of_all_forms_may_be_named() {
    for choice in [
        "'none'",
        "'self' https://ville.fr https://*.ville.fr:8443",
        "ville.fr *.ville.fr localhost localhost:8080 http://intranet https:",
        "http://[::1]:8080 https://ville.fr/carte/",
    ] {
        let site =
            Site::with_options(&[("embed/index.html", PAGE)], &["--frame-ancestors", choice]);
        let policy = site.get("/embed/", &[]).header(POLICY).to_owned();
        assert!(policy.ends_with(&format!("frame-ancestors {choice}")), "{policy}");
    }
}

#[test]
fn the_rules_for_static_hosts_say_what_the_server_says() {
    let files = [
        ("index.html", PAGE),
        ("data/manifest.json", "{}"),
        ("data/epci.1a2b3c4d.geojson", "{}"),
        ("embed/index.html", PAGE),
    ];
    let folder = folder(&files);
    let mut command = Command::new(env!("CARGO_BIN_EXE_server"));
    command.args(["export", "headers", "--frame-ancestors", "https://ville.fr", "--root"]);
    let output = command.arg(folder.path().join("dist")).output().unwrap();
    let rules = String::from_utf8(output.stdout).unwrap();
    let site = Site::of(folder, &["--frame-ancestors", "https://ville.fr"]);
    for path in ["/", "/data/manifest.json", "/data/epci.1a2b3c4d.geojson", "/embed/"] {
        let answer = site.get(path, &[]);
        let rules = rules_for(&rules, path);
        assert_eq!(rules.len(), 8, "{path}: {rules:?}");
        for (name, value) in rules {
            assert_eq!(answer.header(&name.to_ascii_lowercase()), value, "{path}: {name}");
        }
    }
}

/// The headers that a static host would add for `path`.
fn rules_for<'a>(rules: &'a str, path: &str) -> Vec<(&'a str, &'a str)> {
    let mut found = Vec::new();
    let mut matches = false;
    for line in rules.lines() {
        if line.starts_with('/') {
            let prefix = line.strip_suffix('*');
            matches = prefix.map_or(line == path, |prefix| path.starts_with(prefix));
        } else if let Some((name, value)) = line.trim().split_once(": ")
            && matches
        {
            found.push((name, value));
        }
    }
    found
}
