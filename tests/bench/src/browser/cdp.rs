//! The DevTools protocol: commands out, answers and events in, over one connection.
//!
//! # Source
//! The Chrome DevTools Protocol, with flat sessions (`Target.attachToTarget`, `flatten`).

use std::collections::{HashMap, VecDeque};
use std::io;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

use crate::error::Error;

/// The time in which a page must answer; MapLibre in software takes seconds.
const TIMEOUT: Duration = Duration::from_secs(90);

/// The longest wait for one message.
const POLL_INTERVAL: Duration = Duration::from_millis(200);

/// A connection to a browser, and the one page that is driven through it.
pub struct Cdp {
    socket: WebSocket<TcpStream>,
    next: u64,
    session: Option<String>,
    greeting: Vec<Command>,
    answers: HashMap<u64, Result<Value, String>>,
    events: VecDeque<Event>,
}

/// A message that the browser sends on its own.
#[derive(Debug)]
pub struct Event {
    /// Its name in the protocol.
    pub method: String,
    /// Its content.
    pub params: Value,
}

/// A command to the browser.
#[derive(Clone, Debug)]
pub struct Command {
    /// Its name in the protocol.
    pub method: &'static str,
    /// Its parameters.
    pub params: Value,
}

impl Cdp {
    /// Connects to the browser that listens at `address` (`host:port`) under `path`, and opens a
    /// page in it.
    ///
    /// # Errors
    /// [`Error`] when the browser does not answer.
    pub fn connect(address: &str, path: &str) -> Result<Self, Error> {
        let stream = TcpStream::connect(address).map_err(Error::file(address))?;
        stream.set_nodelay(true).map_err(Error::file(address))?;
        let url = format!("ws://{address}{path}");
        let (socket, _) = tungstenite::client::client(url, stream).map_err(|error| {
            let message = error.to_string();
            Error::Command { command: "the handshake".to_owned(), message }
        })?;
        socket.get_ref().set_read_timeout(Some(POLL_INTERVAL)).map_err(Error::file(address))?;
        let mut cdp = Self {
            socket,
            next: 0,
            session: None,
            greeting: Vec::new(),
            answers: HashMap::new(),
            events: VecDeque::new(),
        };
        let target = cdp.call("Target.createTarget", json!({ "url": "about:blank" }))?;
        let attach = json!({ "targetId": target["targetId"], "flatten": true });
        let attached = cdp.call("Target.attachToTarget", attach)?;
        cdp.session = attached["sessionId"].as_str().map(str::to_owned);
        Ok(cdp)
    }

    /// Sets the commands for every worker that the page starts from now on. It runs after them.
    pub fn greet_workers(&mut self, commands: Vec<Command>) {
        self.greeting = commands;
        self.greeting
            .push(Command { method: "Runtime.runIfWaitingForDebugger", params: json!({}) });
    }

    /// Sends a command and waits for its answer.
    ///
    /// # Errors
    /// [`Error`] when the browser refuses it, is late or gone.
    pub fn call(&mut self, command: &str, params: Value) -> Result<Value, Error> {
        let id = self.post(command, params)?;
        self.answer(id, command)
    }

    /// Sends a command; its answer is for [`Cdp::answer`].
    ///
    /// # Errors
    /// [`Error`] when the browser is gone.
    pub fn post(&mut self, command: &str, params: Value) -> Result<u64, Error> {
        self.post_to(self.session.clone(), command, params)
    }

    #[expect(clippy::needless_pass_by_value, reason = "every caller builds it in place")]
    fn post_to(
        &mut self,
        session: Option<String>,
        command: &str,
        params: Value,
    ) -> Result<u64, Error> {
        self.next += 1;
        let mut message = json!({ "id": self.next, "method": command, "params": params });
        if let Some(session) = session {
            message["sessionId"] = json!(session);
        }
        self.socket.send(Message::text(message.to_string()))?;
        Ok(self.next)
    }

    /// Waits for the answer to the command with that number; its name, `command`, is for the error.
    ///
    /// # Errors
    /// [`Error`] when the browser refused it, is late or gone.
    pub fn answer(&mut self, id: u64, command: &str) -> Result<Value, Error> {
        let until = Instant::now() + TIMEOUT;
        loop {
            if let Some(answer) = self.answers.remove(&id) {
                let command = command.to_owned();
                return answer.map_err(|message| Error::Command { command, message });
            }
            self.read(until, command)?;
        }
    }

    /// Waits for the next event with that name.
    ///
    /// # Errors
    /// [`Error::Late`] when it does not come.
    pub fn event(&mut self, method: &str) -> Result<Value, Error> {
        let until = Instant::now() + TIMEOUT;
        loop {
            if let Some(index) = self.events.iter().position(|event| event.method == method)
                && let Some(event) = self.events.remove(index)
            {
                return Ok(event.params);
            }
            self.read(until, method)?;
        }
    }

    /// The events that nobody has taken yet.
    pub fn take_events(&mut self) -> Vec<Event> {
        self.events.drain(..).collect()
    }

    /// Reads one message if there is one.
    fn read(&mut self, until: Instant, awaited: &str) -> Result<(), Error> {
        let text = match self.socket.read() {
            Ok(Message::Text(text)) => text,
            Ok(_) => return Ok(()),
            Err(tungstenite::Error::Io(error)) if is_only_quiet(&error) => {
                let late = Error::Late { what: awaited.to_owned(), seconds: TIMEOUT.as_secs() };
                return if Instant::now() > until { Err(late) } else { Ok(()) };
            }
            Err(error) => return Err(error.into()),
        };
        let mut message: Value = serde_json::from_str(&text)?;
        if let Some(id) = message["id"].as_u64() {
            let refusal = message["error"]["message"].as_str().map(str::to_owned);
            self.answers.insert(id, refusal.map_or_else(|| Ok(message["result"].take()), Err));
        } else if let Some(method) = message["method"].as_str() {
            let method = method.to_owned();
            if method == "Target.attachedToTarget" {
                self.greet(&message["params"])?;
            } else if method == "Page.screencastFrame" {
                // The next one comes only then.
                let frame = json!({ "sessionId": message["params"]["sessionId"] });
                self.post("Page.screencastFrameAck", frame)?;
            }
            self.events.push_back(Event { method, params: message["params"].take() });
        }
        Ok(())
    }

    /// A worker may lack one of the commands; it then answers with a refusal that nobody takes.
    fn greet(&mut self, attached: &Value) -> Result<(), Error> {
        let session = attached["sessionId"].as_str().map(str::to_owned);
        for Command { method, params } in self.greeting.clone() {
            self.post_to(session.clone(), method, params)?;
        }
        Ok(())
    }
}

fn is_only_quiet(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut)
}
