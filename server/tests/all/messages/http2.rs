//! HTTP/2 in clear text, with prior knowledge.

use crate::support::{Site, long_text};
use bytes::Bytes;
use h2::client::SendRequest;
use http::{Request, Response, StatusCode};
use tokio::net::TcpStream;

type Client = SendRequest<Bytes>;

fn serve(files: &[(&str, &str)]) -> Site {
    Site::with_options(files, &["--http2"])
}

async fn connect(site: &Site) -> Client {
    let stream = TcpStream::connect(&site.server.address).await.unwrap();
    let (client, connection) = h2::client::handshake(stream).await.unwrap();
    // It ends with the test.
    tokio::spawn(connection);
    client.ready().await.unwrap()
}

async fn send(client: &mut Client, request: Request<()>) -> (Response<()>, Vec<u8>) {
    let (response, _) = client.send_request(request, true).unwrap();
    let (head, mut body) = response.await.unwrap().into_parts();
    let mut bytes = Vec::new();
    while let Some(chunk) = body.data().await {
        let chunk = chunk.unwrap();
        body.flow_control().release_capacity(chunk.len()).unwrap();
        bytes.extend_from_slice(&chunk);
    }
    (Response::from_parts(head, ()), bytes)
}

fn get(path: &str) -> http::request::Builder {
    Request::get(format!("http://test{path}"))
}

#[tokio::test]
async fn answers_are_those_of_http_1() {
    let site = serve(&[("a.css", "entier"), ("vide.txt", "")]);
    let mut client = connect(&site).await;
    for path in ["/", "/a.css", "/vide.txt", "/absent", "/healthz", "/../a", "/%zz"] {
        let (head, body) = send(&mut client, get(path).body(()).unwrap()).await;
        let known = site.get(path, &[]);
        assert_eq!((head.status().as_u16(), &body), (known.status, &known.body), "{path}");
        for (name, value) in known.headers.iter().filter(|(name, _)| name != "date") {
            assert_eq!(head.headers()[name], value, "{path}: {name}");
        }
    }
}

#[tokio::test]
async fn conditions_ranges_and_methods_are_understood() {
    let site = serve(&[("a.css", "0123456789")]);
    let mut client = connect(&site).await;
    let (head, _) = send(&mut client, get("/a.css").body(()).unwrap()).await;
    let tag = head.headers()["etag"].clone();
    let known = get("/a.css").header("if-none-match", tag).body(()).unwrap();
    let (head, body) = send(&mut client, known).await;
    assert_eq!((head.status(), body.len()), (StatusCode::NOT_MODIFIED, 0));
    let part = get("/a.css").header("range", "bytes=2-4").body(()).unwrap();
    let (head, body) = send(&mut client, part).await;
    assert_eq!((head.status(), &body[..]), (StatusCode::PARTIAL_CONTENT, &b"234"[..]));
    let post = Request::post("http://test/a.css").body(()).unwrap();
    let (head, _) = send(&mut client, post).await;
    assert_eq!(head.status(), StatusCode::METHOD_NOT_ALLOWED);
    let head_only = Request::head("http://test/a.css").body(()).unwrap();
    let (head, body) = send(&mut client, head_only).await;
    assert_eq!((&head.headers()["content-length"], body.len()), (&"10".parse().unwrap(), 0));
}

#[tokio::test]
async fn long_files_come_whole_and_many_at_a_time() {
    let text = long_text(500_000);
    let site = serve(&[("long.bin", &text), ("a.txt", "a")]);
    let client = connect(&site).await;
    let ask = |path: &'static str| {
        let mut client = client.clone();
        async move { send(&mut client, get(path).body(()).unwrap()).await }
    };
    let paths = ["/long.bin", "/a.txt"].into_iter().cycle().take(40);
    let tasks: Vec<_> = paths.map(|path| (path, tokio::spawn(ask(path)))).collect();
    for (path, task) in tasks {
        let (head, body) = task.await.unwrap();
        let expected = if path == "/a.txt" { "a" } else { &text };
        assert_eq!(head.status(), StatusCode::OK);
        assert!(body == expected.as_bytes(), "{path}: {} bytes", body.len());
    }
}

#[tokio::test]
async fn a_connection_may_rest_between_two_requests() {
    let site =
        Site::with_options(&[], &["--http2", "--stall-timeout", "0.6", "--idle-timeout", "60"]);
    let mut client = connect(&site).await;
    for _ in 0..2 {
        let (head, _) = send(&mut client, get("/").body(()).unwrap()).await;
        assert_eq!(head.status(), StatusCode::OK);
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    }
}

#[tokio::test]
async fn a_connection_may_be_opened_ahead_of_its_first_request() {
    let site =
        Site::with_options(&[], &["--http2", "--head-timeout", "0.5", "--idle-timeout", "60"]);
    let mut client = connect(&site).await;
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    let (head, _) = send(&mut client, get("/").body(()).unwrap()).await;
    assert_eq!(head.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_body_is_refused() {
    let site = serve(&[]);
    let mut client = connect(&site).await;
    let request = get("/").body(()).unwrap();
    let (response, mut body) = client.send_request(request, false).unwrap();
    body.send_data(Bytes::from_static(b"x"), false).unwrap();
    assert_eq!(response.await.unwrap().status(), StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn streams_that_have_begun_are_finished_when_the_server_stops() {
    let text = long_text(2_000_000);
    let mut site = serve(&[("long.bin", &text)]);
    let mut client = connect(&site).await;
    let request = get("/long.bin").body(()).unwrap();
    let (response, _) = client.send_request(request, true).unwrap();
    let mut body = response.await.unwrap().into_body();
    let first = body.data().await.unwrap().unwrap();
    site.signal("TERM");
    let mut bytes = first.to_vec();
    body.flow_control().release_capacity(first.len()).unwrap();
    while let Some(chunk) = body.data().await {
        let chunk = chunk.unwrap();
        body.flow_control().release_capacity(chunk.len()).unwrap();
        bytes.extend_from_slice(&chunk);
    }
    assert!(bytes == text.as_bytes(), "{} bytes", bytes.len());
    drop(client);
    assert!(site.server.process.wait().unwrap().success());
}
