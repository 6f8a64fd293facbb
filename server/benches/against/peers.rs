//! The servers that are compared, each as its documentation would set it up for this site: no
//! access log, precompressed files where it can, and the same headers on every answer.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::case::Case;

/// The headers of every answer, as ours has them.
const HEADERS: [(&str, &str); 7] = [
    ("Cache-Control", "no-cache"),
    (
        "Content-Security-Policy",
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' \
         data: blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors *",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), \
         midi=(), display-capture=()",
    ),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Access-Control-Allow-Origin", "*"),
];

/// The same as rules of the site, which ours reads.
pub fn rules() -> String {
    let lines = HEADERS.map(|(name, value)| format!("  {name}: {value}\n"));
    format!("/*\n{}", lines.concat())
}

/// Where Debian puts the module that serves `.br` files.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Peer {
    Nginx,
    Control,
    Ours,
    Lighttpd,
    StaticWebServer,
}

/// Where one peer listens and what it serves.
pub struct Setup {
    pub port: u16,
    http2_port: u16,
    root: PathBuf,
    folder: PathBuf,
}

impl Setup {
    pub fn new(root: &Path, folder: &Path, peer: Peer) -> Self {
        let folder = folder.join(peer.name().replace(' ', "-"));
        fs::create_dir_all(&folder).unwrap();
        let free = || TcpListener::bind("127.0.0.1:0").unwrap();
        let (one, two) = (free(), free());
        let port = |listener: &TcpListener| listener.local_addr().unwrap().port();
        Self { port: port(&one), http2_port: port(&two), root: root.to_owned(), folder }
    }
}

impl Peer {
    pub const ALL: [Self; 5] =
        [Self::Nginx, Self::Control, Self::Ours, Self::Lighttpd, Self::StaticWebServer];

    pub fn name(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Control => "nginx (control)",
            Self::Ours => "ours",
            Self::Lighttpd => "lighttpd",
            Self::StaticWebServer => "static-web-server",
        }
    }

    fn program(self) -> String {
        match self {
            Self::Nginx | Self::Control => "nginx".to_owned(),
            Self::Ours => env!("CARGO_BIN_EXE_server").to_owned(),
            Self::Lighttpd => "lighttpd".to_owned(),
            Self::StaticWebServer => {
                concat!(env!("CARGO_MANIFEST_DIR"), "/../target/tools/bin/static-web-server")
                    .to_owned()
            }
        }
    }

    pub fn is_installed(self) -> bool {
        let mut command = Command::new(self.program());
        command.arg(if self == Self::Ours || self == Self::StaticWebServer {
            "--version"
        } else {
            "-v"
        });
        command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
    }

    /// The port for a case; none where the peer does not speak HTTP/2 in clear text.
    pub fn port(self, setup: &Setup, case: Case) -> Option<u16> {
        match (self, case) {
            (Self::StaticWebServer, Case::Http2) => None,
            (Self::Nginx | Self::Control, Case::Http2) => Some(setup.http2_port),
            _ => Some(setup.port),
        }
    }

    /// The command that serves `setup`, on the first core.
    pub fn command(self, setup: &Setup) -> Command {
        let mut command = Command::new("taskset");
        command.args(["-c", "0", &self.program()]);
        let configured = |name: &str, text: String| {
            let path = setup.folder.join(name);
            fs::write(&path, text).unwrap();
            path
        };
        match self {
            Self::Nginx | Self::Control => {
                command.arg("-c").arg(configured("nginx.conf", nginx(setup)))
            }
            Self::Ours => {
                command.args([
                    "--http2",
                    "--log-format",
                    "off",
                    "--listen",
                    &format!("127.0.0.1:{}", setup.port),
                ]);
                command.arg("--root").arg(&setup.root)
            }
            Self::Lighttpd => {
                command.arg("-D").arg("-f").arg(configured("lighttpd.conf", lighttpd(setup)))
            }
            Self::StaticWebServer => {
                command.arg("-w").arg(configured("config.toml", static_web_server(setup)))
            }
        };
        command
    }
}

fn nginx(setup: &Setup) -> String {
    let folder = setup.folder.display();
    let module = Path::new(BROTLI).exists();
    let (load, brotli) = if module {
        (format!("load_module {BROTLI};"), "brotli_static on;")
    } else {
        (String::new(), "")
    };
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {folder}/{kind};\n"))
        .concat();
    let headers: String =
        HEADERS.map(|(name, value)| format!("add_header {name} \"{value}\";\n")).concat();
    format!(
        "{load}\nworker_processes 1;\ndaemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\n\
         events {{ worker_connections 4096; }}\nhttp {{\naccess_log off;\nsendfile on;\ntcp_nopush on;\n\
         keepalive_requests 1000000000;\nserver_tokens off;\n{temporary}\
         types {{ text/html html; application/json json; }}\ncharset utf-8;\n\
         gzip_static on;\ngzip_vary on;\n{brotli}\n{headers}\
         server {{\nlisten 127.0.0.1:{};\nlisten 127.0.0.1:{} http2;\nroot {};\nindex index.html;\n}}\n}}\n",
        setup.port,
        setup.http2_port,
        setup.root.display()
    )
}

fn lighttpd(setup: &Setup) -> String {
    let headers = HEADERS.map(|(name, value)| format!("\"{name}\" => \"{value}\"")).join(",\n");
    format!(
        "server.document-root = \"{}\"\nserver.bind = \"127.0.0.1\"\nserver.port = {}\n\
         server.modules = (\"mod_indexfile\", \"mod_setenv\", \"mod_staticfile\")\n\
         index-file.names = (\"index.html\")\nserver.max-keep-alive-requests = 60000\n\
         server.max-fds = 4096\nserver.errorlog = \"{}/error.log\"\n\
         mimetype.assign = (\".html\" => \"text/html; charset=utf-8\", \".json\" => \"application/json\", \
         \".bin\" => \"application/octet-stream\")\nsetenv.set-response-header = ({headers})\n",
        setup.root.display(),
        setup.port,
        setup.folder.display()
    )
}

fn static_web_server(setup: &Setup) -> String {
    let headers = HEADERS.map(|(name, value)| format!("{name} = \"{value}\"\n")).concat();
    format!(
        "[general]\nhost = \"127.0.0.1\"\nport = {}\nroot = \"{}\"\nlog-level = \"error\"\n\
         compression = false\ncompression-static = true\ncache-control-headers = false\n\
         [[advanced.headers]]\nsource = \"**/*\"\n[advanced.headers.headers]\n{headers}",
        setup.port,
        setup.root.display()
    )
}
